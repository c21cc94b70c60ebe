public import PejlCodebook

/// A level at which codes are compared.
public enum CodingLevel: String, Sendable, CaseIterable {
  /// The codes of the facet `strategy` as they are.
  case objective
  /// Objectives counted as their guidepost.
  case guidepost
  /// The facet `theme`.
  case theme
  /// The facet `stance`.
  case stance

  /// The facet whose codes are compared.
  public var facet: Facet.ID {
    switch self {
    case .objective, .guidepost: .strategy
    case .theme: .theme
    case .stance: .stance
    }
  }
}
