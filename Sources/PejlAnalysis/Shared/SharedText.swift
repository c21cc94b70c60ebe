/// A passage that stands in several answers, word for word or nearly so: a campaign's text, or what one body borrowed from
/// another.
public struct SharedText: Sendable, Hashable {
  /// One passage of it.
  public struct Entry: Sendable, Hashable {
    /// The place in ``Analysis/responses``.
    public let response: Int
    /// The place in the response's passages.
    public let passage: Int
    /// The part of its words that the most typical passage has in the same order, up to 1 for the same words.
    public let likeness: Double
    /// How many words it has that the most typical passage has not.
    public let addedWords: Int
  }

  /// The place of the most typical passage in ``entries``.
  public let typical: Int
  /// The passages in the order of the responses; they are of two responses or more.
  public let entries: [Entry]
  /// The senders, as places in ``Analysis/parties``.
  public let parties: [Int]

  /// Whether all its passages have the same words.
  public var isEqual: Bool { entries.allSatisfy { $0.likeness == 1 } }
}

/// An answer of which half or more stands in other answers too.
public struct BorrowingAnswer: Sendable, Hashable {
  /// The place in ``Analysis/responses``.
  public let response: Int
  /// The words of its counted passages that stand in a ``SharedText``.
  public let sharedWords: Int
  /// The words of all its counted passages.
  public let words: Int
  /// The counted passages that stand nowhere else: what the sender added, as places in the response's passages.
  public let own: [Int]
}
