internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

/// The page on which all passages that count can be searched, in the order of the answers.
struct PassagesPage {
  let context: ReportContext

  /// The path of the first page.
  static let path = "passages.html"

  /// The paths and the values of the template `passages`; several where there are many passages.
  var pages: [(path: String, fields: Fields)] {
    let entries = context.analysis.responses.enumerated().flatMap { place, response in
      response.passages.enumerated().filter { $0.element.isCounted }.map { index, passage in
        QuoteList.Entry(response: place, passage: index, tag: nil, stances: passage.tags(.stance).map(\.code))
      }
    }
    let said = entries.isEmpty ? "passages.none" : "passages.said"
    let shared: Fields = [
      "said": context.words.filled(said, ["passages": context.words.count(entries.count, "passage")])
    ]
    return QuoteList(context: context, entries: entries, path: Self.path, isGrouped: false).pages.map { page in
      (page.path, shared.merging(page.fields))
    }
  }
}
