public import PejlCodebook
public import PejlSegment

/// A passage with its tags and what became of it.
public struct TaggedPassage: Sendable, Hashable {
  /// What became of a passage.
  public enum Disposition: Sendable, Hashable {
    /// It has a tag of the strategy, a theme or a stance.
    case tagged
    /// It has none.
    case untagged
    /// It does not count, for that reason.
    case setAside(String)
  }

  /// The passage.
  public let passage: Passage
  /// What became of it.
  public let disposition: Disposition
  /// The tags: by facet, then in the codebook's order.
  public let tags: [Tag]
  /// What spoke for a code that did not become a tag: the codes that some rule found words of.
  public let rejected: [Tag]
  /// The words that count as others because the text was badly recognised, where a tag's evidence holds them; rising.
  public internal(set) var uncertain: [UncertainWord]
  /// What a person decided on it, beside what rules found.
  public var decision: HumanDecision?
  /// What it showed before anything was decided, where that was asked for.
  package var observation: Observation?

  /// A tagged passage.
  public init(
    passage: Passage, disposition: Disposition, tags: [Tag], rejected: [Tag] = [], uncertain: [UncertainWord] = []
  ) {
    self.passage = passage
    self.disposition = disposition
    self.tags = tags
    self.rejected = rejected
    self.uncertain = uncertain
  }

  /// Whether the passage counts in coverage and themes.
  public var counts: Bool { if case .setAside = disposition { false } else { true } }
  /// The tags of one facet.
  public func tags(_ facet: Facet.ID) -> [Tag] { tags.filter { $0.facet == facet } }
}
