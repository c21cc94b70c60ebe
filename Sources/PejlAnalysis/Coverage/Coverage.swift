public import PejlCodebook

/// Respondent by code, with the zeros.
public struct Coverage: Sendable {
  /// One party's line.
  public struct Row: Sendable {
    /// The party.
    public let party: Party
    /// What became of its passages.
    public let account: Account
    /// Passages by code of the strategy; a guidepost counts those of its objectives too, each passage once. Every code has
    /// a value, most of them 0.
    public let passages: [String: Int]
  }

  /// One code's sums.
  public struct Column: Sendable {
    /// The code.
    public let code: Code
    /// The passages with it.
    public let passages: Int
    /// The parties with at least one such passage.
    public let parties: Int
    /// Those of them that were heard.
    public let heardParties: Int
  }

  /// One row a party, in the order of ``Analysis/parties``.
  public let rows: [Row]
  /// One column a code of the strategy, in the codebook's order.
  public let columns: [Column]
  /// The objectives that no party touched.
  public let untouched: [Code]
  /// The sums of all responses.
  public let total: Account
  /// The number of parties that were heard.
  public let heard: Int
  /// The number of heard parties that answered.
  public let answered: Int
  /// The number of senders that were not heard: unknown ones, and those that the hearing does not name.
  public let unknownSenders: Int
}
