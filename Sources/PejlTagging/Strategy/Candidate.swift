internal import PejlCodebook

/// A code that something in a passage speaks for.
struct Candidate {
  var code: String
  /// The place of the code in its facet.
  var order: Int
  var score: Double
  var basis: Tag.Basis
  var reasons: [Tag.Reason]

  mutating func add(_ reason: Tag.Reason, basis: Tag.Basis) {
    score += reason.weight
    reasons.append(reason)
    if basis < self.basis { self.basis = basis }
  }

  /// The tag, its reasons the weightiest first.
  func tag(_ facet: Facet.ID) -> Tag {
    Tag(
      code: code, facet: facet, basis: basis, score: score,
      reasons: reasons.sorted { ($0.weight, $1.rule) > ($1.weight, $0.rule) })
  }
}

extension Facet {
  /// Sums of decimal weights may miss the threshold by rounding.
  static let hair = 1e-9

  /// The candidates that become tags: threshold, share of the best, limit; what a reference names always does.
  func choose(_ candidates: [Candidate]) -> [Candidate] {
    let best = candidates.map(\.score).max() ?? 0
    let sorted = candidates.filter { candidate in
      candidate.basis <= .reference || candidate.score >= threshold - Self.hair && candidate.score >= share * best
    }.sorted { left, right in
      let isLeftNamed = left.basis <= .reference
      let isRightNamed = right.basis <= .reference
      if isLeftNamed != isRightNamed { return isLeftNamed }
      return left.score == right.score ? left.order < right.order : left.score > right.score
    }
    let named = sorted.filter { $0.basis <= .reference }.count
    return Array(sorted.prefix(max(limit, named)))
  }
}
