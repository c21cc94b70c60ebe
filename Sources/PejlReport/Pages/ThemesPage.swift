internal import PejlAnalysis
internal import PejlCodebook

/// The page that leads to every code: who speaks of it, and with which stance, in small figures on one scale.
struct ThemesPage {
  let context: ReportContext
  let contents: [CodeContent]

  private var words: Words { context.words }

  /// The values of the template `themes`.
  var fields: Fields {
    let objectives = contents.filter { $0.code.parent != nil }
    let bars = StanceBars(context: context, contents: objectives)
    let themes = contents.filter { $0.code.facet == .theme }
    let themeBars = StanceBars(context: context, contents: themes)
    let total = context.analysis.coverage.total
    return [
      "guideposts": contents.filter { $0.code.facet == .strategy && $0.code.parent == nil }.map { guidepost -> Fields in
        [
          "hue": context.hue(of: guidepost.code.id), "code": guidepost.code.id, "name": guidepost.code.name,
          "motto": guidepost.code.motto, "address": context.address(of: guidepost.code),
          "groupShare": context.share(of: guidepost.parties),
          "groupPassages": words.count(guidepost.entries.count, "passage"),
          "figures": objectives.filter { $0.code.parent == guidepost.code.id }.map(bars.fields),
        ]
      },
      "themes": themes.map(themeBars.fields), "hasThemes": !themes.isEmpty,
      "themesName": context.analysis.codebook.facet(.theme)?.name ?? words["facet.theme"],
      "stances": contents.filter { $0.code.facet == .stance }.map(bars.fields),
      "hasStances": contents.contains { $0.code.facet == .stance },
      "stancesName": context.analysis.codebook.facet(.stance)?.name ?? words["facet.stance"],
      "outsideAddress": context.outsideAddress,
      "outsideText": context.analysis.responses.isEmpty
        ? nil
        : words.filled(
          "themes.outside.text",
          [
            "outside": words.number(total.outside), "counted": words.count(total.counted, "passage"),
            "percent": words.percent(total.outside, of: total.counted),
          ]),
    ]
  }
}
