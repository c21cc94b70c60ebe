internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

/// An evaluation as text for a terminal.
struct EvaluationText {
  let evaluation: Evaluation

  /// The levels with their intervals.
  func levels() -> String {
    var table = TextTable("", "P", "R", "F1", "95 %", "mean F1", "95 %", "gold", "set")
    for result in evaluation.levels {
      let score = result.tally.score
      table.add([
        result.level.rawValue, score.precision.decimals(3), score.recall.decimals(3), score.f1.decimals(3),
        Self.interval(result.microInterval), result.tally.mean.decimals(3), Self.interval(result.meanInterval),
        "\(score.truePositives + score.falseNegatives)", "\(score.truePositives + score.falsePositives)",
      ])
    }
    let units =
      evaluation.unit == .paragraph
      ? "" : ", intervals over \(evaluation.units) answers or gold files"
    return "\(evaluation.paragraphs.count) paragraphs\(units)\n\(table.text)"
  }

  /// Each code.
  func codes() -> String {
    var table = TextTable("code", "P", "R", "F1", "gold", "set")
    for result in evaluation.codes {
      let score = result.score
      table.add([
        result.code.id, score.precision.decimals(3), score.recall.decimals(3), score.f1.decimals(3),
        "\(score.truePositives + score.falseNegatives)", "\(score.truePositives + score.falsePositives)",
      ])
    }
    return table.text
  }

  /// The greatest confusions of the strategy's codes; nil when there are none.
  func confusions(limit: Int) -> String? {
    guard !evaluation.confusions.isEmpty else { return nil }
    var table = TextTable("missed", "set instead", "paragraphs", "")
    table.words = [0, 1, 3]
    for confusion in evaluation.confusions.prefix(limit) {
      let names = confusion.paragraphs.prefix(3).map { evaluation.paragraphs[$0].gold.shortName }
      table.add([
        confusion.missed, confusion.set, "\(confusion.paragraphs.count)",
        names.joined(separator: ", ") + (confusion.paragraphs.count > 3 ? ", …" : ""),
      ])
    }
    return table.text
  }

  /// How each rule fared, those with the most wrong paragraphs first, and the rules that never held.
  func rules() -> String {
    var table = TextTable("rule", "code", "held", "tagged", "right", "alone", "gold", "P", "R")
    table.words = [0, 1]
    for use in evaluation.rulesByHarm where use.held > 0 {
      table.add([
        use.name, use.rule?.code ?? "-", "\(use.held)", "\(use.tagged)", "\(use.right)", "\(use.alone)",
        use.gold.map { "\($0)" } ?? "-", use.precision?.decimals(2) ?? "-", use.recall?.decimals(2) ?? "-",
      ])
    }
    let silent = evaluation.rules.filter { $0.held == 0 }
    let lines = silent.compactMap { use in use.rule.map { "  \(use.name)  \($0.code)  \($0.path):\($0.line)" } }
    return ([table.text, "", "\(silent.count) rules never held"] + lines).joined(separator: "\n")
  }

  static func interval(_ interval: Interval?) -> String {
    interval.map { "\($0.low.decimals(2))-\($0.high.decimals(2))" } ?? "-"
  }
}
