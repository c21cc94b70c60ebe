internal import PejlHearing
internal import PejlText

/// Makes documents of the rows of a table.
struct AnswerRows {
  private let table: AnswerTable
  private let columns: AnswerColumns
  private let source: SourceFile
  /// What the user should know of every answer, and what stands beside the answers.
  private let notes: [Diagnostic]
  /// What stands beside them and is too long to be told with each.
  private let asides: [Diagnostic]
  /// So many characters beside the answers are told with each of them.
  private static let asideLimit = 300

  init(_ table: AnswerTable, source: SourceFile) {
    self.table = table
    self.source = source
    columns = AnswerColumns(table, hearing: source.columns)
    notes =
      table.notes
      + table.asides.filter { $0.text.count <= Self.asideLimit }.map {
        Diagnostic(.note, code: "ingest.beside-answers", "\($0.place) stands: \($0.text)")
      }
    asides = table.asides.filter { $0.text.count > Self.asideLimit }.map {
      Diagnostic(
        .error, code: "ingest.aside-unread",
        "\($0.place) stand \($0.text.count) characters that belong to no answer and were not read, from \"\($0.text.prefix(60))\"; save them as a file of their own if they are an answer",
        path: source.name)
    }
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
    content.refusals = asides
    let keys = keys()
    for (row, key) in zip(table.rows, keys ?? table.rows.map { "\($0.number)" }) {
      if let document = document(row, hasKey: keys != nil) {
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

  /// The rows' own identifiers, where each has one of its own.
  private func keys() -> [String]? {
    let identifiers = table.rows.map { values($0, .id).first ?? "" }
    let folded = Set(identifiers.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } })
    return folded.count == table.rows.count && !folded.contains("") ? identifiers : nil
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

  private func document(_ row: AnswerTable.Row, hasKey: Bool) -> Document? {
    var builder = DocumentBuilder(format: table.format)
    builder.metadata.senderName = values(row, .organisation).first ?? values(row, .sender).first
    builder.metadata.senderAddress = values(row, .address).first { $0.contains("@") }
    builder.metadata.date = values(row, .date).first.map(AnswerDate.day)
    builder.metadata.title = values(row, .title).first
    builder.notes = notes
    // What is no part of the answer stands above it, so that nothing of the row is lost.
    let above: [AnswerColumn.Role] = [.organisation, .sender, .title, .other]
    for (header, cell) in above.flatMap({ cells(row, $0) }) + untold(row, hasKey: hasKey) {
      builder.append([("\(header): ", nil), (cell.text, 0)], kind: .furniture, part: cell.place)
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

  /// The cells of columns of which one cell says what is wanted, and that do not say it: further dates, addresses that are
  /// none, identifiers that do not tell the rows apart.
  private func untold(_ row: AnswerTable.Row, hasKey: Bool) -> [(header: String, cell: AnswerTable.Cell)] {
    var addresses = cells(row, .address)
    if let told = addresses.firstIndex(where: { $0.cell.text.contains("@") }) { addresses.remove(at: told) }
    return cells(row, .id).dropFirst(hasKey ? 1 : 0) + addresses + cells(row, .date).dropFirst()
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
