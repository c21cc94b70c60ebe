public import PejlAnalysis
internal import PejlText

/// Turns the figures of one run into the files of its report.
///
/// The result depends on nothing but the arguments: the same analysis gives the same bytes.
public struct ReportRenderer: Sendable {
  let words: Words
  let style: String
  private let library: TemplateLibrary

  /// A renderer with its templates ready.
  ///
  /// - Throws: what is wrong with a template or the catalogue of words; both are part of the program, so this never
  ///   depends on input.
  public init() throws {
    words = try Words(PackageResources.words_da_txt)
    style = String(decoding: PackageResources.style_css, as: UTF8.self)
    var library = TemplateLibrary()
    for (name, bytes) in Self.templates { try library.register(bytes, named: name) }
    self.library = library
  }

  /// Renders all pages and XML files of `analysis`.
  ///
  /// - Parameters:
  ///   - analysis: the figures.
  ///   - method: what to say of the run.
  ///   - working: the figures with every text as it was read, where pages hide something and `analysis.xml` does not.
  /// - Returns: the files, sorted by path.
  /// - Throws: when memory is out.
  public func render(
    _ analysis: Analysis, method: ReportMethod, working: Analysis? = nil
  ) throws -> [ReportFile] {
    let edition = ReportEdition(self, analysis, method: method, working: working)
    var files = try ReportEdition.WholePage.allCases.map(edition.page)
    files.append(ReportFile(path: ReportEdition.analysisPath, bytes: try edition.analysisXML()))
    files.append(ReportFile(path: ReportEdition.themesPath, bytes: try edition.themesXML()))
    for index in analysis.digests.indices { files.append(try edition.page(ofResponse: index)) }
    return files.sorted { $0.path < $1.path }
  }

  func page(
    _ template: String, _ path: String, _ fields: Fields, _ context: ReportContext
  ) throws -> ReportFile {
    let frame = PageFrame(context: context, template: template, path: path, style: style)
    return try page(template, path, frame.fields.merging(fields))
  }

  /// The page of `template` with everything that it names.
  func page(_ template: String, _ path: String, _ fields: Fields) throws -> ReportFile {
    guard let html = library.render(fields, with: template) else {
      throw InvalidInput(code: "report.template", "the template \(template) is missing")
    }
    return ReportFile(path: path, bytes: html)
  }

  private static let templates: [(String, [UInt8])] = [
    ("index", PackageResources.index_mustache),
    ("coverage", PackageResources.coverage_mustache),
    ("themes", PackageResources.themes_mustache),
    ("method", PackageResources.method_mustache),
    ("response", PackageResources.response_mustache),
    ("head", PackageResources.head_mustache),
    ("foot", PackageResources.foot_mustache),
    ("sums", PackageResources.sums_mustache),
    ("chart", PackageResources.chart_mustache),
    ("pieces", PackageResources.pieces_mustache),
    ("code-section", PackageResources.code_section_mustache),
    ("quote", PackageResources.quote_mustache),
    ("evaluation", PackageResources.evaluation_mustache),
    ("comparison", PackageResources.comparison_mustache),
    ("mistake", PackageResources.mistake_mustache),
  ]
}
