public import PejlAnalysis
internal import PejlHearing
public import PejlTagging
internal import PejlText

/// The files of one report, file by file or in pieces, so that what has not changed need not be made again.
public struct ReportEdition: Sendable {
  /// A page or file of figures that speaks of all responses.
  public enum WholePage: String, Sendable, CaseIterable {
    /// The overview.
    case index = "index.html"
    /// Who touched what.
    case coverage = "coverage.html"
    /// Who said what.
    case themes = "themes.html"
    /// Who answered.
    case responses = "responses.html"
    /// How the figures came about.
    case method = "method.html"
    /// Who touched what, for programs.
    case coverageXML = "coverage.xml"
  }

  /// The path of the file with every passage and its tags.
  public static let analysisPath = "analysis.xml"
  /// The path of the file with the passages of each code.
  public static let themesPath = "themes.xml"

  let renderer: ReportRenderer
  let context: ReportContext
  private let full: ReportContext
  let contents: [CodeContent]

  /// The report of `analysis`.
  ///
  /// - Parameters:
  ///   - renderer: the templates.
  ///   - analysis: the figures.
  ///   - method: what to say of the run.
  ///   - working: the figures with every text as it was read, where pages hide something and `analysis.xml` does not.
  public init(_ renderer: ReportRenderer, _ analysis: Analysis, method: ReportMethod, working: Analysis? = nil) {
    self.renderer = renderer
    context = ReportContext(analysis: analysis, method: method, words: renderer.words)
    full = working.map { ReportContext(analysis: $0, method: method, words: renderer.words) } ?? context
    contents = CodeContent.all(context)
  }

  /// The page or file of that name.
  ///
  /// - Throws: when a template is missing.
  public func page(_ page: WholePage) throws -> ReportFile {
    let path = page.rawValue
    return switch page {
    case .index: try renderer.page("index", path, IndexPage(context: context, contents: contents).fields, context)
    case .coverage: try renderer.page("coverage", path, CoveragePage(context: context).fields, context)
    case .themes: try renderer.page("themes", path, ThemesPage(context: context, contents: contents).fields, context)
    case .responses: try renderer.page("responses", path, ResponsesPage(context: context).fields, context)
    case .method: try renderer.page("method", path, MethodPage(context: context).fields, context)
    case .coverageXML: ReportFile(path: path, bytes: try CoverageXML(context: context).bytes())
    }
  }

  /// The paths of the responses' pages, in the order of the analysis.
  public var responsePaths: [String] { context.responsePaths }

  /// The page of the response at `index`.
  ///
  /// - Throws: when a template is missing.
  public func page(ofResponse index: Int) throws -> ReportFile {
    try renderer.page(
      "response", context.responsePaths[index], ResponsePage(context: context, index: index).fields, context,
      isOfResponse: true)
  }

  /// What the page and the fragments of the response at `index` show beside the response: the same words, the same bytes.
  public func surroundings(ofResponse index: Int) -> [String] {
    let privacy = context.method.privacy
    let party = context.party(of: index)
    return [
      context.responsePaths[index], renderer.language.rawValue, party.id, party.kind.rawValue,
      context.name(of: party),
      privacy.map { "\($0.isPublished) \($0.counts.isEmpty) \($0.open > 0) \($0.masked > 0)" } ?? "",
      context.method.version,
    ]
  }

  /// What stands in `analysis.xml` before the responses, and what behind them.
  public func analysisFrame() throws -> (head: [UInt8], tail: [UInt8]) { try AnalysisXML(context: full).frame() }

  /// What stands in `analysis.xml` of one response.
  public static func analysisFragment(_ response: TaggedResponse) throws -> [UInt8] {
    try AnalysisXML.fragment(response)
  }

  /// `themes.xml` in pieces.
  public func themes() throws -> PiecedFile {
    PiecedFile(path: Self.themesPath, pieces: try ThemesXML(context: context).pieces())
  }

  /// All files, sorted by path.
  func files(elements: [String: [UInt8]] = [:]) throws -> [ReportFile] {
    var files = try WholePage.allCases.map(page)
    files.append(ReportFile(path: Self.analysisPath, bytes: try analysisXML(elements)))
    files.append(ReportFile(path: Self.themesPath, bytes: try themesXML()))
    let parts = try quoteParts()
    for list in quotePages { files += try pages(list, parts).map(whole) }
    for index in context.analysis.digests.indices { files.append(try page(ofResponse: index)) }
    return files.sorted { $0.path < $1.path }
  }

  /// `analysis.xml` whole; `elements` are those of responses that are not made here.
  package func analysisXML(_ elements: [String: [UInt8]] = [:]) throws -> [UInt8] {
    let (head, tail) = try analysisFrame()
    var bytes = head
    for response in full.analysis.responses { bytes += try elements[response.id] ?? Self.analysisFragment(response) }
    return bytes + tail
  }

  /// `themes.xml` whole.
  func themesXML() throws -> [UInt8] {
    let fragments = try context.analysis.digests.indices.map(themesFragments)
    return try themes().pieces.flatMap { piece in
      switch piece {
      case .bytes(let own): own
      case .fragment(let response, let number): fragments[response][number]
      case .shared(let number): try shared(number)
      }
    }
  }

  /// A file put together.
  private func whole(_ file: PiecedFile) throws -> ReportFile {
    var bytes: [UInt8] = []
    for piece in file.pieces {
      switch piece {
      case .bytes(let own): bytes += own
      case .fragment(let response, let number): bytes += try fragment(number, ofResponse: response)
      case .shared(let number): bytes += try shared(number)
      }
    }
    return ReportFile(path: file.path, bytes: bytes)
  }
}
