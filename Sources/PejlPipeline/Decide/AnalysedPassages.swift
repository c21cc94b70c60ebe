internal import PejlText
internal import PejlXML

/// The passages that an `analysis.xml` holds, to find one by its identifier.
public struct AnalysedPassages: Sendable {
  /// A passage of a run.
  public struct Passage: Sendable {
    /// The identifier of the response.
    public let response: String
    /// The SHA-256 of the response's file.
    public let sha256: String
    /// The identifier.
    public let id: String
    /// The text without white space at its ends.
    public let text: String
    /// Whether another passage follows in the response.
    public let hasNext: Bool
  }

  /// A response of a run.
  public struct Response: Sendable {
    /// The identifier.
    public let id: String
    /// The SHA-256 of its file.
    public let sha256: String
  }

  /// What an identifier names.
  public enum Target: Sendable {
    /// A passage.
    case passage(Passage)
    /// A whole response.
    case response(Response)
  }

  private let path: String
  private let responses: [Response]
  private let passages: [Passage]

  /// Reads the file at `path`.
  ///
  /// - Throws: ``InvalidInput`` when it is no analysis.xml.
  public init(path: String) throws {
    guard Files.kind(path) == .file else {
      throw InvalidInput(
        code: "decide.analysis", "there is no such file; run pejl analyse first, or name another with --analysis",
        path: path)
    }
    var responses: [Response] = []
    var passages: [Passage] = []
    let root = try XMLReader.parse(Files.read(path), path: path) { part in
      guard part.name == "response" else { return }
      responses.append(Response(id: part["id"] ?? "", sha256: part["sha256"] ?? ""))
      passages += Self.passages(of: part)
    }
    guard root.namespace == "urn:pejl:analysis:1" else {
      throw InvalidInput(code: "decide.analysis", "this is no analysis.xml of pejl", path: path, line: root.line)
    }
    self.path = path
    self.responses = responses
    self.passages = passages
  }

  private static func passages(of response: XMLElement) -> [Passage] {
    let own = response.elements("passage")
    return own.enumerated().map { number, passage in
      let text = UTF8Text(passage.first("text")?.text ?? "")
      return Passage(
        response: response["id"] ?? "", sha256: response["sha256"] ?? "", id: passage["id"] ?? "",
        text: text[text.trimmed(text.span)], hasNext: number + 1 < own.count)
    }
  }

  /// What `name` names: a passage or a response by its identifier, or a passage by the beginning of its identifier.
  ///
  /// - Throws: ``InvalidInput`` when there is none, or more than one.
  public func target(_ name: String) throws -> Target {
    if let passage = passages.first(where: { $0.id == name }) { return .passage(passage) }
    if let response = responses.first(where: { $0.id == name }) { return .response(response) }
    let found = passages.filter { $0.id.hasPrefix(name) }
    guard let first = found.first else {
      throw InvalidInput(
        code: "decide.passage",
        "there is no passage and no response \"\(name)\"; the pages in responses/ show the identifiers", path: path)
    }
    guard found.count == 1 else {
      throw InvalidInput(
        code: "decide.passage",
        "\(found.count) passages begin so: \(found.prefix(5).map(\.id).joined(separator: ", "))…", path: path)
    }
    return .passage(first)
  }
}
