internal import PejlAnalysis
internal import PejlCodebook

/// What the codebook gained and lost against another.
struct ComparisonSection {
  let report: EvaluationReport
  let comparison: Comparison
  let words: Words

  private var show: FigureText { FigureText(words: words) }

  /// The values of the template `comparison`.
  var fields: Fields {
    let hues = CodeHues(report.evaluation.codebook.summary)
    let changed = comparison.codes.filter { $0.before != $0.after }
    return [
      "otherTitle": comparison.codebook.title, "otherID": comparison.codebook.id,
      "otherVersion": comparison.codebook.version,
      "levelChanges": comparison.levels.map { change -> Fields in
        [
          "level": words["level.\(change.level.rawValue)"],
          "microBefore": show.ratio(change.before.score.f1), "microAfter": show.ratio(change.after.score.f1),
          "microDifference": show.difference(change.microDifference),
          "microInterval": show.differences(change.microInterval),
          "meanDifference": show.difference(change.meanDifference),
          "meanInterval": show.differences(change.meanInterval),
        ]
      },
      "codeChanges": changed.map { change -> Fields in
        [
          "hue": hues[change.code.id], "code": change.code.id,
          "name": change.code.name == change.code.id ? nil : change.code.name,
          "before": show.ratio(change.before?.f1), "after": show.ratio(change.after?.f1),
          "difference": change.difference.map { show.difference($0) } ?? words["number.none"],
        ]
      },
      "hasCodeChanges": !changed.isEmpty,
      "changeGroups": [true, false].map { isRight -> Fields in
        let changes = comparison.changes.filter { $0.isRight == isRight }
        return [
          "title": words.filled(
            isRight ? "change.right" : "change.wrong", ["count": words.number(changes.count)]),
          "hasChanges": !changes.isEmpty, "changes": changes.map { fields(of: $0, hues) },
        ]
      },
    ]
  }

  private func fields(of change: Change, _ hues: CodeHues) -> Fields {
    let paragraph = report.evaluation.paragraphs[change.paragraph]
    return [
      "hue": change.facet == .strategy ? hues[change.code] : "g0", "code": change.code,
      "act": words[change.isSet ? "change.set" : "change.unset"],
      "paragraph": paragraph.gold.shortName, "text": ShownText.shortened(paragraph.text, to: 220),
      "reasons": change.reasons.enumerated().map { index, reason -> Fields in
        [
          "separator": index == 0 ? "" : ", ", "rule": reason.rule, "before": show.ratio(reason.before),
          "after": show.ratio(reason.after), "other": reason.code == change.code ? nil : reason.code,
        ]
      },
      "hasReasons": !change.reasons.isEmpty,
    ]
  }
}
