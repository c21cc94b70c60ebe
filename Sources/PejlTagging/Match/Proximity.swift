/// Finds combinations of matches, one of each operand, that stand close together.
struct Proximity {
  /// The greatest number of words between neighbours.
  let words: Int
  /// Whether the operands must stand in the order given.
  let isOrdered: Bool
  /// The greatest number of matches of one operand that are tried; more in one passage add nothing.
  private static let depth = 64

  /// One match for each place of the first operand from which all others can be reached.
  func matches(_ operands: [[Match]]) -> [Match] {
    guard let first = operands.first else { return [] }
    let rest = operands.dropFirst().map { Array($0.prefix(Self.depth)) }
    return first.prefix(Self.depth).compactMap { match in
      best(from: [match], rest[...]).map { Evaluator.union($0, sentence: match.sentence) }
    }
  }

  /// The choice of one match from each of `rest` that, with `chosen`, covers the fewest words.
  private func best(from chosen: [Match], _ rest: ArraySlice<[Match]>) -> [Match]? {
    guard let options = rest.first else { return isClose(chosen) ? chosen : nil }
    var result: (choice: [Match], reach: Int)?
    let anchor = chosen[0]
    // A chain of so many links cannot reach farther than this from the anchor.
    let reach = (words + 12) * (chosen.count + rest.count)
    for option in options
    where option.sentence == anchor.sentence && abs(option.words.lowerBound - anchor.words.lowerBound) <= reach
      && !chosen.contains(where: { $0.words.overlaps(option.words) })
    {
      guard let choice = best(from: chosen + [option], rest.dropFirst()) else { continue }
      let span = Evaluator.union(choice, sentence: anchor.sentence).words.count
      if result.map({ span < $0.reach }) ?? true { result = (choice, span) }
    }
    return result?.choice
  }

  private func isClose(_ chosen: [Match]) -> Bool {
    let placed = isOrdered ? chosen : chosen.sorted { $0.words.lowerBound < $1.words.lowerBound }
    return zip(placed, placed.dropFirst()).allSatisfy { left, right in
      right.words.lowerBound > left.words.upperBound && right.words.lowerBound - left.words.upperBound - 1 <= words
    }
  }

  /// Whether each operand can have a match of its own, so that one word does not satisfy two demands.
  static func canBeApart(_ operands: [[Match]]) -> Bool {
    func choose(_ index: Int, _ chosen: [Match]) -> Bool {
      guard index < operands.count else { return true }
      return operands[index].prefix(depth).contains { option in
        !chosen.contains { $0.words.overlaps(option.words) } && choose(index + 1, chosen + [option])
      }
    }
    return choose(0, [])
  }
}
