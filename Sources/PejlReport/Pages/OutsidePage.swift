internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

/// The page of the passages that count and have no tag of the strategy, with the words that mark them.
struct OutsidePage {
  let context: ReportContext

  /// The paths and the values of the template `outside`; several where there are many passages.
  var pages: [(path: String, fields: Fields)] {
    let analysis = context.analysis
    let words = context.words
    let entries = analysis.outside.map { place in
      let stances = analysis.responses[place.response].passages[place.passage].tags(.stance).map(\.code)
      return QuoteList.Entry(response: place.response, passage: place.passage, tag: nil, stances: stances)
    }
    let total = analysis.coverage.total
    let shared: Fields = [
      "pageTitle": words["page.outside"],
      "said": entries.isEmpty
        ? words["outside.none"]
        : words.filled(
          "outside.said",
          [
            "outside": words.number(total.outside), "counted": words.count(total.counted, "passage"),
            "percent": words.percent(total.outside, of: total.counted),
            "share": context.share(of: Set(entries.map { context.partyOfResponse[$0.response] }).sorted()),
          ]),
      "tellingWords": analysis.tellingWords.prefix(20).map { word -> Fields in
        ["word": ShownText.shortened(word.word, to: 40), "count": words.number(word.count)]
      },
      "hasTellingWords": !analysis.tellingWords.isEmpty,
    ]
    let path = context.codePaths[ReportContext.outside] ?? ""
    return QuoteList(context: context, entries: entries, path: path).pages.map { page in
      (page.path, shared.merging(page.fields))
    }
  }
}
