/// The parts of a strategy as its text prints them.
public struct StrategyOutline: Sendable {
  /// An objective.
  public struct Objective: Sendable, Hashable {
    /// The number as printed, such as `1.1` or `A2`; nil for a bullet.
    public var number: String?
    /// The wording, word for word; line ends are blanks.
    public var wording: String
    /// The page where it stands, where the file has pages.
    public var page: Int?
  }

  /// A guidepost with what stands in its chapter.
  public struct Guidepost: Sendable, Hashable {
    /// The number or letter as printed, without the word before it.
    public var number: String?
    /// The title of the chapter.
    public var name: String
    /// Other titles that the text gives it, such as the one in the list of contents.
    public var aliases: [String] = []
    /// The sentence under the title.
    public var motto: String?
    /// The page that the list of contents gives, else where it stands.
    public var page: Int?
    /// The objectives in order.
    public var objectives: [Objective] = []
    /// The printed keywords in order.
    public var keywords: [String] = []
  }

  /// A number of parts that the text itself states.
  public struct Statement: Sendable, Hashable {
    /// The words, such as `fire overordnede pejlemærker`.
    public var words: String
    /// The number stated.
    public var stated: Int
    /// The number found; the one that differs where it is stated of every guidepost.
    public var found: Int
  }

  /// The title of the strategy.
  public var title: String?
  /// The word that the text has for a guidepost, as it stands in its headings; nil where they have none.
  public var guidepostWord: String?
  /// The word that the text has for an objective; nil where it has none.
  public var objectiveWord: String?
  /// The guideposts in order.
  public var guideposts: [Guidepost] = []
  /// Whether the guideposts are the strategy's objectives themselves, without a level above.
  public var isFlat = false
  /// The numbers that the text states.
  public var statements: [Statement] = []
  /// Headings of the text, for a person who must find its parts.
  public var headings: [String] = []

  /// How many objectives there are.
  public var objectiveCount: Int { guideposts.map(\.objectives.count).reduce(0, +) }
}
