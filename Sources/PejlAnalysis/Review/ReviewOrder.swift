internal import PejlCodebook

/// Puts passages into the order in which a person's decisions are worth most.
///
/// A passage is worth the errors that are to be expected in it, more where its words stand in other passages too, less where
/// passages that were chosen before bear the same words. Passages are chosen one by one; of equals the first
/// comes first, so the same passages give the same order.
package struct ReviewOrder: Sendable {
  private let items: [ReviewItem]
  private let options: ReviewOptions
  private let likeness: WordLikeness

  /// Only so many passages with the most errors are weighed against each other, or ten times as many as are asked for.
  private static let shortest = 500

  /// An order of `items`.
  package init(_ items: [ReviewItem], options: ReviewOptions = ReviewOptions()) {
    self.items = items
    self.options = options
    likeness = WordLikeness(items.map(\.words))
  }

  /// The places of at most `limit` items, the best first, without those in `decided`.
  package func best(_ limit: Int, decided: Set<Int> = []) -> [Int] {
    let open = items.indices.filter { !decided.contains($0) }
    let errors = items.map { $0.doubts.map { $0.error * weight($0) }.reduce(0, +) }
    var left = open.sorted { (errors[$1], $0) < (errors[$0], $1) }
    left = Array(left.prefix(max(Self.shortest, 10 * limit)))
    var worth = errors
    for index in left {
      let alike = likeness.likeness(to: index)
      let others = open.reduce(0) { $0 + ($1 == index ? 0 : alike[$1] * alike[$1]) }
      worth[index] *= 1 + options.influence * others
    }
    var covered = [Double](repeating: 0, count: items.count)
    func cover(_ index: Int) {
      for (other, alike) in likeness.likeness(to: index).enumerated() { covered[other] = max(covered[other], alike) }
    }
    for index in decided { cover(index) }
    var chosen: [Int] = []
    while chosen.count < limit, !left.isEmpty {
      let values = left.map { worth[$0] * (1 - options.diversity * covered[$0]) }
      let place = values.indices.reduce(0) { best, place in
        (values[place], left[best]) > (values[best], left[place]) ? place : best
      }
      chosen.append(left.remove(at: place))
      cover(chosen[chosen.count - 1])
    }
    return chosen
  }

  /// Passages from here on say nearly the same.
  private static let alike = 0.7

  /// The places of the other items that say nearly the same.
  package func alike(_ index: Int) -> [Int] {
    likeness.likeness(to: index).enumerated().filter { $0 != index && $1 >= Self.alike }.map(\.offset)
  }

  private func weight(_ doubt: ReviewItem.Doubt) -> Double { doubt.facet == .strategy ? 1 : options.others }
}
