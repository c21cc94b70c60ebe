/// What one or more paragraphs add to a level.
public struct Tally: Sendable, Hashable {
  /// The codes counted together: the micro average.
  public private(set) var score = Score()
  /// The sum of the paragraphs' own F1.
  private var sum = 0.0
  /// The paragraphs in which either set a code.
  public private(set) var counted = 0

  /// Nothing counted yet.
  public init() {}

  /// One paragraph.
  public init(gold: Set<String>, predicted: Set<String>) {
    score = Score(gold: gold, predicted: predicted)
    guard !score.isEmpty else { return }
    sum = score.f1
    counted = 1
  }

  /// The F1 of each paragraph in which either set a code, averaged; 1 when there is none.
  public var mean: Double { counted == 0 ? 1 : sum / Double(counted) }

  /// Adds what `other` has counted.
  public static func += (left: inout Tally, right: Tally) {
    left.score += right.score
    left.sum += right.sum
    left.counted += right.counted
  }
}
