internal import PejlText

/// A line of a document, without the white space at its ends.
struct TextLine: Hashable, Sendable {
  /// The text, white space inside folded.
  var text: String
  /// The number in the extracted text, from 1.
  let number: Int
  /// The page, from 1, where the format has pages.
  let page: Int?
  /// What the file says that its block is.
  let kind: Block.Kind
  /// The rank of a heading or the depth of a list item, from 1; otherwise 0.
  let level: Int
  /// Whether white space of a line or more, or the start of the text, stands before it.
  let isApart: Bool
  /// Whether its block begins with it.
  let opensBlock: Bool
  /// How many blanks and tabs stand before it in its line.
  let indent: Int
  /// Whether a tab or a wide gap parts columns in it, and the last column.
  let lastColumn: String?

  /// The lines of `document` that hold something.
  static func lines(of document: Document) -> [TextLine] {
    let text = document.text
    var result: [TextLine] = []
    var number = 1
    var position = 0
    for block in document.blocks {
      let gap = text.bytes[position..<block.span.start].count { $0 == 0x0A }
      number += gap
      let isApart = result.isEmpty || gap > 1
      for (index, line) in text[block.span].split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { number += 1 }
        let folded = line.folded
        guard !folded.isEmpty else { continue }
        let previous = result.last?.number ?? 0
        result.append(
          TextLine(
            text: folded, number: number, page: block.page, kind: block.kind, level: block.level,
            isApart: index == 0 ? isApart : number > previous + 1, opensBlock: index == 0,
            indent: line.prefix(while: \.isWhitespace).count, lastColumn: lastColumn(line)))
      }
      position = block.span.end
    }
    return result
  }

  private static func lastColumn(_ line: Substring) -> String? {
    let line = line.trimmed
    if let tab = line.lastIndex(of: "\t") { return String(line[line.index(after: tab)...]).trimmed }
    guard let gap = line.firstRange(of: "   ") else { return nil }
    return line[gap.upperBound...].split(separator: "   ").last.map { $0.trimmed }
  }
}
