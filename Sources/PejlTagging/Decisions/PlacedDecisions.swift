public import PejlCodebook
public import PejlText

/// Where the decisions of a file belong in the responses of a run.
public struct PlacedDecisions: Sendable {
  /// What was decided on one response.
  public struct Part: Sendable {
    /// A decision on a passage.
    public struct OnPassage: Sendable {
      /// The place of the passage.
      public let passage: Int
      /// The decision.
      public let decision: Decision
      /// How alike the passage is to the one that was decided on, up to 1.
      public let likeness: Double
    }

    /// The decision on the whole answer.
    public var answer: AnswerDecision?
    /// The decisions on passages, in the order of the file.
    public var onPassages: [OnPassage] = []
  }

  /// By the place of the response; one on which nothing was decided is not there.
  public let parts: [Int: Part]
  /// A finding for every decision that could not be used or deserves a second look.
  public let findings: [Diagnostic]
  /// What became of the decisions.
  public let report: DecisionReport
}

extension DecisionFile {
  /// Where the decisions belong in `responses`.
  public func placed(in responses: DecidableResponses) -> PlacedDecisions {
    var decisions = self
    decisions.files.formUnion(responses.briefs.map { String($0.id.prefix { $0 != "_" }) })
    return decisions.found(in: responses)
  }

  private func found(in responses: DecidableResponses) -> PlacedDecisions {
    let onTags = settled.filter(\.isOnTags)
    let anchors = DecisionAnchors(onTags, in: responses).anchors
    var agreements = RuleAgreements()
    var parts: [Int: PlacedDecisions.Part] = [:]
    for (place, brief) in responses.briefs.enumerated() {
      if let answer = answer(brief.id, sha256: brief.sha256) { parts[place, default: .init()].answer = answer }
    }
    for (number, anchor) in anchors.sorted(by: { $0.key < $1.key }) {
      agreements.add(responses[anchor.response].passages[anchor.passage].tags, onTags[number])
      parts[anchor.response, default: .init()].onPassages.append(
        .init(passage: anchor.passage, decision: onTags[number], likeness: anchor.likeness))
    }
    let review = DecisionReview(file: self, onTags: onTags, anchors: anchors, responses: responses)
    return PlacedDecisions(parts: parts, findings: review.findings, report: review.report(agreements.sorted))
  }
}

extension TaggedResponse {
  /// The response with what persons decided in the place of what rules found.
  public func decided(by part: PlacedDecisions.Part, codebook: CodebookSummary) -> TaggedResponse {
    var response = self
    response.decision = part.answer
    for own in part.onPassages where passages.indices.contains(own.passage) {
      response.passages[own.passage] = response.passages[own.passage].decided(
        by: own.decision, likeness: own.likeness, codebook: codebook)
    }
    if part.answer?.isNoAnswer == true {
      response.passages = response.passages.map { $0.setAside(AnswerDecision.noAnswerReason) }
    }
    return response
  }
}
