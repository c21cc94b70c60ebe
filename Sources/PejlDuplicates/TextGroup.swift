/// Texts that say the same, word for word or nearly so.
public struct TextGroup: Sendable, Hashable {
  /// A text of the group.
  public struct Member: Sendable, Hashable {
    /// The place of the text among those that were compared.
    public let text: Int
    /// How alike it is to the group's most typical text, from the least that was asked for up to 1; see ``Likeness``.
    public let likeness: Double

    /// Whether it has the same words.
    public var isExact: Bool { likeness == 1 }
  }

  /// The place of the most typical text: the one that has most in common with all others.
  public let typical: Int
  /// All texts in order, the typical one included; two or more.
  public let members: [Member]
}
