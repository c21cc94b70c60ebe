public import PejlText

/// The passages that a search found.
public struct SearchHits: Sendable {
  /// A passage.
  public struct Hit: Sendable, Hashable {
    /// The identifier of the response.
    public var response: String
    /// The name of its file.
    public var file: String
    /// The name of the respondent, where it is known.
    public var sender: String?
    /// The sort of respondent.
    public var kind: String
    /// The identifier of the passage.
    public var passage: String
    /// The page that it begins on, from 1, where the format has pages.
    public var page: Int?
    /// The codes of its tags.
    public var codes: [SearchCode]
    /// Why it is set aside, if it is.
    public var reason: String?
    /// The text of the passage.
    public var text: String
    /// What was looked for, in bytes of the text, rising.
    public var marks: [TextSpan]
  }

  /// How many passages there are.
  public var passages: Int
  /// How many responses they stand in.
  public var responses: Int
  /// The first of them: those that speak most of what was looked for; those that are set aside come last.
  public var hits: [Hit]
}

/// Which passages a search looks through; what is empty lets everything through.
public struct SearchFilter: Sendable {
  /// Each passage has one of each group.
  public var codes: [[SearchCode]]
  /// The response is from one of these sorts of respondent.
  public var kinds: [String]

  /// A filter.
  public init(codes: [[SearchCode]] = [], kinds: [String] = []) {
    self.codes = codes
    self.kinds = kinds
  }
}
