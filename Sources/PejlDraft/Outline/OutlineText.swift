internal import PejlText

/// The lines of a strategy that say something, and its list of contents.
struct OutlineText {
  /// An entry of a list of contents, or of a list that names the parts.
  struct Entry: Equatable {
    let title: String
    let number: String?
    let page: Int?
  }

  /// The lines without page furniture and list of contents, marks of emphasis taken off.
  private(set) var lines: [TextLine] = []
  /// The list of contents.
  private(set) var contents: [Entry] = []
  /// Whether headings are known from the file's own structure; in text and PDF they are only likely.
  let hasHeadings: Bool

  init(_ document: Document, labels: LabelList) {
    hasHeadings = !["text", "pdf"].contains(document.format)
    var isContents = false
    for var line in TextLine.lines(of: document) where line.kind != .furniture {
      line.text = Self.plain(line.text)
      if line.text.isEmpty || Self.isFurniture(line.text, labels) { continue }
      if labels.isWhole(line.text, "contents-heading") {
        isContents = true
        continue
      }
      if isContents {
        if let entry = Self.entry(line, needsPage: line.kind != .listItem || !contents.allSatisfy { $0.page == nil }) {
          contents.append(entry)
          continue
        }
        isContents = false
      }
      lines.append(line)
    }
  }

  /// `text` without marks of headings, emphasis and links.
  static func plain(_ text: String) -> String {
    var text = text.drop { $0 == "#" }.trimmed
    while let open = text.firstIndex(of: "["), let middle = text[open...].firstRange(of: "]("),
      let close = text[middle.upperBound...].firstIndex(of: ")")
    {
      text.replaceSubrange(open...close, with: text[text.index(after: open)..<middle.lowerBound])
    }
    let isBullet = text.hasPrefix("* ")
    let body = isBullet ? text.dropFirst(2) : text[...]
    return (isBullet ? "• " : "") + body.replacing("**", with: "").replacing("*", with: "")
  }

  private static func isFurniture(_ text: String, _ labels: LabelList) -> Bool {
    if labels.isWhole(text, "outline-furniture") || text.allSatisfy({ !$0.isLetter && !$0.isNumber }) { return true }
    if let rest = labels.rest(of: text, after: "outline-furniture"), rest.first?.isNumber == true, rest.count < 12 {
      return true
    }
    return text.count <= 4 && text.allSatisfy(\.isNumber) && text.count < 4
  }

  /// An entry of a list of contents: a title, and a page at the end of the line.
  private static func entry(_ line: TextLine, needsPage: Bool) -> Entry? {
    let words = line.text.split(separator: " ").map(String.init)
    let last = words.last?.trimmed(of: ".…")
    let page = words.count > 1 && (last?.count ?? 9) <= 3 ? last.flatMap { Int($0) } : nil
    if page == nil, needsPage || line.text.hasSuffix(".") { return nil }
    let title = (page == nil ? words : words.dropLast()).joined(separator: " ").trimmed(of: ".…•_")
    let (number, name) = OutlineMarks.marked(title)
    return name.isEmpty ? nil : Entry(title: name, number: number, page: page)
  }
}
