internal import PejlAnalysis
internal import PejlCodebook

/// The page that shows how well the tags agree with a person's codes.
struct EvaluationPage {
  let report: EvaluationReport
  let words: Words
  let assets: PageAssets

  private static let examples = 3
  private static let confusions = 20

  private var evaluation: Evaluation { report.evaluation }
  private var show: FigureText { FigureText(words: words) }
  private var hues: CodeHues { CodeHues(evaluation.codebook.summary) }

  /// The values of the template `evaluation`.
  var fields: Fields {
    frame.merging(facts).merging(results).merging(mistakes).merging(
      RuleSection(report: report, words: words).fields
    ).merging(report.comparison.map { ComparisonSection(report: report, comparison: $0, words: words).fields } ?? [:])
  }

  private var frame: Fields {
    let sections = ["results", "codes", "confusions", "mistakes", "rules"]
    return assets.fields.merging([
      "pageTitle": words["page.evaluation"],
      "caseTitle": ShownText.shortened(evaluation.codebook.title, to: 120),
      "menuLabel": words["menu.sections"],
      "menu": (report.comparison == nil ? sections : ["results", "comparison"] + sections.dropFirst()).map {
        name -> Fields in ["address": "#\(name)", "label": words["evaluation.\(name)"]]
      },
      "version": report.method.version,
      "hasComparison": report.comparison != nil,
    ])
  }

  private var facts: Fields {
    let isByFile = evaluation.unit == .file
    return [
      "codebookTitle": evaluation.codebook.title, "codebookID": evaluation.codebook.id,
      "codebookVersion": evaluation.codebook.version,
      "paragraphs": words.count(evaluation.paragraphs.count, "paragraph"),
      "golds": report.golds.map { gold -> Fields in
        ["goldFile": gold.fileName, "goldRows": words.count(gold.rows.count, "paragraph")]
      },
      "draws": words.number(Bootstrap.draws),
      "unit": words[isByFile ? "unit.file" : "unit.paragraph"],
      "units": words.number(evaluation.units),
      "isByFile": isByFile,
      "hasFewUnits": evaluation.units < 10,
    ]
  }

  private var results: Fields {
    [
      "levels": evaluation.levels.enumerated().map(level),
      "chartHeight": String(evaluation.levels.count * FigureText.rowHeight),
      "chartText": evaluation.levels.map {
        "\(words["level.\($0.level.rawValue)"]) \(show.ratio($0.tally.score.f1)) (\(show.interval($0.microInterval)))"
      }.joined(separator: "; "),
      "codeGroups": evaluation.facets.map { facet -> Fields in
        [
          "groupID": "codes-\(facet.id.rawValue)", "groupName": facet.name,
          "codes": evaluation.codes.filter { $0.code.facet == facet.id }.map(code),
        ]
      },
      "confusions": evaluation.confusions.prefix(Self.confusions).map(confusion),
      "hasConfusions": !evaluation.confusions.isEmpty,
      "confusionRest": evaluation.confusions.count > Self.confusions
        ? words.count(evaluation.confusions.count - Self.confusions, "more-pair") : nil,
    ]
  }

  private func level(_ index: Int, _ result: Evaluation.LevelResult) -> Fields {
    let score = result.tally.score
    return show.fields(of: score).merging([
      "level": words["level.\(result.level.rawValue)"],
      "microInterval": show.interval(result.microInterval),
      "mean": show.ratio(result.tally.mean), "meanInterval": show.interval(result.meanInterval),
      "counted": words.number(result.tally.counted),
    ]).merging(show.bar(index, score.f1, result.microInterval))
  }

  private func code(_ result: Evaluation.CodeResult) -> Fields {
    show.fields(of: result.score).merging([
      "hue": hues[result.code.id], "code": result.code.id, "name": result.code.name,
      "isNamed": result.code.id != result.code.name, "isUnused": result.score.isEmpty,
      "percent": "\((result.score.f1 * 100).twoDecimals)%",
    ])
  }

  private func confusion(_ confusion: Confusion) -> Fields {
    let names = confusion.paragraphs.map { evaluation.paragraphs[$0].gold.shortName }
    let rest = names.count - Self.examples
    return [
      "missed": chip(confusion.missed), "instead": chip(confusion.set), "count": words.number(names.count),
      "examples": names.prefix(Self.examples).joined(separator: ", ") + (rest > 0 ? " …" : ""),
    ]
  }

  private func chip(_ id: String) -> Fields {
    ["hue": hues[id], "code": id, "name": evaluation.codebook.code(id, in: .strategy)?.name]
  }

  private var mistakes: Fields {
    [
      "worst": words.number(report.worst),
      "hasWorst": report.worst > 0,
      "mistakeGroups": evaluation.facets.map { facet -> Fields in
        [
          "groupName": facet.name, "isFolded": facet.id != .strategy,
          "kinds": Mistake.Kind.allCases.map { kind -> Fields in
            let all = evaluation.mistakes(kind, facet)
            let section = MistakeSection(report: report, words: words, hues: hues)
            return [
              "kind": words["mistake.\(kind.rawValue)"], "all": words.number(all.count), "hasAny": !all.isEmpty,
              "mistakes": all.prefix(report.worst).map(section.fields),
            ]
          },
        ]
      },
    ]
  }
}
