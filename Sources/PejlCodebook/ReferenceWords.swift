/// The words by which people refer to a part of the strategy by number.
public struct ReferenceWords: Sendable, Hashable {
  /// Words before the number of a guidepost.
  public var guidepost: [Term] = []
  /// Words before the number of an objective.
  public var objective: [Term] = []
  /// Words before a page number.
  public var page: [Term] = []
  /// Ordinal words from the first up.
  public var ordinals: [Term] = []
  /// Words that make a number before or after them no reference: units, law, money, clock.
  public var foreign: [Term] = []
  /// Words that may stand between two numbers of one reference.
  public var joiners: [Term] = []

  /// No words.
  public init() {}
}
