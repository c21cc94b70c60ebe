internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

/// The page on which all passages that count can be searched, in the order of the answers.
struct PassagesPage {
  let context: ReportContext

  /// The path of the first page.
  static let path = "passages.html"

  /// The files of the page; several where there are many passages.
  func pages(_ renderer: ReportRenderer, _ parts: QuoteParts) throws -> [PiecedFile] {
    let entries = context.analysis.digests.enumerated().flatMap { response, digest in
      let numbers = context.fragmentNumbers[response]
      return digest.counted.enumerated().map { place, passage in
        QuoteList.Entry(response: response, fragment: numbers.number(.counted(place)), stances: passage.stances)
      }
    }
    let said = entries.isEmpty ? "passages.none" : "passages.said"
    let shared: Fields = [
      "said": context.words.filled(said, ["passages": context.words.count(entries.count, "passage")])
    ]
    return try QuoteList(context: context, entries: entries, path: Self.path, isGrouped: false)
      .pages("passages", shared, renderer, parts)
  }
}
