internal import PejlCodebook
internal import PejlText

extension GoldFile {
  /// Makes sure that gold files may be counted together.
  ///
  /// - Throws: ``InvalidInput`` when one is named twice, when they code different facets, or when two of them code the same
  ///   paragraph of an answer.
  public static func checkTogether(_ golds: [GoldFile]) throws {
    var findings: [Diagnostic] = []
    var places: [String: (gold: GoldFile, row: Row)] = [:]
    for (index, gold) in golds.enumerated() {
      if golds[..<index].contains(where: { $0.path == gold.path }) {
        findings.append(
          Diagnostic(.error, code: "gold.duplicate", "this gold file is named twice; name it once", path: gold.path))
        continue
      }
      if let first = golds.first, first.facets != gold.facets {
        findings.append(
          Diagnostic(
            .error, code: "gold.columns",
            "the coded columns are \(names(gold)) here and \(names(first)) in \(first.path); add the missing column, or "
              + "evaluate the files one by one", path: gold.path, line: 1))
      }
      for row in gold.rows where row.file != nil {
        if let other = places[row.name] {
          findings.append(
            Diagnostic(
              .error, code: "gold.duplicate",
              "\"\(row.shortName)\" is coded in \(other.gold.path):\(other.row.line) too; take one of the rows away",
              path: gold.path, line: row.line))
        } else {
          places[row.name] = (gold, row)
        }
      }
    }
    guard findings.isEmpty else { throw InvalidInput(findings) }
  }

  private static func names(_ gold: GoldFile) -> String { gold.facets.map(\.rawValue).joined(separator: ", ") }
}
