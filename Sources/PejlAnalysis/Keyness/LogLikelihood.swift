#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The log-likelihood ratio G2 of Dunning (1993): how badly two samples fit the idea that something is equally frequent in
/// both.
package enum LogLikelihood {
  /// For something that stands `a` times among `c` and `b` times among `d` words of running text, in the two-cell form of
  /// Rayson and Garside (2000): the words that are something else are left out, being nearly all.
  package static func ofFrequencies(_ a: Int, _ b: Int, of c: Int, _ d: Int) -> Double {
    func part(_ observed: Int, _ size: Int) -> Double {
      guard observed > 0, c + d > 0 else { return 0 }
      let expected = Double(size) * Double(a + b) / Double(c + d)
      return Double(observed) * log(Double(observed) / expected)
    }
    return 2 * (part(a, c) + part(b, d))
  }

  /// For something that `a` of `c` and `b` of `d` passages show, over all four cells: those that show it and those that do
  /// not.
  package static func ofTable(_ a: Int, _ b: Int, of c: Int, _ d: Int) -> Double {
    // Rounding may leave a hair less than nothing.
    max(ofFrequencies(a, b, of: c, d) + ofFrequencies(c - a, d - b, of: c, d), 0)
  }

  /// How probable a value at least so great is when both are equally frequent: the upper tail of the chi-squared
  /// distribution with one degree of freedom.
  package static func chance(_ value: Double) -> Double { erfc((max(value, 0) / 2).squareRoot()) }
}
