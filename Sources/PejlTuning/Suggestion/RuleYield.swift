package import PejlAnalysis

/// What a rule of one word would have given on the coded passages, if it were enough alone for a tag.
package struct RuleYield: Sendable, Hashable {
  /// The rule by itself.
  package let alone: Score
  /// The passages with the code that Pejl does not find now and the rule would.
  package let newRight: Int
  /// The passages without the code that Pejl does not set it on now and the rule would.
  package let newWrong: Int

  /// The weight to begin with, as a part of the facet's threshold: all of it when at least half of what the rule finds is
  /// right with 95 % confidence (the lower end of the interval of Wilson 1927), else half of it, so that another rule must
  /// agree.
  package var share: Double {
    let found = Double(alone.truePositives + alone.falsePositives)
    guard found > 0 else { return 0.5 }
    let z = 1.96
    let part = alone.precision
    let spread = z * (part * (1 - part) / found + z * z / (4 * found * found)).squareRoot()
    return (part + z * z / (2 * found) - spread) / (1 + z * z / found) >= 0.5 ? 1 : 0.5
  }

  /// Whether it would not spoil too much: of the tags that it would add at least the part `least` is right.
  func isWorth(_ least: Double) -> Bool { Double(newRight) >= least * Double(newRight + newWrong) }

  /// What the rule would win after what it would spoil.
  package var gain: Int { newRight - newWrong }
}
