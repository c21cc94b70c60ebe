internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlStore
internal import PejlTagging
internal import PejlText

/// What persons decided on the tags of one run's responses.
struct RunDecisions: Sendable {
  /// What was decided on one response.
  struct Part: Sendable {
    private let placed: PlacedDecisions.Part
    /// The key of all of it.
    let key: String

    init(_ placed: PlacedDecisions.Part) throws {
      self.placed = placed
      let file = DecisionFile(
        hearing: "", decisions: placed.onPassages.map(\.decision), answers: placed.answer.map { [$0] } ?? [])
      key = RunKeys.hash(
        [String(decoding: try file.bytes(), as: UTF8.self)]
          + placed.onPassages.map { "\($0.passage) \($0.likeness.bitPattern)" })
    }

    /// `response` as it was decided.
    func decided(_ response: TaggedResponse, _ codebook: CodebookSummary) -> TaggedResponse {
      response.decided(by: placed, codebook: codebook)
    }
  }

  /// By the identifier of the response.
  var parts: [String: Part] = [:]
  /// What is to be said of them.
  var findings: [Diagnostic] = []
  /// What became of them; nil where there is no file of decisions.
  var report: DecisionReport?

  /// No decisions.
  init() {}

  /// The decisions of `file` on responses.
  ///
  /// - Parameters:
  ///   - file: the decisions.
  ///   - summaries: the responses in brief, by the rules alone.
  ///   - load: the response at a place, by the rules alone.
  /// - Throws: what `load` throws.
  init(
    _ file: DecisionFile, on summaries: [ResponseSummary], load: @escaping @Sendable (Int) throws -> TaggedResponse
  ) throws {
    let responses = ResponseList(count: summaries.count, load: load)
    let briefs = summaries.map { summary in
      DecidableResponses.Brief(
        id: summary.digest.id, sha256: summary.digest.sha256, respondent: summary.digest.respondent.respondent?.id,
        reshapedBy: summary.reshapedBy)
    }
    let placed = file.placed(in: DecidableResponses(briefs) { responses[$0] })
    if let failure = responses.failure { throw failure }
    for (place, part) in placed.parts { parts[briefs[place].id] = try Part(part) }
    findings = placed.findings
    report = placed.report
  }
}

extension HearingFolder {
  /// What persons decided, knowing which files there are.
  func decisionsOfRun(_ codes: CodebookSummary) throws -> DecisionFile? {
    var file = try decisions(codes)
    file?.files = Set(ResponseName.identifiers(inputs.map(\.name)))
    return file
  }
}

extension DecisionFile {
  /// What was decided on the sender and the passages of the responses in a file: the same words, the same responses.
  ///
  /// - Parameter id: the identifier of the file's response.
  /// - Returns: what was decided, as texts; what belongs to a file that is gone may belong to any.
  func shaping(of id: String) -> [String] {
    func concerns(_ response: String) -> Bool {
      let file = String(response.prefix { $0 != "_" })
      return file == id || !files.contains(file)
    }
    let structure = decisions.enumerated().filter { _, decision in
      decision.isStructural && !decision.isOpen && !decision.isReplaced && concerns(decision.response)
    }.flatMap { number, decision in
      ["\(number) \(decision.mergesNext)", decision.response, decision.passage, decision.text ?? ""] + decision.splits
    }
    return structure
      + settledAnswers.filter { concerns($0.response) }.flatMap {
        ["answer", $0.response, $0.sha256 ?? "", $0.respondent ?? ""]
      }
  }
}
