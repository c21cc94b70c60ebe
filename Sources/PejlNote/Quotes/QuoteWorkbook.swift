internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlReport
internal import PejlTagging

/// Writes a list of quotes as a workbook: passages, coverage, respondents, method.
struct QuoteWorkbook {
  let table: QuoteTable
  let method: ReportMethod

  private var words: NoteWords { table.words }
  private var analysis: Analysis { table.context.analysis }

  /// The XLSX.
  func bytes() throws -> [UInt8] {
    let book = try Spreadsheet(title: words["quotes.title"])
    try addPassages(to: book)
    try addCoverage(to: book)
    try addRespondents(to: book)
    try addMethod(to: book)
    return try book.finish()
  }

  private func addPassages(to book: Spreadsheet) throws {
    let widths: [Double] = [24, 28, 14, 7, 12, 6, 9, 24, 80, 20]
    let columns =
      zip(table.headers, widths).map { Spreadsheet.Column(title: $0, width: $1) }
      + table.codes.map { Spreadsheet.Column(title: $0.id, width: Double(max(6, $0.id.count + 3))) }
    let rows = table.rows.map { row in
      table.cells(row).map(cell) + row.marks.map { Spreadsheet.Cell.number($0 ? 1 : 0) }
    }
    try book.addSheet(
      words["quotes.sheet.passages"], columns: columns, rows: rows, frozenColumns: 2,
      printedColumns: table.headers.count)
  }

  /// A number is a number, everything else is text, whatever it begins with.
  private func cell(_ text: String) -> Spreadsheet.Cell {
    text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && text.count < 10
      ? Int(text).map { .number($0) } ?? .text(text) : .text(text)
  }

  private func addCoverage(to book: Spreadsheet) throws {
    let coverage = analysis.coverage
    let columns =
      [
        Spreadsheet.Column(title: words["column.party"], width: 40),
        Spreadsheet.Column(title: words["quotes.column.heard"], width: 9),
      ] + coverage.columns.map { Spreadsheet.Column(title: table.context.label($0.code), width: 14) }
    var rows = coverage.rows.map { row in
      [
        Spreadsheet.Cell.text(name(of: row.party)), .number(row.party.isHeard ? 1 : 0),
      ] + coverage.columns.map { .number(row.passages[$0.code.id, default: 0]) }
    }
    rows.append(
      [.text(words["quotes.sum.passages"]), .text("")] + coverage.columns.map { .number($0.passages) })
    rows.append(
      [.text(words["quotes.sum.parties"]), .text("")] + coverage.columns.map { .number($0.parties) })
    try book.addSheet(words["quotes.sheet.coverage"], columns: columns, rows: rows, frozenColumns: 1)
  }

  private func name(of party: Party) -> String { ShownText.visible(table.context.name(of: party)) }

  private func addRespondents(to book: Spreadsheet) throws {
    let titles: [(String, Double)] = [
      ("column.party", 40), ("column.kind", 16), ("quotes.column.group", 28), ("quotes.column.heard", 9),
      ("column.answer", 10), ("column.annex", 14), ("column.passages", 10), ("quotes.column.counted", 12),
      ("quotes.column.tagged", 10), ("quotes.column.untagged", 12), ("quotes.column.aside", 12),
    ]
    let rows = analysis.coverage.rows.map { row -> [Spreadsheet.Cell] in
      let party = row.party
      let annexes = Set(party.responses.compactMap { analysis.responses[$0].annex?.number }).sorted()
      let figures = [
        row.account.passages, row.account.counted, row.account.tagged, row.account.untagged, row.account.setAsideTotal,
      ]
      return [
        .text(name(of: party)), .text(words["kind.\(party.kind.rawValue)"]), .text(party.group ?? ""),
        .number(party.isHeard ? 1 : 0), .number(party.responses.count),
        .text(annexes.map(String.init).joined(separator: ", ")),
      ] + figures.map { .number($0) }
    }
    try book.addSheet(
      words["quotes.sheet.respondents"], columns: titles.map { .init(title: words[$0.0], width: $0.1) }, rows: rows,
      frozenColumns: 1)
  }

  private func addMethod(to book: Spreadsheet) throws {
    let hearing = analysis.hearing
    let total = analysis.coverage.total
    var rows: [(String, Spreadsheet.Cell)] = [
      ("fact.case", .text(hearing.caseNumber ?? "")), ("fact.title", .text(ShownText.visible(hearing.title ?? ""))),
      ("quotes.method.filter", .text(table.filter)), ("quotes.method.rows", .number(table.rows.count)),
      ("fact.heard", .number(analysis.coverage.heard)), ("fact.answered", .number(analysis.coverage.answered)),
      ("fact.others", .number(analysis.coverage.unknownSenders)), ("fact.responses", .number(analysis.responses.count)),
      ("quotes.method.unread", .number(analysis.unread.count)), ("column.passages", .number(total.passages)),
      ("quotes.column.counted", .number(total.counted)), ("quotes.column.tagged", .number(total.tagged)),
      ("quotes.column.untagged", .number(total.untagged)), ("quotes.column.aside", .number(total.setAsideTotal)),
      ("quotes.method.outside", .number(total.outside)),
      ("quotes.method.codebook", .text("\(analysis.codebook.id), \(analysis.codebook.version)")),
      ("quotes.method.pejl", .text(method.version)), ("quotes.method.marks", .text(words["quotes.method.marks.text"])),
      ("quotes.method.whole", .text(words["quotes.method.whole.text"])),
    ]
    if let privacy = words.privacy(method.privacy) { rows.append(("quotes.method.privacy", .text(privacy))) }
    for source in method.codebookHashes {
      rows.append(("quotes.method.hash", .text("\(source.path) \(source.sha256)")))
    }
    try book.addSheet(
      words["quotes.sheet.method"],
      columns: [
        .init(title: words["column.fact"], width: 34),
        .init(title: words["column.value"], width: 100, isProse: true),
      ],
      rows: rows.map { [.text(words[$0.0]), $0.1] })
  }
}
