public import PejlCodebook
internal import PejlText

/// The decisions of a hearing: what stands in `decisions.xml`.
public struct DecisionFile: Sendable, Hashable {
  /// The XML Schema of `decisions.xml`.
  public static var schema: [UInt8] { PackageResources.decisions_xsd }
  /// The namespace of `decisions.xml`.
  package static let namespace = "urn:pejl:decisions:1"
  /// The facets that a person decides.
  package static let facets: [Facet.ID] = [.strategy, .theme, .stance]

  /// The path of the file; empty for decisions that were not read.
  public let path: String
  /// The SHA-256 of the file, in small hexadecimal digits, where it was read from one.
  public var sha256: String?
  /// The identifier of the hearing that they belong to; empty for loose files.
  public let hearing: String
  /// The decisions on passages in order.
  public internal(set) var decisions: [Decision]
  /// The decisions on whole answers in order.
  public internal(set) var answers: [AnswerDecision]
  /// The identifiers of the files of the run: a decision on one of them is not used for another with the same bytes.
  public var files: Set<String> = []

  /// Decisions.
  public init(path: String = "", hearing: String, decisions: [Decision], answers: [AnswerDecision] = []) {
    self.path = path
    self.hearing = hearing
    self.decisions = decisions
    self.answers = answers
  }

  /// The decisions in `bytes`.
  ///
  /// - Throws: ``InvalidInput`` with file and line when it is not well-formed or not valid, and for every facet and code that
  ///   `codes` does not have, every code of a facet that is not decided, and every passage that is decided on twice.
  public init(_ bytes: [UInt8], path: String, codes: CodebookSummary) throws {
    var reader = DecisionReader(path: path, codes: codes)
    self = try reader.read(bytes)
  }

  /// Those that a person has looked at and that hold.
  public var settled: [Decision] { decisions.filter { !$0.isOpen && !$0.isReplaced } }
  /// The decisions on answers that hold.
  public var settledAnswers: [AnswerDecision] { answers.filter { !$0.isReplaced } }
  /// How many decisions on passages and answers hold.
  public var settledCount: Int { settled.count + settledAnswers.count }
  /// How many nobody has looked at yet.
  public var openCount: Int { decisions.count { $0.isOpen && !$0.isReplaced } }

  /// The decision on a passage that holds, if there is one.
  public func decision(on passage: String, of response: String) -> Decision? {
    settled.last { $0.passage == passage && $0.response == response }
  }

  /// Adds a decision; an earlier one on the same passage stays as history.
  public mutating func add(_ decision: Decision) {
    for index in decisions.indices
    where decisions[index].passage == decision.passage && decisions[index].response == decision.response {
      decisions[index].isReplaced = true
    }
    decisions.append(decision)
  }

  /// Adds a decision on an answer; an earlier one on the same answer stays as history.
  public mutating func add(_ decision: AnswerDecision) {
    for index in answers.indices where answers[index].response == decision.response {
      answers[index].isReplaced = true
    }
    answers.append(decision)
  }

  /// The decision that holds on the answer in a file, if there is one: by its identifier, else, where the answer that was
  /// decided on is gone, by its hash.
  public func answer(_ response: String, sha256: String) -> AnswerDecision? {
    settledAnswers.last { $0.response == response }
      ?? settledAnswers.last { $0.sha256 == sha256 && isGone($0.response) }
  }

  /// Whether the file of a response is not among those of the run; what is in a file bears its identifier and `_`.
  func isGone(_ response: String) -> Bool { !files.contains(String(response.prefix { $0 != "_" })) }
}
