/// How far two sets of codes on the same paragraph lie apart, from 0 (the same) to 1 (nothing in common).
public enum SetDistance: String, Sendable, CaseIterable {
  /// 1 − |A ∩ B| / |A ∪ B|.
  ///
  /// Jaccard, P. (1912): The distribution of the flora in the alpine zone. New Phytologist 11, 37-50.
  case jaccard
  /// 1 − J · M: J is Jaccard's similarity; M is 1 for equal sets, 2/3 when one holds the other, 1/3 when they only overlap,
  /// and 0 when they have nothing in common. A coder who sets one code more is nearer than one who sets another.
  ///
  /// Passonneau, R. (2006): Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation. LREC.
  case masi

  /// The distance; two empty sets are the same.
  public func between(_ first: Set<String>, _ second: Set<String>) -> Double {
    if first == second { return 0 }
    let common = first.intersection(second).count
    guard common > 0 else { return 1 }
    let jaccard = Double(common) / Double(first.union(second).count)
    switch self {
    case .jaccard: return 1 - jaccard
    case .masi:
      let isNested = common == min(first.count, second.count)
      return 1 - jaccard * (isNested ? 2 : 1) / 3
    }
  }

  /// Krippendorff's alpha over sets: 1 − Dₒ / Dₑ, where Dₒ is the mean distance between the two coders' sets of a paragraph,
  /// and Dₑ the mean distance between any two of all the sets that both coders made. Nil when all sets are the same.
  ///
  /// Krippendorff (2004), chapter 11, with the distances above in place of the nominal one, as Passonneau (2006) does.
  public func alpha(_ pairs: [(first: Set<String>, second: Set<String>)]) -> Double? {
    guard !pairs.isEmpty else { return nil }
    let observed = pairs.map { between($0.first, $0.second) }.reduce(0, +) / Double(pairs.count)
    // Sets are counted once and in a fixed order, so that the sum is the same in every run.
    let counts = Dictionary(grouping: pairs.flatMap { [$0.first, $0.second] }) { $0 }.mapValues(\.count)
    let sets = counts.map { (codes: $0.key.sorted(), set: $0.key, count: $0.value) }
      .sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
    var sum = 0.0
    for (index, one) in sets.enumerated() {
      for other in sets[..<index] { sum += 2 * Double(one.count * other.count) * between(one.set, other.set) }
    }
    let values = Double(2 * pairs.count)
    let expected = sum / (values * (values - 1))
    return expected == 0 ? nil : 1 - observed / expected
  }
}
