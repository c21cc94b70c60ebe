internal import PejlText
internal import PejlXML

/// Walks through one part of an ODT and finds its blocks.
///
/// The raw text that the source map speaks of is all text of the part in document order.
struct OpenDocumentWalker {
  /// What stands around a paragraph.
  private struct Context {
    var kind = Block.Kind.paragraph
    var listDepth = 0
    var isHidden = false
    var isBold = false
  }

  private let styles: OpenDocumentStyles
  private let part: String
  private let hasPages: Bool
  private(set) var blocks: [FoundBlock] = []
  private var hidden = 0
  private var comments = 0
  private var placeholders = 0

  private var paragraph = ParagraphText()
  private var letters = (all: 0, bold: 0)
  private var page = 1
  private var openPage = 1
  private var position = 0
  /// Notes and text boxes of the open paragraph, which are read when it is done.
  private var pending: [(element: XMLElement, position: Int, kind: Block.Kind?)] = []

  init(styles: OpenDocumentStyles, part: String, hasPages: Bool) {
    self.styles = styles
    self.part = part
    self.hasPages = hasPages
  }

  /// Reads the element `target`, which lies somewhere in `root`.
  mutating func walk(_ root: XMLElement, to target: XMLElement, kind: Block.Kind = .paragraph) {
    var offset = 0
    position = Self.find(target, in: root, &offset) ? offset : 0
    content(target, Context(kind: kind))
  }

  /// Counts the text before `target`; true when it was met.
  private static func find(_ target: XMLElement, in element: XMLElement, _ offset: inout Int) -> Bool {
    for child in element.children {
      switch child {
      case .text(let text): offset += text.utf8.count
      case .element(let child):
        if child === target || find(target, in: child, &offset) { return true }
      }
    }
    return false
  }

  /// What the user should know of what was left out.
  var notes: [Diagnostic] {
    var notes: [Diagnostic] = []
    func note(_ count: Int, _ code: String, _ message: String) {
      if count > 0 { notes.append(Diagnostic(.note, code: "ingest.\(code)", "\(count) \(message)")) }
    }
    note(hidden, "hidden-text", "characters are formatted as hidden and were left out; show hidden text to see them")
    note(placeholders, "placeholders", "fields of a form were not filled in and were left out")
    note(comments, "comments", "comments in the margin were left out; read them in the file itself")
    return notes
  }

  private mutating func content(_ element: XMLElement, _ context: Context) {
    children(of: element) { walker, child in
      var inner = context
      switch child.name {
      case "p", "h": return walker.readParagraph(child, context)
      case "list", "numbered-paragraph": inner.listDepth += 1
      case "section": if child["display"] == "none" { return walker.hide(child) }
      case "table":
        inner.listDepth = 0
        if context.kind == .paragraph, Self.cells(in: child) > 1 { inner.kind = .tableCell }
      case "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index":
        inner.kind = .furniture
      case "index-body", "index-title", "list-item", "list-header", "table-header-rows", "table-rows",
        "table-row-group",
        "table-row", "table-cell", "table-header-columns", "frame", "text-box", "g", "custom-shape", "bibliography":
        break
      case "soft-page-break": walker.page += 1
      default: return walker.skip(child)
      }
      walker.content(child, inner)
    }
  }

  private static func cells(in element: XMLElement) -> Int {
    element.elements.reduce(0) { $0 + ($1.name == "table-cell" ? 1 : $1.name == "p" ? 0 : cells(in: $1)) }
  }

  private mutating func readParagraph(_ element: XMLElement, _ outer: Context) {
    let style = element["style-name"]
    if styles.breaksPage(style), !blocks.isEmpty { page += 1 }
    var context = outer
    context.isHidden = styles.isHidden("paragraph", style) ?? false
    context.isBold = styles.isBold("paragraph", style) ?? false
    inline(element, context)
    let (found, counts, later) = (paragraph, letters, pending)
    (paragraph, letters, pending) = (ParagraphText(), (0, 0), [])
    if !found.isEmpty {
      let kind = kind(of: element, outer)
      blocks.append(
        FoundBlock(
          paragraph: found, kind: kind.kind, level: kind.level, page: hasPages ? openPage : nil, part: part,
          isBold: counts.all > 0 && counts.all == counts.bold))
    }
    let place = position
    for item in later {
      position = item.position
      content(item.element, Context(kind: outer.kind == .furniture ? .furniture : item.kind ?? outer.kind))
    }
    position = place
  }

  private func kind(of element: XMLElement, _ context: Context) -> (kind: Block.Kind, level: Int) {
    guard context.kind == .paragraph || context.kind == .tableCell else { return (context.kind, 0) }
    if element.name == "h" { return (.heading, max(element["outline-level"].flatMap { Int($0) } ?? 1, 1)) }
    if context.listDepth > 0 { return (.listItem, context.listDepth) }
    if let level = styles.headingLevel(element["style-name"]) { return (.heading, level) }
    return (context.kind, 0)
  }

  private mutating func inline(_ element: XMLElement, _ context: Context) {
    for child in element.children {
      switch child {
      case .text(let text):
        add(text, context)
        position += text.utf8.count
      case .element(let child): inlineElement(child, context)
      }
    }
  }

  private mutating func inlineElement(_ child: XMLElement, _ context: Context) {
    switch child.name {
    case "s", "tab": paragraph.addBlank()
    case "line-break": paragraph.addLineBreak()
    case "soft-page-break": page += 1
    case "note":
      children(of: child) { walker, part in
        if part.name == "note-body" { walker.pending.append((part, walker.position, .footnote)) }
        walker.skip(part)
      }
    case "frame", "text-box", "custom-shape", "g":
      pending.append((child, position, nil))
      skip(child)
    case "annotation":
      comments += 1
      skip(child)
    case "placeholder":
      placeholders += 1
      skip(child)
    case "hidden-text", "hidden-paragraph": hide(child)
    case "ruby-text", "tracked-changes", "annotation-end", "note-citation", "script": skip(child)
    case "span":
      var inner = context
      inner.isHidden = styles.isHidden("text", child["style-name"]) ?? context.isHidden
      inner.isBold = styles.isBold("text", child["style-name"]) ?? context.isBold
      inline(child, inner)
    default: inline(child, context)
    }
  }

  private mutating func add(_ text: String, _ context: Context) {
    if context.isHidden {
      hidden += text.unicodeScalars.count { !$0.properties.isWhitespace }
      return
    }
    let isBlank = text.allSatisfy(\.isWhitespace)
    if paragraph.isEmpty, !isBlank { openPage = page }
    let count = text.unicodeScalars.count { $0.properties.isAlphabetic }
    letters.all += count
    if context.isBold { letters.bold += count }
    paragraph.add(text, source: position)
  }

  private mutating func hide(_ element: XMLElement) {
    hidden += element.text.unicodeScalars.count { !$0.properties.isWhitespace }
    skip(element)
  }

  private mutating func children(
    of element: XMLElement, _ visit: (inout OpenDocumentWalker, XMLElement) -> Void
  ) {
    for child in element.children {
      switch child {
      case .text(let text): position += text.utf8.count
      case .element(let child): visit(&self, child)
      }
    }
  }

  private mutating func skip(_ element: XMLElement) { position += element.text.utf8.count }
}
