/// One thing that a passage may be about.
public struct Code: Sendable, Hashable {
  /// Another name of the code.
  public struct Alias: Sendable, Hashable {
    /// The name.
    public let text: String
    /// Whether capitals matter, for a name that is also everyday words.
    public let isCaseSensitive: Bool

    /// An alias.
    public init(text: String, isCaseSensitive: Bool) {
      self.text = text
      self.isCaseSensitive = isCaseSensitive
    }
  }

  /// The identifier that stands in results, such as `P1` or `2.4`.
  public let id: String
  /// The facet that it belongs to.
  public let facet: Facet.ID
  /// A short name for pages.
  public let name: String
  /// The number by which people refer to it, such as `3` or `2.4`.
  public let number: String?
  /// The guidepost that an objective belongs to.
  public let parent: String?
  /// The names by which people refer to it, the full name among them.
  public let aliases: [Alias]
  /// The strategy's sentence about a guidepost.
  public let motto: String?
  /// The official wording of an objective.
  public let wording: String?
  /// What the code means, for a person.
  public let definition: String
  /// The keywords as printed in the strategy.
  public let keywords: [String]
  /// In the facet `frame`: short lines of at most so many words after such a passage belong to it.
  public let tail: Int?
  /// The line of the code in the codebook.
  public let line: Int

  /// A code.
  public init(
    id: String, facet: Facet.ID, name: String, number: String? = nil, parent: String? = nil, aliases: [Alias] = [],
    motto: String? = nil, wording: String? = nil, definition: String = "", keywords: [String] = [],
    tail: Int? = nil, line: Int = 0
  ) {
    self.id = id
    self.facet = facet
    self.name = name
    self.number = number
    self.parent = parent
    self.aliases = aliases
    self.motto = motto
    self.wording = wording
    self.definition = definition
    self.keywords = keywords
    self.tail = tail
    self.line = line
  }

  /// The texts of the strategy itself that belong to the code: wording, motto, keywords, names.
  public var officialTexts: [String] {
    [wording, motto].compactMap(\.self) + keywords
  }
}
