internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlReport
internal import PejlSegment
internal import PejlTagging

/// The passages of a list of quotes, one row each.
struct QuoteTable {
  /// A row.
  struct Row {
    let id: String
    let respondent: String
    let kind: String
    let annex: String
    let document: String
    let page: String
    let passage: String
    let file: String
    let text: String
    /// All codes on the passage, parted by semicolons.
    let tags: String
    /// Whether it bears each of ``QuoteTable/codes``.
    let marks: [Bool]
  }

  /// The codes that have a column, by facet, then in the codebook's order.
  let codes: [Code]
  /// The rows in the order of the answers.
  let rows: [Row]
  let words: NoteWords
  let context: ReportContext
  /// What was asked for, in words.
  let filter: String

  /// The rows of `analysis` that `filter` lets through; only passages that count.
  ///
  /// - Throws: ``InvalidInput`` when the filter names what does not exist.
  init(_ analysis: Analysis, filter: QuoteFilter, language: ReportLanguage) throws {
    let words = try NoteWords(language)
    let context = words.context(analysis)
    let resolved = try filter.resolved(analysis.codebook, words)
    let codes = [Facet.ID.strategy, .theme, .stance].flatMap { analysis.codebook.codes($0) }
    var rows: [Row] = []
    for (place, response) in analysis.responses.enumerated() {
      for (index, tagged) in response.passages.enumerated()
      where tagged.isCounted && resolved.holds(tagged, of: response) {
        let borne = tagged.tags.filter { $0.facet != .frame }
        rows.append(
          Row(
            id: tagged.passage.id, respondent: context.name(of: context.party(of: place)),
            kind: words["kind.\(response.respondent.kind.rawValue)"],
            annex: response.annex.map { String($0.number) } ?? "", document: response.annex?.document ?? "",
            page: tagged.passage.page.map { String($0) } ?? "", passage: String(tagged.passage.number),
            file: response.file, text: context.text(response: place, passage: index),
            tags: borne.map(\.code).joined(separator: "; "),
            marks: codes.map { code in borne.contains { $0.code == code.id && $0.facet == code.facet } }))
      }
    }
    self.codes = codes
    self.rows = rows
    self.words = words
    self.context = context
    let parts = [
      ("quotes.filter.code", filter.codes), ("quotes.filter.stance", filter.stances),
      ("quotes.filter.kind", filter.kinds),
    ].filter { !$0.1.isEmpty }.map { words.words.filled($0.0, ["list": $0.1.joined(separator: ", ")]) }
    self.filter = parts.isEmpty ? words["quotes.filter.none"] : parts.joined(separator: "; ")
  }

  /// The names of the columns before those of the codes.
  var headers: [String] {
    ["id", "respondent", "kind", "annex", "document", "page", "passage", "file", "text", "tags"].map {
      words["quotes.column.\($0)"]
    }
  }

  /// The cells before those of the codes, in the order of ``headers``, safe to look at.
  func cells(_ row: Row) -> [String] {
    [
      row.id, row.respondent, row.kind, row.annex, row.document, row.page, row.passage, row.file, row.text, row.tags,
    ].map(ShownText.visible)
  }

  /// What the list holds, in a sentence.
  var summary: String {
    words.words.filled("quotes.summary", ["passages": words.words.count(rows.count, "passage"), "filter": filter])
  }

  /// Where a row's passage stands.
  func source(_ row: Row) -> String {
    [
      row.respondent, row.annex.isEmpty ? nil : words.words.filled("source.annex", ["number": row.annex]),
      row.page.isEmpty ? nil : words.words.filled("source.page", ["number": row.page]),
      words.words.filled("source.passage", ["number": row.passage]),
    ].compactMap(\.self).joined(separator: ", ")
  }
}
