/// Tells how much figures would vary if other units of the same kind had been drawn.
///
/// The percentile bootstrap of Efron (1979): so many units are drawn with replacement as there are, the figures are
/// computed anew, and the middle 95 % of 1000 such draws are the interval. Figures that are computed in the same draw, such
/// as two codebooks' F1, vary together, which makes the interval of their difference a paired one.
public struct Bootstrap: Sendable {
  /// What is drawn.
  public enum Unit: String, Sendable, CaseIterable {
    /// Single paragraphs.
    case paragraph
    /// Whole answers, or gold files that hold their own texts: passages of one author are not independent.
    case file
  }

  /// The number of draws.
  public static let draws = 1000
  /// Where the generator starts: a constant, so that the same input gives the same interval.
  private static let seed: UInt64 = 0x5065_6A6C

  /// The number of units.
  public let units: Int

  /// A bootstrap over `units` units.
  public init(units: Int) { self.units = units }

  /// The intervals of the figures that `statistic` computes from the units drawn; nil for fewer than two units, which
  /// say nothing about variation.
  public func intervals(_ statistic: ([Int]) -> [Double]) -> [Interval]? {
    guard units > 1 else { return nil }
    var generator = SplitMix(seed: Self.seed)
    var columns: [[Double]] = []
    for _ in 0..<Self.draws {
      let drawn = (0..<units).map { _ in generator.index(below: units) }
      for (column, value) in statistic(drawn).enumerated() {
        if column == columns.count { columns.append([]) }
        columns[column].append(value)
      }
    }
    // As many draws lie below the interval as above it.
    let outside = Self.draws / 40
    return columns.map { values in
      let sorted = values.sorted()
      return Interval(low: sorted[outside], high: sorted[sorted.count - 1 - outside])
    }
  }
}
