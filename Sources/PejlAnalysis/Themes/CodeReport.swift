public import PejlCodebook
public import PejlTagging

/// Who said what about one code.
///
/// The report of a guidepost holds the passages that are tagged with the guidepost itself; those of its objectives stand
/// in the reports of the objectives. ``Coverage/Column`` holds the sum of both.
public struct CodeReport: Sendable {
  /// A passage with the code.
  public struct Entry: Sendable {
    /// The place in ``Analysis/responses``.
    public let response: Int
    /// The place in the response's passages.
    public let passage: Int
    /// The place in the passage's tags.
    public let tag: Int
    /// What the tag rests on.
    public let basis: Tag.Basis
    /// The tag's score.
    public let score: Double
    /// The place among the entries of the response's digest.
    public let digestEntry: Int
    /// The codes of the facet `stance` on the same passage.
    public let stances: [String]
    /// The place in ``Analysis/sharedTexts`` of what the passage says, where other answers say it too.
    public let sharedText: Int?
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
  /// How many different texts the passages are: what several answers share counts once.
  public let texts: Int
  /// The stances in the codebook's order, zeros included.
  public let stances: [StanceCount]
}
