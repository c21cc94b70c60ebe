internal import PejlText
internal import PejlXML

/// The passages that an `analysis.xml` holds, to find one by its identifier.
public struct AnalysedPassages: Sendable {
  /// A passage of a run.
  public struct Passage: Sendable, Hashable {
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
  public struct Response: Sendable, Hashable {
    /// The identifier.
    public let id: String
    /// The SHA-256 of its file.
    public let sha256: String
  }

  /// What an identifier names.
  public enum Target: Sendable, Hashable {
    /// A passage.
    case passage(Passage)
    /// A whole response.
    case response(Response)
  }

  /// A response with what is needed to find its passages.
  struct Listed: Sendable {
    let response: Response
    /// The identifiers of its passages, in order.
    let passages: [String]
  }

  private let path: String
  private let listed: [Listed]
  /// The passages of the response at a place.
  private let load: @Sendable (Int) throws -> [Passage]

  /// Reads the file at `path`.
  ///
  /// - Throws: ``InvalidInput`` when it is no analysis.xml.
  public init(path: String) throws {
    guard Files.kind(path) == .file else {
      throw InvalidInput(
        code: "decide.analysis", "there is no such file; run pejl analyse first, or name another with --analysis",
        path: path)
    }
    let (responses, passages) = try Self.read(Files.read(path), path: path)
    self.init(
      path: path,
      listed: zip(responses, passages).map { Listed(response: $0, passages: $1.map(\.id)) },
      load: { passages[$0] })
  }

  /// Passages of the file at `path` that are loaded when they are asked for.
  init(path: String, listed: [Listed], load: @escaping @Sendable (Int) throws -> [Passage]) {
    self.path = path
    self.listed = listed
    self.load = load
  }

  /// The responses in the bytes of an analysis.xml, each with its passages.
  static func read(_ bytes: [UInt8], path: String) throws -> (responses: [Response], passages: [[Passage]]) {
    var responses: [Response] = []
    var passages: [[Passage]] = []
    let root = try XMLReader.parse(bytes, path: path) { part in
      guard part.name == "response" else { return }
      responses.append(Response(id: part["id"] ?? "", sha256: part["sha256"] ?? ""))
      passages.append(Self.passages(of: part))
    }
    guard root.namespace == namespace else {
      throw InvalidInput(code: "decide.analysis", "this is no analysis.xml of pejl", path: path, line: root.line)
    }
    return (responses, passages)
  }

  static let namespace = "urn:pejl:analysis:1"

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
    if let place = places(where: { $0 == name }).first { return .passage(try passage(place)) }
    if let own = listed.first(where: { $0.response.id == name }) { return .response(own.response) }
    let found = places { $0.hasPrefix(name) }
    guard let first = found.first else {
      throw InvalidInput(
        code: "decide.passage",
        "there is no passage and no response \"\(name)\"; the pages in responses/ show the identifiers", path: path)
    }
    guard found.count == 1 else {
      throw InvalidInput(
        code: "decide.passage",
        "\(found.count) passages begin so: \(found.prefix(5).map { listed[$0.response].passages[$0.passage] }.joined(separator: ", "))…",
        path: path)
    }
    return .passage(try passage(first))
  }

  private func places(where isWanted: (String) -> Bool) -> [(response: Int, passage: Int)] {
    listed.enumerated().flatMap { response, own in
      own.passages.indices.filter { isWanted(own.passages[$0]) }.map { (response, $0) }
    }
  }

  private func passage(_ place: (response: Int, passage: Int)) throws -> Passage {
    let passages = try load(place.response)
    guard passages.indices.contains(place.passage) else {
      throw InvalidInput(code: "decide.analysis", "the file was changed; run pejl analyse again", path: path)
    }
    return passages[place.passage]
  }
}
