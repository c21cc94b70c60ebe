#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How much more often a word stands in one set of passages than in another.
///
/// Passages are counted, not words: a word that one passage repeats says nothing more of the others, and a rule holds once
/// in a passage however often its words stand there.
package struct Keyness: Sendable, Hashable {
  /// The passages of the set in which it stands.
  package let inside: Int
  /// The passages of the other set in which it stands.
  package let outside: Int
  /// The passages of the set.
  package let insideTotal: Int
  /// The passages of the other set.
  package let outsideTotal: Int

  /// The keyness of a word that stands in `inside` of `insideTotal` and `outside` of `outsideTotal` passages.
  package init(inside: Int, outside: Int, insideTotal: Int, outsideTotal: Int) {
    self.inside = inside
    self.outside = outside
    self.insideTotal = insideTotal
    self.outsideTotal = outsideTotal
  }

  /// The log-likelihood ratio over all four cells.
  package var logLikelihood: Double { LogLikelihood.ofTable(inside, outside, of: insideTotal, outsideTotal) }
  /// How probable it is by chance, before it is known how many words were tried.
  package var chance: Double { LogLikelihood.chance(logLikelihood) }
  /// Whether it is more frequent in the set.
  package var isPositive: Bool { inside * outsideTotal > outside * insideTotal }

  /// The log ratio of Hardie (2014): how many times the share doubles from the other set to the set. Where one of the two
  /// has none, half a passage is counted.
  package var logRatio: Double {
    func share(_ count: Int, _ total: Int) -> Double { max(Double(count), 0.5) / Double(max(total, 1)) }
    return log2(share(inside, insideTotal) / share(outside, outsideTotal))
  }
}
