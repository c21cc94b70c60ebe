public import PejlCodebook
internal import PejlSegment
public import PejlText

/// The responses after what persons decided.
public struct DecidedResponses: Sendable {
  /// The responses with what persons decided in the place of what rules found.
  public let responses: [TaggedResponse]
  /// A finding for every decision that could not be used or deserves a second look.
  public let findings: [Diagnostic]
  /// What became of the decisions.
  public let report: DecisionReport
}

extension DecisionFile {
  /// The name of the rule that stands with what a person decided.
  public static let rule = "decision"

  /// The responses with what persons decided in the place of what rules found, and what became of each decision.
  public func apply(to responses: [TaggedResponse], codebook: CodebookSummary) -> DecidedResponses {
    let placed = placed(in: DecidableResponses(responses))
    return DecidedResponses(
      responses: responses.enumerated().map { place, response in
        placed.parts[place].map { response.decided(by: $0, codebook: codebook) } ?? response
      }, findings: placed.findings, report: placed.report)
  }
}

extension TaggedPassage {
  /// The passage with what a person decided.
  func decided(by decision: Decision, likeness: Double, codebook: CodebookSummary) -> TaggedPassage {
    let tags = codebook.facets.flatMap { facet -> [Tag] in
      let machine = self.tags(facet.id)
      let added = decision.codes[facet.id] ?? decision.added[facet.id] ?? []
      let removed = decision.removed[facet.id] ?? []
      let kept = decision.codes[facet.id] == nil ? machine.filter { !removed.contains($0.code) } : []
      return facet.codes.compactMap { code in
        guard added.contains(code.id) else { return kept.first { $0.code == code.id } }
        let found = machine.first { $0.code == code.id }
        return Tag(
          code: code.id, facet: facet.id, basis: .human, score: facet.threshold,
          reasons: [Tag.Reason(rule: DecisionFile.rule, weight: facet.threshold, evidence: [])]
            + (found?.reasons ?? []))
      }
    }
    let disposition: Disposition
    if let reason = decision.setAside {
      disposition = .setAside(reason)
    } else if !counts, !decision.isTakenBack, decision.codes.values.allSatisfy(\.isEmpty), decision.added.isEmpty {
      disposition = self.disposition
    } else {
      disposition = tags.isEmpty ? .untagged : .tagged
    }
    var passage = TaggedPassage(
      passage: passage, disposition: disposition, tags: tags,
      rejected: rejected.filter { decision.codes[$0.facet] == nil }, uncertain: uncertain)
    passage.observation = observation
    passage.decision = HumanDecision(
      author: decision.author, date: decision.date, note: decision.note, likeness: likeness, machineTags: self.tags,
      machineDisposition: self.disposition)
    return passage
  }

  /// The passage set aside with that reason.
  func setAside(_ reason: String) -> TaggedPassage {
    var result = TaggedPassage(passage: passage, disposition: .setAside(reason), tags: tags, rejected: rejected)
    result.observation = observation
    result.uncertain = uncertain
    result.decision = decision
    return result
  }
}
