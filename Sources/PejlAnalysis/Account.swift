/// What became of the passages.
public struct Account: Sendable, Hashable {
  /// All passages.
  public var passages = 0
  /// Those with a tag.
  public var tagged = 0
  /// Those without.
  public var untagged = 0
  /// Those that do not count, by reason.
  public var setAside: [String: Int] = [:]
  /// Headings among the tagged and untagged; they name and are not counted in coverage.
  public var headings = 0
  /// Passages that are counted in coverage and have no tag of the strategy.
  public var outside = 0
  /// The characters (Unicode scalars) of the text.
  public var characters = 0

  /// An account of nothing.
  public init() {}

  /// All passages that are set aside.
  public var setAsideTotal: Int { setAside.values.reduce(0, +) }
}
