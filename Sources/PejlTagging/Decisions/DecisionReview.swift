internal import PejlHearing
internal import PejlSegment
internal import PejlText

/// Says of each decision what became of it.
struct DecisionReview {
  let file: DecisionFile
  let onTags: [Decision]
  let anchors: [Int: DecisionAnchors.Anchor]
  let responses: DecidableResponses

  /// The decisions that found no place or a new one, in the order of the file.
  var findings: [Diagnostic] {
    let known = Set(responses.briefs.map(\.id))
    var findings = onTags.enumerated().compactMap { number, decision in finding(number, decision, known) }
    findings += unusedStructure.map { missing($0, isResponseThere: known.contains($0.response)) }
    findings += unusedAnswers.map { decision in
      Diagnostic(
        .warning, code: "decisions.missing",
        "there is no response \(decision.response) any more, or hearing.xml has no such respondent; the decision is not used: correct it, or take it away",
        path: file.path, line: decision.line)
    }
    return findings.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  /// The sums, and what is to be listed.
  func report(_ rules: [DecisionReport.RuleAgreement]) -> DecisionReport {
    let lost = onTags.indices.filter { anchors[$0] == nil }.map { onTags[$0] } + unusedStructure
    let orphans =
      lost.map { decision in
        DecisionReport.Orphan(
          response: decision.response, passage: decision.passage, text: decision.text, author: decision.author,
          date: decision.date, line: decision.line)
      }
      + unusedAnswers.map { decision in
        DecisionReport.Orphan(
          response: decision.response, passage: nil, text: nil, author: decision.author, date: decision.date,
          line: decision.line)
      }
    let moved = anchors.sorted { $0.key < $1.key }.compactMap { number, anchor -> DecisionReport.Moved? in
      let passage = responses[anchor.response].passages[anchor.passage].passage
      guard passage.id != onTags[number].passage else { return nil }
      return DecisionReport.Moved(
        response: responses.briefs[anchor.response].id, passage: passage.id, before: onTags[number].passage,
        likeness: anchor.likeness, line: onTags[number].line)
    }
    return DecisionReport(
      file: String(file.path.split(separator: "/").last ?? ""), sha256: file.sha256,
      settled: file.settledCount, open: file.openCount,
      replaced: file.decisions.count(where: \.isReplaced) + file.answers.count(where: \.isReplaced),
      orphans: orphans.sorted { $0.line < $1.line }, moved: moved, rules: rules)
  }

  /// The splits and merges that no response was read with.
  private var unusedStructure: [Decision] {
    let used = Set(responses.briefs.flatMap(\.reshapedBy))
    return file.decisions.enumerated().filter { number, decision in
      decision.isStructural && !decision.isOpen && !decision.isReplaced && !used.contains(number)
    }.map(\.element)
  }

  private var unusedAnswers: [AnswerDecision] {
    file.settledAnswers.filter { decision in
      let found = responses.briefs.filter { file.answer($0.id, sha256: $0.sha256) == decision }
      if found.isEmpty { return true }
      return decision.respondent.map { id in found.contains { $0.respondent != id } } ?? false
    }
  }

  private func finding(_ number: Int, _ decision: Decision, _ known: Set<String>) -> Diagnostic? {
    guard let anchor = anchors[number] else {
      return missing(decision, isResponseThere: known.contains(decision.response))
    }
    let response = responses[anchor.response]
    let passage = response.passages[anchor.passage].passage
    if anchor.likeness < 1 || passage.id != decision.passage {
      return Diagnostic(
        .note, code: "decisions.moved",
        "the passage \(decision.passage) was decided on; the decision is used for \(passage.id), whose words are \(Int((anchor.likeness * 100).rounded())) % the same: look at it",
        path: file.path, line: decision.line)
    }
    guard let decided = decision.sha256, decided != response.sha256 else { return nil }
    return Diagnostic(
      .note, code: "decisions.changed",
      "the file of \(decision.response) has changed since this was decided; the passage says the same and the decision holds",
      path: file.path, line: decision.line)
  }

  private func missing(_ decision: Decision, isResponseThere: Bool) -> Diagnostic {
    let words = decision.text.map { text in
      let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return " (\"\(folded.count > 80 ? folded.prefix(79) + "…" : folded)\")"
    }
    let what =
      isResponseThere
      ? "the response \(decision.response) has no passage \(decision.passage) any more"
      : "there is no response \(decision.response) any more"
    return Diagnostic(
      .warning, code: "decisions.missing",
      "\(what)\(words ?? ""); the decision is not used: give it the passage's new identifier, or take it away",
      path: file.path, line: decision.line)
  }
}
