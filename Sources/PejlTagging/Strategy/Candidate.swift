internal import PejlCodebook

/// A code that something in a passage speaks for.
struct Candidate: Equatable {
  var code: String
  /// The place of the code in its facet.
  var order: Int
  var score: Double
  var basis: Tag.Basis
  var reasons: [Tag.Reason]
  /// Whether learned words speak for it.
  var hasWords = false
  /// What a calibration made of it, from 0 to 1.
  var certainty: Double?

  /// Whether anything in the passage itself speaks for it.
  var hasEvidence: Bool { !reasons.isEmpty || hasWords }
  /// What it is ranked by: the certainty, or the score where there is none.
  var rank: Double { certainty ?? score }

  mutating func add(_ reason: Tag.Reason, basis: Tag.Basis) {
    score += reason.weight
    reasons.append(reason)
    if basis < self.basis { self.basis = basis }
  }

  /// The tag, its reasons the weightiest first.
  func tag(_ facet: Facet.ID, words: [Tag.Reason], sum: Tag.Sum?) -> Tag {
    Tag(
      code: code, facet: facet, basis: basis, score: score,
      reasons: Self.sorted(reasons) + Self.sorted(words), sum: sum)
  }

  private static func sorted(_ reasons: [Tag.Reason]) -> [Tag.Reason] {
    reasons.sorted { ($0.weight, $1.rule) > ($1.weight, $0.rule) }
  }
}

extension Facet {
  /// Sums of decimal weights may miss the threshold by rounding.
  static let hair = 1e-9

  /// The candidates that become tags; what a reference names always does.
  ///
  /// Without a calibration threshold, share of the best and limit decide; with one its cutoff and the limit.
  func choose(_ candidates: [Candidate], _ calibration: Calibration?) -> [Candidate] {
    let best = candidates.map(\.score).max() ?? 0
    let sorted = candidates.filter { candidate in
      if candidate.basis <= .reference { return true }
      if let calibration { return candidate.hasEvidence && candidate.rank >= calibration.cutoff }
      return candidate.score >= threshold - Self.hair && candidate.score >= share * best
    }.sorted { left, right in
      let isLeftNamed = left.basis <= .reference
      let isRightNamed = right.basis <= .reference
      if isLeftNamed != isRightNamed { return isLeftNamed }
      return left.rank == right.rank ? left.order < right.order : left.rank > right.rank
    }
    let named = sorted.filter { $0.basis <= .reference }.count
    return Array(sorted.prefix(max(limit, named)))
  }
}
