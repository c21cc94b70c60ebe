public import PejlAnalysis
public import PejlReport
internal import PejlText

/// Writes passages with their sources, one a row.
///
/// The result depends on nothing but the arguments: the same analysis gives the same bytes.
public struct QuoteRenderer: Sendable {
  /// A form that a list of quotes can have.
  public enum Format: String, Sendable, CaseIterable {
    /// Markdown.
    case md
    /// Values parted by semicolons.
    case csv
    /// A workbook with passages, coverage, respondents, method.
    case xlsx
    /// A Word document.
    case docx
  }

  private let analysis: Analysis
  private let method: ReportMethod
  private let language: ReportLanguage

  /// A renderer for `analysis`; in `language` is what stands around the texts of the answers.
  public init(_ analysis: Analysis, method: ReportMethod, language: ReportLanguage = .danish) {
    self.analysis = analysis
    self.method = method
    self.language = language
  }

  /// The passages that `filter` lets through.
  ///
  /// - Returns: the bytes of the file, and how many passages it holds.
  /// - Throws: ``InvalidInput`` when the filter names a code, stance or kind that does not exist, or a file cannot be made.
  public func render(_ filter: QuoteFilter, as format: Format) throws -> (bytes: [UInt8], count: Int) {
    let table = try QuoteTable(analysis, filter: filter, language: language)
    let bytes =
      switch format {
      case .md: QuoteText(table: table, method: method).markdown
      case .csv: QuoteText(table: table, method: method).csv
      case .xlsx: try QuoteWorkbook(table: table, method: method).bytes()
      case .docx: try word(table)
      }
    return (bytes, table.rows.count)
  }

  /// A workbook without content: the parts that it shares with others say nothing of a hearing.
  ///
  /// - Throws: ``InvalidInput`` when the file cannot be made.
  public static func blankWorkbook() throws -> [UInt8] { try Spreadsheet.blank() }

  private func word(_ table: QuoteTable) throws -> [UInt8] {
    let form = try NoteForm(
      CaseNote(analysis, language: language), layout: .state, method: method, language: language)
    let words = table.words
    let quotes = NoteTable(
      caption: table.summary,
      columns: [
        .init(title: words["quotes.column.text"], share: 56), .init(title: words["quotes.column.source"], share: 22),
        .init(title: words["quotes.column.tags"], share: 22),
      ],
      rows: table.rows.map { row in
        [[.quote(row.text)], [.text(table.source(row))], [.text(row.tags), .source(row.id)]]
      })
    let remarks = [words.privacy(method.privacy)].compactMap { $0.map { NoteBlock.remark($0) } }
    var values = form.values
    values["kind"] = words["quotes.title"]
    let document = WordDocument(
      sections: [NoteSection(id: "quotes", blocks: remarks + [.table(quotes)])], values: values,
      title: "\(words["quotes.title"]): \(form.title)", words: words, template: .quotes(words))
    return try document.write().bytes
  }
}
