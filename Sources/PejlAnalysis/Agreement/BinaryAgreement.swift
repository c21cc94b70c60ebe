/// What two coders decided about one code, or about several codes counted together: yes or no on each paragraph.
public struct BinaryAgreement: Sendable, Hashable {
  /// Decisions where both said yes.
  public private(set) var both = 0
  /// Decisions where only the first said yes.
  public private(set) var onlyFirst = 0
  /// Decisions where only the second said yes.
  public private(set) var onlySecond = 0
  /// Decisions where both said no.
  public private(set) var neither = 0

  /// Nothing decided yet.
  public init() {}

  /// So many decisions of each kind.
  public init(both: Int, onlyFirst: Int, onlySecond: Int, neither: Int) {
    self.both = both
    self.onlyFirst = onlyFirst
    self.onlySecond = onlySecond
    self.neither = neither
  }

  /// Counts one decision.
  public mutating func count(first: Bool, second: Bool) {
    switch (first, second) {
    case (true, true): both += 1
    case (true, false): onlyFirst += 1
    case (false, true): onlySecond += 1
    case (false, false): neither += 1
    }
  }

  /// Adds other decisions.
  public static func += (left: inout BinaryAgreement, right: BinaryAgreement) {
    left.both += right.both
    left.onlyFirst += right.onlyFirst
    left.onlySecond += right.onlySecond
    left.neither += right.neither
  }

  /// The number of decisions.
  public var decisions: Int { both + onlyFirst + onlySecond + neither }
  /// Whether either coder said yes at least once.
  public var isUsed: Bool { both + onlyFirst + onlySecond > 0 }

  /// The second coder measured against the first, as Pejl is measured against gold.
  public var score: Score {
    var score = Score()
    score.truePositives = both
    score.falsePositives = onlySecond
    score.falseNegatives = onlyFirst
    return score
  }

  /// Gwet's AC1: (pₐ − pₑ) / (1 − pₑ), where pₐ is the part of the decisions that agree, pₑ = 2π(1 − π), and π is the mean of
  /// the two coders' parts of yes. Unlike Cohen's kappa it does not fall to nothing when yes is rare. 1 for no decisions.
  ///
  /// Gwet, K. L. (2008): Computing inter-rater reliability and its variance in the presence of high agreement. British
  /// Journal of Mathematical and Statistical Psychology 61, 29-48.
  public var ac1: Double {
    guard decisions > 0 else { return 1 }
    let count = Double(decisions)
    let observed = Double(both + neither) / count
    let yes = Double(2 * both + onlyFirst + onlySecond) / (2 * count)
    let expected = 2 * yes * (1 - yes)
    return (observed - expected) / (1 - expected)
  }

  /// Krippendorff's alpha for two values: 1 − Dₒ / Dₑ, where Dₒ is the part of the decisions that differ, and
  /// Dₑ = 2·n₀·n₁ / (n(n − 1)) the part that would differ if the n = n₀ + n₁ noes and yeses of both coders were paired by
  /// chance. Nil when all said the same throughout: alpha is not defined without variation.
  ///
  /// Krippendorff, K. (2004): Content Analysis. An Introduction to Its Methodology, 2nd edition, chapter 11. Sage.
  public var alpha: Double? {
    let yes = 2 * both + onlyFirst + onlySecond
    let no = 2 * neither + onlyFirst + onlySecond
    guard yes > 0, no > 0 else { return nil }
    let values = Double(yes + no)
    let observed = Double(onlyFirst + onlySecond) / Double(decisions)
    let expected = 2 * Double(yes) * Double(no) / (values * (values - 1))
    return 1 - observed / expected
  }
}
