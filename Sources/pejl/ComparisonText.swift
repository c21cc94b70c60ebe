internal import PejlAnalysis
internal import PejlCodebook

/// What a codebook gained and lost against another, as text for a terminal.
struct ComparisonText {
  let evaluation: Evaluation
  let comparison: Comparison

  var text: String {
    let old = comparison.codebook
    let new = evaluation.codebook
    let title = "before: \(old.id) \(old.version), after: \(new.id) \(new.version)"
    return ([title, levels, "", codes] + changes(isRight: true) + changes(isRight: false)).joined(separator: "\n")
  }

  private var levels: String {
    var table = TextTable("", "F1 before", "after", "difference", "95 %", "mean before", "after", "difference", "95 %")
    for change in comparison.levels {
      table.add([
        change.level.rawValue, change.before.score.f1.decimals(3), change.after.score.f1.decimals(3),
        change.microDifference.signed(3), Self.interval(change.microInterval), change.before.mean.decimals(3),
        change.after.mean.decimals(3), change.meanDifference.signed(3), Self.interval(change.meanInterval),
      ])
    }
    return table.text
  }

  /// The codes whose score changed.
  private var codes: String {
    var table = TextTable("code", "F1 before", "after", "difference")
    let changed = comparison.codes.filter { $0.before != $0.after }
    for change in changed {
      table.add([
        change.code.id, change.before?.f1.decimals(3) ?? "-", change.after?.f1.decimals(3) ?? "-",
        change.difference?.signed(3) ?? "-",
      ])
    }
    return changed.isEmpty ? "no code changed" : table.text
  }

  private func changes(isRight: Bool) -> [String] {
    let changes = comparison.changes.filter { $0.isRight == isRight }
    var lines = ["", "\(changes.count) codes on paragraphs became \(isRight ? "right" : "wrong")"]
    for change in changes {
      let paragraph = evaluation.paragraphs[change.paragraph]
      let reasons = change.reasons.map { reason in
        let before = reason.before?.decimals(2) ?? "-"
        let other = reason.code == change.code ? "" : " (\(reason.code))"
        return "\(reason.rule) \(before) → \(reason.after?.decimals(2) ?? "-")\(other)"
      }
      let cause = reasons.isEmpty ? "all evidence as before" : reasons.joined(separator: ", ")
      lines.append("  \(paragraph.gold.shortName)  \(change.isSet ? "+" : "-")\(change.code)  \(cause)")
    }
    return lines
  }

  private static func interval(_ interval: Interval?) -> String {
    interval.map { "\($0.low.signed(3)) to \($0.high.signed(3))" } ?? "-"
  }
}
