public import PejlAnalysis
internal import PejlTagging
internal import PejlText

/// Turns the figures of one run into the files of its report.
///
/// The result depends on nothing but the arguments: the same analysis gives the same bytes.
public struct ReportRenderer: Sendable {
  let words: Words
  let language: ReportLanguage
  private let assets: [String: PageAssets]
  private let library: TemplateLibrary

  /// A renderer with its templates ready.
  ///
  /// - Parameter language: what the pages are written in.
  /// - Throws: what is wrong with a template or the catalogue of words; both are part of the program, so this never
  ///   depends on input.
  public init(language: ReportLanguage = .danish) throws {
    self.language = language
    words = try Words(language)
    let byStyle = Dictionary(
      uniqueKeysWithValues: Set(Self.pages.map(\.1)).map { ownStyle in
        let style = PackageResources.style_css + ownStyle
        return (ownStyle, PageAssets(language, style: style, script: PackageResources.filters_js))
      })
    assets = Dictionary(uniqueKeysWithValues: Self.pages.map { ($0, byStyle[$1]) }).compactMapValues(\.self)
    var library = TemplateLibrary(words: words)
    for (name, bytes) in Self.templates { try library.register(bytes, named: name) }
    self.library = library
  }

  /// Renders all pages and XML files of `analysis`.
  ///
  /// - Parameters:
  ///   - analysis: the figures.
  ///   - method: what to say of the run.
  ///   - working: the figures with every text as it was read, where pages hide something and `analysis.xml` does not.
  ///   - elements: by response, its element of `analysis.xml`, where that is not made here.
  /// - Returns: the files, sorted by path.
  /// - Throws: when a template is missing.
  public func render(
    _ analysis: Analysis, method: ReportMethod, working: Analysis? = nil, elements: [String: [UInt8]] = [:]
  ) throws -> [ReportFile] {
    try ReportEdition(self, analysis, method: method, working: working).files(elements: elements)
  }

  func page(
    _ template: String, _ path: String, _ fields: Fields, _ context: ReportContext, isOfResponse: Bool = false
  ) throws -> ReportFile {
    guard let assets = assets[template] else { throw Self.missing(template) }
    let frame = PageFrame(context: context, template: template, path: path, assets: assets, isOfResponse: isOfResponse)
    return try page(template, path, frame.fields.merging(fields))
  }

  /// The page of `template`, cut at its gaps.
  func pieces(_ template: String, _ path: String, _ fields: Fields, _ context: ReportContext) throws -> [[UInt8]] {
    guard let assets = assets[template] else { throw Self.missing(template) }
    let frame = PageFrame(context: context, template: template, path: path, assets: assets, isOfResponse: false)
    guard let pieces = library.pieces(frame.fields.merging(fields), with: template) else {
      throw Self.missing(template)
    }
    return pieces
  }

  /// A quote up to where it says which others say the same; that and the end follow from ``end(ofQuote:)``.
  func quote(_ quote: Quote, root: String) throws -> [UInt8] {
    try page("quote", "", quote.fields.merging(["root": root])).bytes
  }

  /// What stands behind a quote: which others say the same, if any do.
  func end(ofQuote fields: Fields) throws -> [UInt8] { try page("quote-end", "", fields).bytes }

  /// What a page of shared texts says of one thing.
  func item(_ template: String, _ fields: Fields) throws -> [UInt8] { try page(template, "", fields).bytes }

  /// What a page says of one thing, cut at its gaps.
  func pieces(ofItem template: String, _ fields: Fields) throws -> [[UInt8]] {
    guard let pieces = library.pieces(fields, with: template) else { throw Self.missing(template) }
    return pieces
  }

  /// What stands before quotes whose words have been shown already.
  func repeats() throws -> [UInt8] { try page("repeats", "", [:]).bytes }

  /// The page of `template` with everything that it names.
  func page(_ template: String, _ path: String, _ fields: Fields) throws -> ReportFile {
    guard let html = library.render(fields, with: template) else { throw Self.missing(template) }
    return ReportFile(path: path, bytes: html)
  }

  /// What stands in pages that belong to no single report.
  var plain: PageAssets { PageAssets(language, style: PackageResources.style_css, script: []) }

  private static func missing(_ template: String) -> InvalidInput {
    InvalidInput(code: "report.template", "the template \(template) is missing")
  }

  /// The pages of a hearing, each with what it adds to the style of all.
  private static let pages: [(String, [UInt8])] = [
    ("index", []), ("themes", []), ("code", []), ("outside", []), ("responses", []), ("method", []),
    ("passages", []), ("shared", []),
    ("coverage", PackageResources.matrix_css), ("response", PackageResources.answer_css),
  ]

  private static let templates: [(String, [UInt8])] = [
    ("index", PackageResources.index_mustache),
    ("coverage", PackageResources.coverage_mustache),
    ("themes", PackageResources.themes_mustache),
    ("method", PackageResources.method_mustache),
    ("response", PackageResources.response_mustache),
    ("decisions", PackageResources.decisions_mustache),
    ("changes", PackageResources.changes_mustache),
    ("timeline", PackageResources.timeline_mustache),
    ("head", PackageResources.head_mustache),
    ("foot", PackageResources.foot_mustache),
    ("sums", PackageResources.sums_mustache),
    ("chart", PackageResources.chart_mustache),
    ("pieces", PackageResources.pieces_mustache),
    ("code", PackageResources.code_mustache),
    ("outside", PackageResources.outside_mustache),
    ("shared", PackageResources.shared_mustache),
    ("shared-anchor", PackageResources.shared_anchor_mustache),
    ("shared-text", PackageResources.shared_text_mustache),
    ("shared-own", PackageResources.shared_own_mustache),
    ("page-links", PackageResources.page_links_mustache),
    ("passages", PackageResources.passages_mustache),
    ("responses", PackageResources.responses_mustache),
    ("stance-bars", PackageResources.stance_bars_mustache),
    ("sentence", PackageResources.sentence_mustache),
    ("quotes", PackageResources.quotes_mustache),
    ("source", PackageResources.source_mustache),
    ("quote", PackageResources.quote_mustache),
    ("quote-end", PackageResources.quote_end_mustache),
    ("repeats", PackageResources.repeats_mustache),
    ("sender-option", PackageResources.sender_option_mustache),
    ("sender-row", PackageResources.sender_row_mustache),
    ("count-cell", PackageResources.count_cell_mustache),
    ("evaluation", PackageResources.evaluation_mustache),
    ("comparison", PackageResources.comparison_mustache),
    ("mistake", PackageResources.mistake_mustache),
  ]
}
