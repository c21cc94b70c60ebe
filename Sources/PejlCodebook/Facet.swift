/// A way to look at a passage, with the codes that it may get in it.
public struct Facet: Sendable, Hashable {
  /// The facets that a codebook may have, in the order in which reports show them.
  public enum ID: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Guideposts and objectives.
    case strategy
    /// Themes across the strategy.
    case theme
    /// What the respondent does: supports, worries, proposes, asks.
    case stance
    /// Why a passage is set aside.
    case frame

    /// In the order of reports.
    public static func < (left: ID, right: ID) -> Bool { left.order < right.order }
    private var order: Int { ID.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Which facet it is.
  public let id: ID
  /// The name that pages show.
  public let name: String
  /// The score at which a code becomes a tag.
  public let threshold: Double
  /// The greatest number of tags on a passage.
  public let limit: Int
  /// The least part of the facet's best score that another code must reach, from 0 to 1.
  public let share: Double
  /// The codes in the codebook's order; an objective follows its guidepost.
  public let codes: [Code]

  /// A facet.
  public init(id: ID, name: String, threshold: Double, limit: Int, share: Double, codes: [Code]) {
    self.id = id
    self.name = name
    self.threshold = threshold
    self.limit = limit
    self.share = share
    self.codes = codes
  }
}
