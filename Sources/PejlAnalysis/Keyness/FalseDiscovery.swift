/// The correction of Benjamini and Hochberg (1995) for many tests.
package enum FalseDiscovery {
  /// By test: the least part of false findings with which it is still among the findings.
  ///
  /// When all tests with a corrected value up to 0.05 are taken, about one in twenty of them at most is there by chance.
  package static func corrected(_ chances: [Double]) -> [Double] {
    var result = chances
    var least = 1.0
    let order = chances.indices.sorted { (chances[$0], $0) < (chances[$1], $1) }
    for (rank, test) in order.enumerated().reversed() {
      least = min(least, chances[test] * Double(chances.count) / Double(rank + 1))
      result[test] = least
    }
    return result
  }
}
