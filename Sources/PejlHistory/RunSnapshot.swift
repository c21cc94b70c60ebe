internal import PejlPrivacy
internal import PejlText
internal import PejlXML

/// What one run found, as its `analysis.xml` and `coverage.xml` hold it.
public struct RunSnapshot: Sendable {
  /// A code on a passage.
  public struct Tag: Sendable, Hashable {
    /// The code.
    public let code: String
    /// Its facet.
    public let facet: String
    /// The weightiest rule.
    public let rule: String
    /// Whether a person decided it.
    public let isHuman: Bool
  }

  /// What a person decided on a passage.
  public struct Decision: Sendable, Hashable {
    /// Who decided.
    public let author: String?
    /// When, as `YYYY-MM-DD`.
    public let date: String?
    /// What is to be said about it.
    public let note: String?
    /// The tags that rules had set.
    public let machineTags: [Tag]
  }

  /// A passage.
  public struct Passage: Sendable {
    /// The identifier.
    public let id: String
    /// The text without white space at its ends, personal numbers in it hidden.
    public let text: String
    /// The page that it begins on.
    public let page: String?
    /// Why it is set aside; nil where it counts.
    public let reason: String?
    /// Whether coverage counts it: it is neither set aside nor a heading.
    public let isCounted: Bool
    /// The tags.
    public let tags: [Tag]
    /// What a person decided on it.
    public let decision: Decision?

    /// The tags that rules set, whatever a person made of them.
    var machineTags: [Tag] { decision?.machineTags ?? tags }

    /// The codes of one facet.
    public func codes(_ facet: String) -> [String] { tags.filter { $0.facet == facet }.map(\.code) }
  }

  /// A response.
  public struct Response: Sendable {
    /// The identifier.
    public let id: String
    /// The name of the file.
    public let file: String
    /// The SHA-256 of the file.
    public let sha256: String
    /// The identifier of the party that it is from.
    public let party: String
    /// The passages in order.
    public let passages: [Passage]
  }

  /// A party.
  public struct Party: Sendable, Hashable {
    /// The identifier.
    public let id: String
    /// The name, where one is known.
    public let name: String?
    /// Whether the hearing names it.
    public let isHeard: Bool
  }

  /// A code of the strategy.
  public struct Code: Sendable, Hashable {
    /// The code.
    public let id: String
    /// The guidepost that it belongs to; nil for a guidepost.
    public let parent: String?
    /// The short name.
    public let name: String
  }

  /// The title of the hearing, else its identifier.
  public let title: String
  /// The last day of the hearing, where it is stated.
  public let end: String?
  /// The version of the codebook.
  public let codebookVersion: String
  /// What identifies the codebook's files.
  public let codebook: [String]
  /// The responses in order.
  public let responses: [Response]
  /// The parties in order.
  public let parties: [Party]
  /// The codes of the strategy in the codebook's order.
  public let codes: [Code]

  /// The run in these files.
  ///
  /// - Parameters:
  ///   - analysis: the bytes of `analysis.xml`.
  ///   - coverage: the bytes of `coverage.xml`, which names the codes of the strategy; nil when there is none, then the codes
  ///     are those that stand on passages.
  ///   - path: the path of `analysis.xml`, for errors.
  /// - Throws: ``InvalidInput`` when they are not what they should be.
  public init(analysis: [UInt8], coverage: [UInt8]?, path: String) throws {
    var (hearing, book): (XMLElement?, XMLElement?)
    var responses: [Response] = []
    let root = try XMLReader.parse(analysis, path: path) { part in
      switch part.name {
      case "hearing": hearing = part
      case "codebook": book = part
      case "response": responses.append(Self.response(part))
      default: break
      }
    }
    guard root.namespace == "urn:pejl:analysis:1" else {
      throw InvalidInput(code: "run.analysis", "this is no analysis.xml of pejl", path: path, line: root.line)
    }
    title = hearing?["title"] ?? hearing?["id"] ?? ""
    end = hearing?["end"]
    codebookVersion = book?["version"] ?? ""
    codebook = (book?.elements("source") ?? []).map { $0["sha256"] ?? "" }
    parties = (hearing?.elements("party") ?? []).map {
      Party(id: $0["id"] ?? "", name: $0["name"], isHeard: $0["heard"] == "true")
    }
    self.responses = responses
    if let coverage {
      codes = try XMLReader.parse(coverage, path: path).elements("code").map {
        Code(id: $0["id"] ?? "", parent: $0["parent"], name: $0["name"] ?? "")
      }
    } else {
      codes = Set(responses.flatMap { $0.passages.flatMap { $0.codes("strategy") } }).sorted().map {
        Code(id: $0, parent: nil, name: "")
      }
    }
  }

  private static func response(_ element: XMLElement) -> Response {
    Response(
      id: element["id"] ?? "", file: element["file"] ?? "", sha256: element["sha256"] ?? "",
      party: element["respondent"] ?? "",
      passages: element.elements("passage").map { passage in
        let text = UTF8Text(passage.first("text")?.text ?? "")
        let isAside = passage["disposition"] == "set-aside"
        return Passage(
          id: passage["id"] ?? "", text: PrivacyMask.hidingNumbers(in: text[text.trimmed(text.span)]),
          page: passage["page"],
          reason: isAside ? passage["reason"] ?? "" : nil, isCounted: !isAside && passage["kind"] != "heading",
          tags: passage.elements("tag").map(tag),
          decision: passage.first("decision").map {
            Decision(
              author: $0["by"], date: $0["at"], note: $0["note"], machineTags: $0.elements("machine-tag").map(tag))
          })
      })
  }

  private static func tag(_ element: XMLElement) -> Tag {
    Tag(
      code: element["code"] ?? "", facet: element["facet"] ?? "", rule: element["rule"] ?? "",
      isHuman: element["basis"] == "human")
  }

  /// The name of a party; nil for a sender of whom nothing is known.
  public func name(ofParty id: String) -> String? { parties.first { $0.id == id }?.name }

  /// The passages and parties that touch each code of the strategy; a guidepost has those of its objectives too.
  public var touched: [String: (passages: Int, parties: Set<String>)] {
    let parents = Dictionary(codes.map { ($0.id, $0.parent) }) { first, _ in first }
    var result: [String: (passages: Int, parties: Set<String>)] = [:]
    for response in responses {
      for passage in response.passages where passage.isCounted {
        var own = Set(passage.codes("strategy"))
        own.formUnion(own.compactMap { parents[$0] ?? nil })
        for code in own {
          result[code, default: (0, [])].passages += 1
          result[code, default: (0, [])].parties.insert(response.party)
        }
      }
    }
    return result
  }
}
