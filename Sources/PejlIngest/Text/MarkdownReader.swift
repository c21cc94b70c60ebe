internal import PejlText

/// Reads Markdown as text: headings, items and paragraphs as in plain text, without the marks within lines.
struct MarkdownReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    let decoded = TextDecoder(source.bytes)
    var builder = DocumentBuilder(format: "markdown")
    builder.notes = decoded.notes
    var bytes = decoded.bytes
    if let matter = Self.frontMatter(bytes) {
      builder.metadata = matter.metadata
      // What stands above the text stays in it, set aside.
      builder.append(String(decoding: bytes[matter.range], as: UTF8.self), kind: .furniture)
      for index in 0..<matter.range.upperBound where bytes[index] != 0x0A { bytes[index] = 0x20 }
    }
    let text = PlainText(bytes)
    for piece in text.pieces() { append(piece, of: text, to: &builder) }
    guard !builder.isEmpty else {
      throw refusal("empty", "the file holds nothing but white space; send the answer again")
    }
    return ReadContent(document: builder.build())
  }

  private func append(_ piece: PlainText.Piece, of text: PlainText, to builder: inout DocumentBuilder) {
    var (kind, level) = (piece.kind, piece.level)
    var lines = piece.lines.map { text.lines[$0] }
    // A line of = or - under a single line makes that a heading.
    if lines.count == 2, let last = lines.last {
      let rule = text.string(last).trimmed
      if rule.count > 1, rule.allSatisfy({ $0 == "=" }) || rule.allSatisfy({ $0 == "-" }) {
        (kind, level) = (.heading, rule.first == "=" ? 1 : 2)
        lines.removeLast()
      }
    }
    var pieces: [(text: String, source: Int?)] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { pieces.append(("\n", nil)) }
      pieces += MarkdownLine(text.bytes, line.range).pieces
    }
    let page = text.hasPages ? lines.first?.page : nil
    builder.append(
      pieces, kind: kind, level: level, page: page, part: "file", separator: piece.isApart ? "\n\n" : "\n")
  }

  /// The lines between two rules at the top, and what they say of the file.
  private static func frontMatter(_ bytes: [UInt8]) -> (range: Range<Int>, metadata: Document.Metadata)? {
    guard bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8) else { return nil }
    let head = String(decoding: bytes.prefix(8192), as: UTF8.self)
    let lines = head.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }), end > 1 else { return nil }
    var metadata = Document.Metadata()
    for line in lines[1..<end] {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].trimmed.trimming("\"").trimming("'").nonEmpty
      switch line[..<colon].lowercased() {
      case "title": metadata.title = value
      case "author": metadata.senderName = value
      case "date": metadata.date = value.map { AnswerDate.day($0) }
      default: break
      }
    }
    let length = lines[...end].reduce(0) { $0 + $1.utf8.count + 1 }
    return (0..<min(length, bytes.count), metadata)
  }
}

extension String {
  /// Without `mark` at both ends.
  fileprivate func trimming(_ mark: Character) -> String {
    count > 1 && first == mark && last == mark ? String(dropFirst().dropLast()) : self
  }
}
