internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

/// The page that shows who said what about each code, in verbatim quotes.
struct ThemesPage {
  let context: ReportContext

  private var analysis: Analysis { context.analysis }
  private var words: Words { context.words }

  /// The values of the template `themes`.
  var fields: Fields {
    let outside = analysis.outside
    return [
      "contents": contents,
      "guideposts": context.guideposts.map { guidepost -> Fields in
        let column = analysis.coverage.columns.first { $0.code.id == guidepost.id }
        let inside = analysis.codeReports.filter {
          $0.code.facet == .strategy && ($0.code.id == guidepost.id || $0.code.parent == guidepost.id)
        }
        return [
          "hue": context.hue(of: guidepost.id), "code": guidepost.id, "name": guidepost.name,
          "motto": guidepost.motto,
          "groupShare": column.map { context.share(heard: $0.heardParties, all: $0.parties) },
          "groupPassages": column.map { words.count($0.passages, "passage") },
          "sections": inside.filter { $0.code.parent != nil || !$0.entries.isEmpty }.map(section),
        ]
      },
      "themes": analysis.codeReports.filter { $0.code.facet == .theme }.map(section),
      "hasThemes": !analysis.codebook.codes(.theme).isEmpty,
      "stanceSections": analysis.codeReports.filter { $0.code.facet == .stance }.map(section),
      "hasStanceSections": !analysis.codebook.codes(.stance).isEmpty,
      "outsideCount": words.count(outside.count, "passage"),
      "hasOutside": !outside.isEmpty,
      "tellingWords": analysis.tellingWords.prefix(20).map { word -> Fields in
        ["word": ShownText.shortened(word.word, to: 40), "count": words.number(word.count)]
      },
      "hasTellingWords": !analysis.tellingWords.isEmpty,
      "outsideQuotes": outside.prefix(CodeSection.quoteLimit).map { place in
        let stances = analysis.responses[place.response].passages[place.passage].tags(.stance).map(\.code)
        return Quote(
          context: context, response: place.response, passage: place.passage, tag: nil, stances: stances
        ).fields
      },
      "outsideRest": outside.count > CodeSection.quoteLimit
        ? words.count(outside.count - CodeSection.quoteLimit, "more-passage") : nil,
    ]
  }

  private func section(_ report: CodeReport) -> Fields { CodeSection(context: context, report: report).fields }

  /// The table of contents: each code with its number of parties.
  private var contents: [Fields] {
    let facets: [(Facet.ID, String)] = [(.strategy, ""), (.theme, ""), (.stance, "")]
    return facets.flatMap { facet, _ in
      facet == .strategy
        ? context.guideposts.map { guidepost in
          contentsGroup(
            context.label(guidepost), context.hue(of: guidepost.id),
            analysis.codeReports.filter { $0.code.facet == .strategy && $0.code.parent == guidepost.id })
        }
        : [
          contentsGroup(
            analysis.codebook.facet(facet)?.name ?? words["facet.\(facet.rawValue)"], "g0",
            analysis.codeReports.filter { $0.code.facet == facet })
        ]
    }
  }

  private func contentsGroup(_ name: String, _ hue: String, _ reports: [CodeReport]) -> Fields {
    [
      "groupName": name, "hue": hue,
      "entries": reports.map { report -> Fields in
        [
          "entryLabel": context.label(report.code), "entryAddress": "#\(CodeSection.anchor(of: report.code))",
          "entryCount": words.number(report.parties.count), "entryIsZero": report.entries.isEmpty,
        ]
      },
    ]
  }
}
