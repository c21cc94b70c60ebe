public import PejlCodebook

/// The codes that figures count, in the order of reports: those of strategy, theme and stance.
public struct CodePlaces: Sendable {
  private struct Key: Hashable {
    let facet: Facet.ID
    let code: String
  }

  /// The codes in order.
  public let codes: [Code]
  private let places: [Key: Int]
  private let parents: [Int?]

  /// The codes of `codebook`.
  public init(_ codebook: CodebookSummary) {
    let codes = [Facet.ID.strategy, .theme, .stance].flatMap { codebook.codes($0) }
    let places = Dictionary(
      codes.enumerated().map { (Key(facet: $1.facet, code: $1.id), $0) }, uniquingKeysWith: { first, _ in first })
    self.codes = codes
    self.places = places
    parents = codes.map { code in code.parent.flatMap { places[Key(facet: code.facet, code: $0)] } }
  }

  /// The place of a code, if figures count it.
  public func place(of code: String, in facet: Facet.ID) -> Int? { places[Key(facet: facet, code: code)] }
  /// The place of the guidepost of an objective.
  public func parent(of place: Int) -> Int? { parents[place] }
}
