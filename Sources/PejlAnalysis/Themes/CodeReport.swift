public import PejlCodebook
public import PejlTagging

/// Who said what about one code.
public struct CodeReport: Sendable {
  /// A passage with the code.
  public struct Entry: Sendable {
    /// The place in ``Analysis/responses``.
    public let response: Int
    /// The place in the response's passages.
    public let passage: Int
    /// The tag.
    public let tag: Tag
    /// The codes of the facet `stance` on the same passage.
    public let stances: [String]
  }

  /// One stance's part.
  public struct StanceCount: Sendable {
    /// The stance.
    public let code: Code
    /// The passages with both codes.
    public let passages: Int
    /// The parties with at least one such passage.
    public let parties: Int
  }

  /// The code.
  public let code: Code
  /// The parties, as places in ``Analysis/parties``.
  public let parties: [Int]
  /// The passages in order of certainty: by basis, then score, then place.
  public let entries: [Entry]
  /// The stances in the codebook's order, zeros included.
  public let stances: [StanceCount]
}

/// A word that is more frequent in one set of passages than in another.
public struct TellingWord: Sendable, Hashable {
  /// The word as it mostly stands.
  public let word: String
  /// How often it stands in the set.
  public let count: Int
  /// In how many passages of the set it stands.
  public let passages: Int
  /// The log-likelihood ratio (Dunning 1993) against the other set; larger is more telling.
  public let keyness: Double
}
