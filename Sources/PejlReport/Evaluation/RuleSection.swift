internal import PejlAnalysis
internal import PejlCodebook

/// How each rule fared, and the rules that never held.
struct RuleSection {
  let report: EvaluationReport
  let words: Words

  private static let shown = 25

  /// The values that the template `evaluation` names of rules.
  var fields: Fields {
    let uses = report.evaluation.rulesByHarm.filter { $0.held > 0 }
    let silent = report.evaluation.rules.filter { $0.held == 0 }
    let hues = CodeHues(report.evaluation.codebook.summary)
    return [
      "rules": uses.prefix(Self.shown).map { fields(of: $0, hues) },
      "moreRules": uses.dropFirst(Self.shown).map { fields(of: $0, hues) },
      "hasRules": !uses.isEmpty, "hasMoreRules": uses.count > Self.shown,
      "moreRuleCount": words.count(max(0, uses.count - Self.shown), "more-rule"),
      "heldCount": words.count(uses.count { $0.rule != nil }, "rule"),
      "silentCount": words.count(silent.count, "rule"), "hasSilent": !silent.isEmpty,
      "silentGroups": silentGroups(silent, hues),
    ]
  }

  private func fields(of use: RuleUse, _ hues: CodeHues) -> Fields {
    let show = FigureText(words: words)
    let code = use.rule?.code
    return [
      "rule": use.name, "code": code, "hue": code.map { use.facet == .strategy ? hues[$0] : "g0" },
      "held": words.number(use.held), "tagged": words.number(use.tagged), "right": words.number(use.right),
      "wrong": words.number(use.held - use.right), "isNeverWrong": use.held == use.right,
      "alone": words.number(use.alone), "precision": show.ratio(use.precision),
      "recall": use.gold == nil ? nil : show.ratio(use.recall),
    ]
  }

  private func silentGroups(_ silent: [RuleUse], _ hues: CodeHues) -> [Fields] {
    var groups: [(code: String, facet: Facet.ID, names: [String])] = []
    for use in silent {
      guard let code = use.rule?.code else { continue }
      if let place = groups.firstIndex(where: { $0.code == code }) {
        groups[place].names.append(use.name)
      } else {
        groups.append((code, use.facet, [use.name]))
      }
    }
    return groups.map { group in
      [
        "code": group.code, "hue": group.facet == .strategy ? hues[group.code] : "g0", "names": group.names,
        "count": words.number(group.names.count),
      ]
    }
  }
}
