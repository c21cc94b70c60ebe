internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

/// The page of the passages that count and have no tag of the strategy, with the words that mark them.
struct OutsidePage {
  let context: ReportContext

  /// The files of the page; several where there are many passages.
  func pages(_ renderer: ReportRenderer, _ parts: QuoteParts) throws -> [PiecedFile] {
    let analysis = context.analysis
    let words = context.words
    let entries = analysis.digests.enumerated().flatMap { response, digest in
      let numbers = context.fragmentNumbers[response]
      let stances = Dictionary(digest.counted.map { ($0.passage, $0.stances) }) { first, _ in first }
      return digest.outside.enumerated().map { place, passage in
        QuoteList.Entry(
          response: response, fragment: numbers.number(.outside(place)), stances: stances[passage] ?? [])
      }
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
    return try QuoteList(context: context, entries: entries, path: path).pages("outside", shared, renderer, parts)
  }
}
