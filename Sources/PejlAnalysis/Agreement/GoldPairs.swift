public import PejlCodebook
internal import PejlText

/// The rows of two gold files that speak of the same paragraphs.
public struct GoldPairs: Sendable {
  /// What two coders set on the same paragraph.
  public struct Pair: Sendable {
    /// The first coder's row.
    public let first: GoldFile.Row
    /// The second coder's row.
    public let second: GoldFile.Row
  }

  /// The pairs in the order of the first file.
  public let rows: [Pair]
  /// The facets that both coded.
  public let facets: [Facet.ID]

  /// Matches rows by name: file and paragraph, or id.
  ///
  /// - Throws: ``InvalidInput`` when the two code different facets, and for each row that only one of them has.
  public init(_ first: GoldFile, _ second: GoldFile) throws {
    facets = first.facets
    guard first.facets == second.facets else {
      throw InvalidInput(
        code: "gold.columns",
        "the coded columns are \(Self.names(second)) here and \(Self.names(first)) in \(first.path); "
          + "compare the facets that both have coded, and take the other columns away",
        path: second.path, line: 1)
    }
    let others = Dictionary(second.rows.map { ($0.name, $0) }) { first, _ in first }
    let own = Set(first.rows.map(\.name))
    let findings =
      first.rows.filter { others[$0.name] == nil }.map { Self.lonely($0, in: first, missingIn: second) }
      + second.rows.filter { !own.contains($0.name) }.map { Self.lonely($0, in: second, missingIn: first) }
    guard findings.isEmpty else { throw InvalidInput(findings) }
    rows = first.rows.compactMap { row in others[row.name].map { Pair(first: row, second: $0) } }
  }

  private static func lonely(_ row: GoldFile.Row, in gold: GoldFile, missingIn other: GoldFile) -> Diagnostic {
    Diagnostic(
      .error, code: "gold.unmatched",
      "\"\(row.shortName)\" has no row in \(other.path); both must code the same paragraphs: add the row there, or take "
        + "this one away", path: gold.path, line: row.line)
  }

  private static func names(_ gold: GoldFile) -> String { gold.facets.map(\.rawValue).joined(separator: ", ") }
}
