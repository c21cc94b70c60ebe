internal import PejlText
internal import PejlXML

/// Walks through a page and adds a block for each stretch that a browser sets apart.
struct HTMLWalker {
  /// What the elements around a text say of it.
  private struct Context {
    var kind = Block.Kind.paragraph
    var level = 0
    var listDepth = 0
    var isPreformatted = false
  }

  private var builder: DocumentBuilder
  private let part: String
  private let isMail: Bool
  private var paragraph = ParagraphText()
  private var open = Context()
  /// The number of bytes of text so far, hidden text included: the raw text that the source map speaks of.
  private var position = 0
  private var hidden = 0
  /// Whether a mark of an earlier mail has been passed, after which all is quoted.
  private var isQuoted = false

  init(builder: DocumentBuilder, part: String, isMail: Bool) {
    self.builder = builder
    self.part = part
    self.isMail = isMail
  }

  mutating func walk(_ root: XMLElement) { walk(root, Context()) }

  /// The builder with all that was found.
  mutating func finish() -> DocumentBuilder {
    flush()
    if hidden > 0 {
      builder.notes.append(
        Diagnostic(
          .note, code: "ingest.hidden-text",
          "\(hidden) characters that the page hides were left out; look at its source"))
    }
    return builder
  }

  private static let skipped: Set<String> = ["script", "style", "template", "noscript", "object", "svg", "iframe"]
  private static let furniture: Set<String> = [
    "nav", "header", "footer", "label", "button", "legend", "select", "option", "menu", "dt",
  ]
  /// Beside the name of a field of a portal stands a short value; what is longer is the answer itself.
  private static let longestFieldValue = 80
  private static let blocks: Set<String> = [
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "form", "hr", "html", "main", "ol", "p", "section", "summary", "table", "tbody", "thead", "tfoot", "tr",
    "ul", "caption",
  ]

  private mutating func walk(_ element: XMLElement, _ outer: Context) {
    let name = element.name
    if Self.skipped.contains(name) { return skip(element) }
    if name == "head" { return readHead(element) }
    if isHidden(element) {
      hidden += element.text.unicodeScalars.count { !$0.properties.isWhitespace }
      return skip(element)
    }
    if isMail, isMarkOfEarlierMail(element) {
      flush()
      if !builder.isEmpty { isQuoted = true }
    }
    var inner = outer
    switch name {
    case "br": return paragraph.addLineBreak()
    case "input": return readInput(element, outer)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      if Self.isOpen(outer) {
        inner.kind = .heading
        inner.level = name.last?.wholeNumberValue ?? 1
      }
    case "ul", "ol": inner.listDepth += 1
    case "li":
      if Self.isOpen(outer) {
        inner.kind = .listItem
        inner.level = max(inner.listDepth, 1)
      }
    case "td", "th": if outer.kind == .paragraph, !isLayout(element) { inner.kind = .tableCell }
    case "pre", "textarea": inner.isPreformatted = true
    case "blockquote", "div":
      if isMail, isQuotation(element) { inner.kind = .quotedMail }
      if isMail, element["class"]?.contains("gmail_signature") == true { inner.kind = .signature }
    case "dd" where Self.isOpen(outer) && element.foldedText.count <= Self.longestFieldValue:
      inner = Context(kind: .furniture)
    case let name where Self.furniture.contains(name): inner = Context(kind: .furniture)
    default:
      if !Self.blocks.contains(name) { return children(of: element, outer) }
    }
    flush()
    open = inner
    if inner.isPreformatted, !outer.isPreformatted {
      readPreformatted(element, inner)
    } else {
      children(of: element, inner)
    }
    flush()
    open = outer
  }

  /// Whether an element may say what its text is: within menus, quotations and signatures it may not.
  private static func isOpen(_ context: Context) -> Bool {
    ![.furniture, .quotedMail, .signature].contains(context.kind)
  }

  private mutating func children(of element: XMLElement, _ context: Context) {
    for child in element.children {
      switch child {
      case .text(let text):
        paragraph.add(text, source: position)
        position += text.utf8.count
      case .element(let element): walk(element, context)
      }
    }
  }

  private mutating func skip(_ element: XMLElement) { position += element.text.utf8.count }

  private mutating func flush() {
    let found = paragraph
    paragraph = ParagraphText()
    guard !found.isEmpty else { return }
    var kind = open.kind
    if isMail {
      let text = found.text
      let lines = text.split(separator: "\n").map(String.init)
      if lines.first.map({ MailMarks.isOriginal($0) }) ?? false || MailMarks.isHeaderRun(lines) {
        // A mail that only forwards another has that one's text for its own.
        if builder.isEmpty { kind = .quotedMail } else { isQuoted = true }
      } else if MailMarks.isAttribution(text) {
        kind = .quotedMail
      } else if MailMarks.isDeviceSignature(text) {
        kind = .signature
      }
    }
    if isQuoted { kind = .quotedMail }
    builder.append(found, kind: kind, level: kind == open.kind ? open.level : 0, part: part)
  }

  /// Text whose line ends count.
  private mutating func readPreformatted(_ element: XMLElement, _ context: Context) {
    let text = PlainText(Array(element.text.utf8))
    let kind = isQuoted ? .quotedMail : context.kind == .paragraph ? nil : context.kind
    text.append(text.pieces(), to: &builder, part: part, offset: position, kind: kind)
    position += element.text.utf8.count
  }

  /// What a person has written into a field of a form that was saved with its answers.
  private mutating func readInput(_ element: XMLElement, _ context: Context) {
    guard let value = element["value"], (element["type"] ?? "text").lowercased() == "text" else { return }
    flush()
    builder.append(value, kind: context.kind == .furniture ? .paragraph : context.kind, level: context.level)
  }

  private mutating func readHead(_ head: XMLElement) {
    for element in head.elements {
      switch element.name {
      case "title":
        let title = element.foldedText
        if !title.isEmpty, builder.metadata.title == nil { builder.metadata.title = title }
      case "meta":
        guard let content = element["content"], !content.isEmpty else { continue }
        switch element["name"]?.lowercased() {
        case "author": if builder.metadata.senderName == nil { builder.metadata.senderName = content }
        case "date", "dcterms.date", "dcterms.created":
          if builder.metadata.date == nil { builder.metadata.date = String(content.prefix { $0 != "T" }) }
        default: break
        }
      default: break
      }
    }
    skip(head)
  }

  private func isHidden(_ element: XMLElement) -> Bool {
    if element["hidden"] != nil { return true }
    guard let style = element["style"] else { return false }
    let folded = style.lowercased().filter { !$0.isWhitespace }
    return folded.contains("display:none") || folded.contains("visibility:hidden") || folded.contains("mso-hide:all")
  }

  /// A table with one cell only sets a page, it does not tabulate.
  private func isLayout(_ cell: XMLElement) -> Bool {
    cell.elements.contains { ["table", "h1", "h2", "h3"].contains($0.name) }
  }

  private func isQuotation(_ element: XMLElement) -> Bool {
    if element.name == "blockquote" {
      return element["type"]?.lowercased() == "cite" || element["class"] == "gmail_quote"
    }
    let names = (element["class"] ?? "").split(separator: " ")
    return names.contains("gmail_quote") || names.contains("yahoo_quoted") || names.contains("moz-cite-prefix")
  }

  /// The elements that Outlook and its like put before the mail that is answered.
  private func isMarkOfEarlierMail(_ element: XMLElement) -> Bool {
    guard let id = element["id"] else { return false }
    return ["divRplyFwdMsg", "appendonsend", "OLK_SRC_BODY_SECTION", "reply-intro"].contains { id.hasSuffix($0) }
  }
}
