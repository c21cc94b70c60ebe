internal import PejlCodebook

/// Looks at codes as the levels do.
struct LevelView: Sendable {
  private let codebook: Codebook
  private let parents: [String: String]

  init(_ codebook: Codebook) {
    self.codebook = codebook
    parents = Dictionary(codebook.codes(.strategy).map { ($0.id, $0.parent ?? $0.id) }) { first, _ in first }
  }

  /// The codes of one paragraph at a level.
  func codes(_ codes: [Facet.ID: Set<String>], _ level: CodingLevel) -> Set<String> {
    let own = codes[level.facet] ?? []
    return level == .guidepost ? Set(own.map { parents[$0] ?? $0 }) : own
  }

  /// The codes that may be set at a level, in the codebook's order.
  func choices(_ level: CodingLevel) -> [Code] {
    codebook.codes(level.facet).filter { level != .guidepost || $0.parent == nil }
  }
}
