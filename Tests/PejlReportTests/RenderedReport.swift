import PejlAnalysis
import PejlCodebook
import PejlReport
import PejlTagging
import PejlText
import PejlXML
import Testing

/// The sample's report, with ways to look into it.
struct RenderedReport {
  let files: [ReportFile]

  /// The schemas of the files that the report of a hearing holds.
  static let schemas = [ReportSchema.analysis, .coverage, .themes]

  /// A report of given files.
  init(files: [ReportFile]) { self.files = files }

  /// The sample's report, or one of other responses to the same hearing.
  init(responses: [TaggedResponse]? = nil, language: ReportLanguage = .danish) throws {
    let analysis =
      responses.map {
        Analysis(hearing: Sample.hearing, codebook: Sample.codebook.summary, responses: $0, unread: [])
      } ?? Sample.analysis
    try self.init(analysis: analysis, language: language)
  }

  /// The report of an analysis.
  init(analysis: Analysis, language: ReportLanguage = .danish) throws {
    let method = ReportMethod(version: "0.1.0", codebookHashes: [("codebook.xml", String(repeating: "ab", count: 32))])
    files = try ReportRenderer(language: language).render(analysis, method: method)
  }

  var pages: [ReportFile] { files.filter { $0.path.hasSuffix(".html") } }

  func bytes(_ path: String) throws -> [UInt8] {
    try #require(files.first { $0.path == path }, "no file \(path) among \(files.map(\.path))").bytes
  }

  func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  func xml(_ path: String) throws -> XMLElement { try XMLReader.parse(try bytes(path), path: path) }

  /// A page as XML: it is written so that it is well-formed when its DOCTYPE is left out.
  func tree(_ path: String) throws -> XMLElement {
    let doctype = Array("<!DOCTYPE html>".utf8)
    let bytes = try bytes(path)
    #expect(bytes.starts(with: doctype))
    return try XMLReader.parse(Array(bytes.dropFirst(doctype.count + 1)), path: path)
  }
}

extension XMLElement {
  /// All elements below, the element itself first, in document order.
  var all: [XMLElement] { [self] + elements.flatMap(\.all) }
  /// All elements of that name.
  func all(_ name: String) -> [XMLElement] { all.filter { $0.name == name } }
}
