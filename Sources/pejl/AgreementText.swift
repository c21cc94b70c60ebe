internal import PejlAnalysis
internal import PejlCodebook

/// How well two coders agree, as text for a terminal.
struct AgreementText {
  let agreement: Agreement

  /// The levels. `used` is the number of codes that either coder used; AC1 pooled counts all codes.
  var levels: String {
    var table = TextTable(
      "", "F1", "mean F1", "AC1", "AC1 pooled", "alpha", "alpha Jaccard", "alpha MASI", "first", "second", "used")
    for result in agreement.levels {
      let pooled = result.pooled
      table.add([
        result.level.rawValue, pooled.score.f1.decimals(3), result.mean.decimals(3), Self.shown(result.meanAC1),
        pooled.ac1.decimals(3), Self.shown(pooled.alpha), Self.shown(result.setAlpha[.jaccard]),
        Self.shown(result.setAlpha[.masi]), "\(pooled.both + pooled.onlyFirst)", "\(pooled.both + pooled.onlySecond)",
        "\(result.used.count) of \(result.codes.count)",
      ])
    }
    return "\(agreement.pairs.rows.count) paragraphs\n\(table.text)"
  }

  /// Each code that either used, once: guideposts stand as the codes that they are.
  var codes: String {
    var table = TextTable("code", "F1", "AC1", "alpha", "both", "first", "second", "neither")
    for result in agreement.levels where result.level != .guidepost {
      for code in result.used {
        let decisions = code.decisions
        table.add([
          code.code.id, decisions.score.f1.decimals(3), decisions.ac1.decimals(3), Self.shown(decisions.alpha),
          "\(decisions.both)", "\(decisions.onlyFirst)", "\(decisions.onlySecond)", "\(decisions.neither)",
        ])
      }
    }
    return table.text
  }

  /// The paragraphs on which the coders differ.
  var differences: String {
    var lines: [String] = []
    for pair in agreement.pairs.rows {
      for facet in agreement.pairs.facets where pair.first.codes[facet] != pair.second.codes[facet] {
        let first = EvaluationText.list((pair.first.codes[facet] ?? []).sorted())
        let second = EvaluationText.list((pair.second.codes[facet] ?? []).sorted())
        lines.append("")
        lines.append(
          "\(pair.first.shortName)  \(facet.rawValue)  \(first) (line \(pair.first.line))  "
            + "\(second) (line \(pair.second.line))")
        if let text = pair.first.text ?? pair.second.text ?? pair.first.begins {
          lines.append("  \(EvaluationText.folded(text))")
        }
      }
    }
    return lines.isEmpty ? "\nthe two coders agree everywhere" : lines.joined(separator: "\n")
  }

  private static func shown(_ value: Double?) -> String { value?.decimals(3) ?? "-" }
}
