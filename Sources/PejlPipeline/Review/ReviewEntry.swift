public import PejlCodebook
public import PejlTagging

/// A passage that a person should decide on, and why.
public struct ReviewEntry: Sendable {
  /// A code that the passage bears or may bear.
  public struct Candidate: Sendable, Hashable {
    /// The facet.
    public let facet: Facet.ID
    /// The code.
    public let code: String
    /// Whether it is a tag now.
    public let isSet: Bool
    /// How certain it is that the code belongs there, from 0 to 1.
    public let certainty: Double
  }

  /// What makes a decision worth its while.
  public enum Reason: Sendable, Hashable {
    /// It is neither certain that the code belongs there nor that it does not.
    case uncertain(code: String)
    /// One code is set and another that is not is nearly as certain.
    case rival(code: String, of: String)
    /// Nothing speaks for a code of the strategy, and the passage has so many words.
    case silent(words: Int)
    /// It was set aside, and yet some code may belong there.
    case setAside(reason: String)
    /// So many other passages say nearly the same.
    case alike(passages: Int)
    /// Many small doubts.
    case manySmall
  }

  /// The identifier of the response.
  public let response: String
  /// The SHA-256 of its file.
  public let sha256: String
  /// The passage.
  public let passage: TaggedPassage
  /// Its text.
  public let text: String
  /// The tags, and the codes that are likely enough to be thought of, by facet and falling certainty.
  public let candidates: [Candidate]
  /// How many wrong decisions are to be expected in all facets.
  public let expectedErrors: Double
  /// Why it stands here; never empty.
  public let reasons: [Reason]
}
