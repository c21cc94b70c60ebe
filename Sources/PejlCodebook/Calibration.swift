/// How the evidence in a passage becomes a decision in one facet: a sum that a person can follow.
///
/// The sum for a code is its constant, plus each figure of the passage times its coefficient, plus the weights of the learned
/// words that stand there. The logistic function makes a certainty from 0 to 1 of it.
public struct Calibration: Sendable, Hashable {
  /// The facet that it decides in.
  public let facet: Facet.ID
  /// The certainty at which a code becomes a tag.
  public let cutoff: Double
  /// What each code begins with.
  public let constants: [String: Double]
  /// What one unit of each figure adds, by the figure's name.
  public let coefficients: [String: Double]

  /// A calibration.
  public init(facet: Facet.ID, cutoff: Double, constants: [String: Double], coefficients: [String: Double]) {
    self.facet = facet
    self.cutoff = cutoff
    self.constants = constants
    self.coefficients = coefficients
  }
}

/// A word or a pair of words that speaks for or against a code, as learnt from coded passages.
public struct LearnedWord: Sendable, Hashable {
  /// The code.
  public let code: String
  /// The word, or two words that follow each other.
  public let term: Term
  /// What it adds to the sum; negative where it speaks against the code.
  public let weight: Double

  /// A learned word.
  public init(code: String, term: Term, weight: Double) {
    self.code = code
    self.term = term
    self.weight = weight
  }
}

/// What coded passages say of a rule beyond the weight that its author gave it.
public struct RuleCorrection: Sendable, Hashable {
  /// The rule.
  public let rule: String
  /// What it adds to the sum of the rule's code where the rule holds.
  public let weight: Double

  /// A correction.
  public init(rule: String, weight: Double) {
    self.rule = rule
    self.weight = weight
  }
}
