internal import PejlAnalysis
internal import PejlCodebook
internal import PejlSegment
internal import PejlTagging
internal import PejlText

extension ReviewEntry {
  /// A code is uncertain from here up to as far from 1.
  private static let leastDoubt = 0.2
  /// Codes from here on are shown beside the tags.
  private static let shown = 0.1
  /// A passage of so many words should be about something.
  private static let longPassage = 25

  /// An entry for the passage that `item` speaks of.
  init(_ tagged: TaggedPassage, of response: TaggedResponse, _ item: ReviewItem, alike: Int) {
    self.response = response.id
    sha256 = response.sha256
    passage = tagged
    text = response.document.text[tagged.passage.core]
    expectedErrors = item.expectedErrors
    candidates = item.doubts.filter { $0.isSet || $0.certainty >= Self.shown }
      .map { Candidate(facet: $0.facet, code: $0.code, isSet: $0.isSet, certainty: $0.certainty) }
      .enumerated().sorted { left, right in
        let (one, other) = (left.element, right.element)
        if one.facet != other.facet { return one.facet < other.facet }
        return one.certainty == other.certainty ? left.offset < right.offset : one.certainty > other.certainty
      }.map(\.element)
    var reasons: [Reason] = []
    if case .setAside(let reason) = tagged.disposition { reasons.append(.setAside(reason: reason)) }
    reasons += Self.rivals(candidates)
    let rivals = Set(reasons.compactMap { if case .rival(let code, _) = $0 { code } else { nil } })
    for candidate in candidates
    where candidate.certainty >= Self.leastDoubt && candidate.certainty <= 1 - Self.leastDoubt
      && !rivals.contains(candidate.code)
    { reasons.append(.uncertain(code: candidate.code)) }
    let words = tagged.observation?.words.count ?? 0
    let isSilent = !(tagged.tags + tagged.rejected).contains { $0.facet == .strategy }
    if isSilent, words >= Self.longPassage { reasons.append(.silent(words: words)) }
    if alike > 0 { reasons.append(.alike(passages: alike)) }
    self.reasons = reasons.isEmpty ? [.manySmall] : reasons
  }

  /// In each facet the surest code that is not set, where it comes near to one that is.
  private static func rivals(_ candidates: [Candidate]) -> [Reason] {
    DecisionFile.facets.compactMap { facet in
      let own = candidates.filter { $0.facet == facet }
      guard let set = own.last(where: \.isSet), let rival = own.first(where: { !$0.isSet }),
        rival.certainty >= leastDoubt, rival.certainty >= set.certainty / 2
      else { return nil }
      return .rival(code: rival.code, of: set.code)
    }
  }
}
