internal import PejlText

/// Reads a portal's export as CSV: one row one answer.
struct DelimitedReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    let decoded = TextDecoder(source.bytes)
    let text = DelimitedText(decoded.bytes)
    guard let first = text.records.first, first.fields.count > 1 else {
      throw refusal(
        "no-table",
        "the first line has no columns parted by ; , tab or |; export the table again, or name the file .txt")
    }
    guard first.fields.count <= AnswerTable.columnLimit else {
      throw refusal(
        "no-table",
        "the first line has \(first.fields.count) columns, more than \(AnswerTable.columnLimit); export the table again"
      )
    }
    var table = AnswerTable(format: "csv")
    table.header = first.fields.map { $0.trimmed }
    table.notes = decoded.notes
    for record in text.records.dropFirst() {
      if !record.fields.contains(where: { !$0.trimmed.isEmpty }) { continue }
      let extra = record.fields.dropFirst(table.header.count)
      if text.badQuotes.contains(record.line) {
        table.broken.append(
          (
            record.line,
            "the row on line \(record.line) has text behind a closing quotation mark; double the marks within the text and export it again"
          ))
      } else if extra.contains(where: { !$0.trimmed.isEmpty }) {
        table.broken.append(
          (
            record.line,
            "the row on line \(record.line) has \(record.fields.count) fields and the header \(table.header.count); put quotation marks around texts that hold the delimiter"
          ))
      } else {
        let cells = record.fields.prefix(table.header.count).enumerated().map { column, text in
          AnswerTable.Cell(text: text, place: "\(AnswerTable.letters(column))\(record.line)")
        }
        table.rows.append(.init(number: record.line, cells: cells))
      }
    }
    if let line = text.openQuote {
      table.broken.append(
        (
          line,
          "a quotation mark on line \(line) is never closed, and what stands after it was not read; close it and export it again"
        ))
    }
    return try AnswerRows(table, source: source).content()
  }

  /// Whether text without a telling name is a table of answers: every header is one that portals write.
  static func isTable(_ bytes: [UInt8]) -> Bool {
    // Most texts show in their first line that they are none.
    let line = bytes.prefix(4096).prefix { $0 != 0x0A && $0 != 0x0D }
    let isLike = line.contains(0x22) || line.starts(with: "sep=".utf8)
    guard isLike || DelimitedText.delimiters.contains(where: { isHeader(line, $0) }) else { return false }
    let head = DelimitedText(Array(bytes.prefix(4096))).records.first?.fields ?? []
    return head.count > 2 && head.allSatisfy { AnswerColumns.isKnown($0) }
  }

  /// Whether the first of several fields of `line` is a header that portals write.
  private static func isHeader(_ line: ArraySlice<UInt8>, _ delimiter: UInt8) -> Bool {
    let first = line.prefix { $0 != delimiter }
    return first.count < min(line.count, 100) && AnswerColumns.isKnown(String(decoding: first, as: UTF8.self))
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }
}
