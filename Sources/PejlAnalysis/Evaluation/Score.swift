/// Precision, recall and F1 of one code or one set of codes.
public struct Score: Sendable, Hashable {
  /// Codes that both set.
  public var truePositives = 0
  /// Codes that Pejl set and the person did not.
  public var falsePositives = 0
  /// Codes that the person set and Pejl did not.
  public var falseNegatives = 0

  /// Nothing counted yet.
  public init() {}

  /// What two sets of codes for the same paragraph have in common and what not.
  public init(gold: Set<String>, predicted: Set<String>) {
    truePositives = gold.intersection(predicted).count
    falsePositives = predicted.count - truePositives
    falseNegatives = gold.count - truePositives
  }

  /// The part of Pejl's codes that are right; 0 when it set none.
  public var precision: Double { ratio(truePositives, truePositives + falsePositives) }
  /// The part of the person's codes that Pejl found; 0 when there are none.
  public var recall: Double { ratio(truePositives, truePositives + falseNegatives) }
  /// The harmonic mean of precision and recall; 1 when there was nothing to find and nothing was set.
  public var f1: Double {
    let all = 2 * truePositives + falsePositives + falseNegatives
    return all == 0 ? 1 : Double(2 * truePositives) / Double(all)
  }
  /// Whether neither set a code.
  public var isEmpty: Bool { truePositives + falsePositives + falseNegatives == 0 }

  /// Adds what `other` has counted.
  public static func += (left: inout Score, right: Score) {
    left.truePositives += right.truePositives
    left.falsePositives += right.falsePositives
    left.falseNegatives += right.falseNegatives
  }

  /// What both have counted.
  public static func + (left: Score, right: Score) -> Score {
    var sum = left
    sum += right
    return sum
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
