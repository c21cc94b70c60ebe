/// What a heading that names a code does to the passages beneath it.
public struct HeadingContext: Sendable, Hashable {
  /// What scores of codes of the heading's guidepost are multiplied by.
  public let inside: Double
  /// What scores of other codes are multiplied by.
  public let outside: Double
  /// The score from which the best code of the guidepost becomes a tag when none reaches the threshold.
  public let fallback: Double

  /// A context; the default changes nothing.
  public init(inside: Double = 1, outside: Double = 1, fallback: Double = 1) {
    self.inside = inside
    self.outside = outside
    self.fallback = fallback
  }
}
