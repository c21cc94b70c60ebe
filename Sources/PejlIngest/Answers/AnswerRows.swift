internal import PejlHearing
internal import PejlText

/// Makes documents of the rows of a table.
struct AnswerRows {
  private let table: AnswerTable
  private let columns: AnswerColumns
  private let source: SourceFile

  init(_ table: AnswerTable, source: SourceFile) {
    self.table = table
    self.source = source
    columns = AnswerColumns(table, hearing: source.columns)
  }

  /// One document for each row, and a refusal for each that holds none.
  ///
  /// - Throws: ``InvalidInput`` when no column holds text, or there are too many rows.
  func content() throws -> ReadContent {
    guard !table.rows.isEmpty || !table.broken.isEmpty else {
      throw refusal("empty", "the table has no rows beneath its header; export it again")
    }
    guard columns.holdsText else {
      let headers = table.header.map { "\"\($0)\"" }.joined(separator: ", ")
      throw refusal(
        "no-text-column",
        "no column is known to hold the answers; the headers are \(headers.prefix(400)): name it in hearing.xml, as in "
          + "<answers><column header=\"…\" role=\"text\"/></answers>")
    }
    guard table.rows.count <= source.limits.answers else {
      throw refusal(
        "too-large", "the table has \(table.rows.count) answers, more than \(source.limits.answers); split it")
    }
    var content = ReadContent()
    let keys = keys()
    for (row, key) in zip(table.rows, keys) {
      if let document = document(row) {
        content.answers.append(
          Answer(
            name: "\(row.number)", key: key, document: document,
            sha256: ContentHash.sha256(Array(row.cells.map(\.text).joined(separator: "\u{1F}").utf8))))
      } else {
        content.refusals.append(
          problem(row.number, "ingest.empty", "row \(row.number) holds no answer; see whether one is missing"))
      }
    }
    content.refusals += table.broken.map { problem($0.row, "ingest.broken-row", $0.reason) }
    return content
  }

  private func problem(_ row: Int, _ code: String, _ message: String) -> Diagnostic {
    Diagnostic(.error, code: code, message, path: "\(source.name)/\(row)")
  }

  /// What tells the rows apart: their own identifiers where each has one of its own, otherwise their numbers.
  private func keys() -> [String] {
    let identifiers = table.rows.map { values($0, .id).first ?? "" }
    let folded = Set(identifiers.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } })
    guard folded.count == table.rows.count, !folded.contains("") else { return table.rows.map { "\($0.number)" } }
    return identifiers
  }

  private func cells(_ row: AnswerTable.Row, _ role: AnswerColumn.Role) -> [(header: String, cell: AnswerTable.Cell)] {
    zip(table.header, row.cells).enumerated().compactMap { index, found in
      let isEmpty = !found.1.text.contains { !$0.isWhitespace }
      return columns.roles[index] == role && !isEmpty ? (found.0, found.1) : nil
    }
  }

  private func values(_ row: AnswerTable.Row, _ role: AnswerColumn.Role) -> [String] {
    cells(row, role).map { $0.cell.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  private func document(_ row: AnswerTable.Row) -> Document? {
    var builder = DocumentBuilder(format: table.format)
    builder.metadata.senderName = values(row, .organisation).first ?? values(row, .sender).first
    builder.metadata.senderAddress = values(row, .address).first { $0.contains("@") }
    builder.metadata.date = values(row, .date).first.map(AnswerDate.day)
    builder.metadata.title = values(row, .title).first
    builder.notes = table.notes
    // What is no part of the answer stands above it, so that nothing of the row is lost.
    let organisation: [AnswerColumn.Role] = [.organisation, .sender, .title, .other]
    for role in organisation {
      for (header, cell) in cells(row, role) {
        builder.append(
          [("\(header): ", nil), (cell.text, 0)], kind: .furniture, part: cell.place)
      }
    }
    let texts = cells(row, .text).map { (header: "", cell: $0.cell) } + cells(row, .question)
    for (header, cell) in texts {
      if !header.isEmpty { builder.append(header, kind: .heading, level: 2) }
      append(cell, to: &builder)
    }
    let attachments = values(row, .attachments)
    for name in attachments {
      builder.notes.append(
        Diagnostic(
          .note, code: "ingest.named-attachment",
          "the row names the attachment \(name.prefix(200)); it is read where it lies among the answers"))
    }
    guard !texts.isEmpty || !attachments.isEmpty else { return nil }
    for (header, cell) in cells(row, .attachments) {
      builder.append([("\(header): ", nil), (cell.text, 0)], kind: .furniture, part: cell.place)
    }
    return builder.build()
  }

  /// Adds what stands in a cell: text with its paragraphs, or the page that some portals keep.
  private func append(_ cell: AnswerTable.Cell, to builder: inout DocumentBuilder) {
    let bytes = Array(cell.text.utf8)
    if cell.text.contains("</") || cell.text.contains("<br"), cell.text.contains(where: { $0 == ">" }) {
      var page = builder
      HTMLDocumentReader.append(bytes, declared: "utf-8", part: cell.place, isMail: false, to: &page)
      builder = page
      return
    }
    let text = PlainText(bytes)
    text.append(text.pieces(), to: &builder, part: cell.place)
  }
}
