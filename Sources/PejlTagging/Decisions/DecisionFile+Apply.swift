public import PejlCodebook
internal import PejlSegment
public import PejlText

extension DecisionFile {
  /// The name of the rule that stands with what a person decided.
  public static let rule = "decision"

  /// The responses with what persons decided in the place of what rules found, and a finding for every decision that could
  /// not be used or deserves a second look.
  public func apply(to responses: [TaggedResponse], codebook: Codebook) -> (
    responses: [TaggedResponse], findings: [Diagnostic]
  ) {
    let byPlace = Dictionary(settled.map { (Place(response: $0.response, passage: $0.passage), $0) }) { first, _ in
      first
    }
    var met: [Place: String] = [:]
    let result = responses.map { response in
      let passages = response.passages.map { tagged in
        let place = Place(response: response.id, passage: tagged.passage.id)
        guard let decision = byPlace[place] else { return tagged }
        met[place] = response.sha256
        return tagged.decided(by: decision, codebook: codebook)
      }
      return TaggedResponse(
        id: response.id, file: response.file, sha256: response.sha256, document: response.document,
        respondent: response.respondent, annex: response.annex, passages: passages,
        noise: response.noise)
    }
    let known = Set(responses.map(\.id))
    let findings = settled.compactMap { decision -> Diagnostic? in
      guard let sha256 = met[Place(response: decision.response, passage: decision.passage)] else {
        return missing(decision, hasResponse: known.contains(decision.response))
      }
      guard let decided = decision.sha256, decided != sha256 else { return nil }
      return Diagnostic(
        .note, code: "decisions.changed",
        "the file of \(decision.response) has changed since this was decided; the passage says the same and the decision holds",
        path: path, line: decision.line)
    }
    return (result, findings)
  }

  private struct Place: Hashable {
    let response: String
    let passage: String
  }

  private func missing(_ decision: Decision, hasResponse: Bool) -> Diagnostic {
    let words = decision.text.map { text in
      let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return " (\"\(folded.count > 80 ? folded.prefix(79) + "…" : folded)\")"
    }
    let what =
      hasResponse
      ? "the response \(decision.response) has no passage \(decision.passage) any more"
      : "there is no response \(decision.response) any more"
    return Diagnostic(
      .warning, code: "decisions.missing",
      "\(what)\(words ?? ""); the decision is not used: give it the passage's new identifier, or take it away",
      path: path, line: decision.line)
  }
}

extension TaggedPassage {
  /// The passage with what a person decided.
  func decided(by decision: Decision, codebook: Codebook) -> TaggedPassage {
    let tags = codebook.facets.flatMap { facet -> [Tag] in
      guard let codes = decision.codes[facet.id] else { return self.tags(facet.id) }
      return facet.codes.filter { codes.contains($0.id) }.map { code in
        Tag(
          code: code.id, facet: facet.id, basis: .human, score: facet.threshold,
          reasons: [Tag.Reason(rule: DecisionFile.rule, weight: facet.threshold, evidence: [])])
      }
    }
    let disposition: Disposition
    if let reason = decision.setAside {
      disposition = .setAside(reason)
    } else if !counts, decision.codes.values.allSatisfy(\.isEmpty) {
      disposition = self.disposition
    } else {
      disposition = tags.isEmpty ? .untagged : .tagged
    }
    var passage = TaggedPassage(
      passage: passage, disposition: disposition, tags: tags,
      rejected: rejected.filter { decision.codes[$0.facet] == nil }, uncertain: uncertain)
    passage.observation = observation
    return passage
  }
}
