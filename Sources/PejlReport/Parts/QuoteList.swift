internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlTagging

/// Quotes with the controls that narrow them down, on as many pages as they need.
struct QuoteList {
  /// A passage to quote.
  struct Entry {
    let response: Int
    /// The number among the fragments of the response.
    let fragment: Int
    let stances: [String]
    /// The place of what the passage says among the texts that several answers share; nil where it stands once.
    var sharedText: Int?
  }

  let context: ReportContext
  let entries: [Entry]
  /// Where the senders begin whose text has been shown already.
  let repeats: Int
  /// The path of the first page.
  let path: String

  /// A list of quotes.
  ///
  /// - Parameters:
  ///   - context: the figures.
  ///   - entries: the passages in the order of the pages.
  ///   - path: the path of the first page.
  ///   - isGrouped: whether a text that several answers share is shown once first, and its other senders last.
  init(context: ReportContext, entries: [Entry], path: String, isGrouped: Bool = true) {
    self.context = context
    self.path = path
    var seen: Set<Int> = []
    let isNew = entries.map { entry in !isGrouped || (entry.sharedText.map { seen.insert($0).inserted } ?? true) }
    let first = zip(entries, isNew).filter(\.1).map(\.0)
    self.entries = first + zip(entries, isNew).filter { !$0.1 }.map(\.0)
    repeats = first.count
  }

  /// The greatest number of quotes on a page, so that no page grows too large to open at once.
  static let pageSize = 1_000

  /// The least number of items for which there are filters.
  static let filterLimit = 6

  /// The pages of `template` with the values of `shared`; one page at least.
  func pages(
    _ template: String, _ shared: Fields, _ renderer: ReportRenderer, _ parts: QuoteParts
  ) throws -> [PiecedFile] {
    let count = Self.pageCount(entries.count)
    return try (0..<count).map { page in
      let first = page * Self.pageSize
      let shown = entries[first..<min(first + Self.pageSize, entries.count)]
      let path = Self.path(path, page)
      let around = try renderer.pieces(
        template, path, shared.merging(fields(shown, parts, page: page, of: count)), context)
      var pieces = [ReportPiece.bytes(around[0])]
      pieces.reserveCapacity(2 * shown.count + 3)
      for (place, entry) in zip(shown.indices, shown) where around.count > 1 {
        if place == self.repeats { pieces.append(.bytes(parts.repeats)) }
        pieces.append(.fragment(response: entry.response, number: entry.fragment))
        pieces.append(.bytes(entry.sharedText.map { parts.sharedEnds[$0] } ?? parts.plainEnd))
      }
      return PiecedFile(path: path, pieces: pieces + around.dropFirst().map { .bytes($0) })
    }
  }

  /// The paths of the pages of so many quotes.
  static func paths(_ path: String, quotes: Int) -> [String] { (0..<pageCount(quotes)).map { self.path(path, $0) } }

  private static func pageCount(_ quotes: Int) -> Int { max(1, (quotes + pageSize - 1) / pageSize) }

  /// The path of a page, counted from 0: `codes/2.4.html`, `codes/2.4_2.html`.
  static func path(_ path: String, _ page: Int) -> String {
    page == 0 ? path : "\(path.dropLast(".html".count))_\(page + 1).html"
  }

  private func fields(_ shown: ArraySlice<Entry>, _ parts: QuoteParts, page: Int, of count: Int) -> Fields {
    let words = context.words
    return [
      "hasQuotes": !shown.isEmpty,
      "hasFilters": shown.count >= QuoteList.filterLimit,
      "quotes": Gap(),
      "senderOptions": Markup(bytes: senders(shown).flatMap { parts.senderOptions[$0] }),
      "stanceOptions": stances(shown), "kindOptions": kinds(shown),
      "isFirstPage": page == 0,
      "hasPages": count > 1,
      "pageNote": words.filled(
        "pages.note",
        [
          "first": words.number((shown.startIndex) + 1), "last": words.number(shown.endIndex),
          "all": words.number(entries.count),
        ]),
      "pageLinks": (0..<count).map { other -> Fields in
        [
          "pageNumber": words.number(other + 1), "isCurrent": other == page,
          "pageAddress": ReportContext.address(Self.path(path, other)), "pageAnchor": "#quotes",
        ]
      },
    ]
  }

  /// The parties to choose from, as places among all.
  private func senders(_ shown: ArraySlice<Entry>) -> [Int] {
    let places = Set(shown.map { context.partyOfResponse[$0.response] }).sorted()
    return places.count < 2 ? [] : places
  }

  private func stances(_ shown: ArraySlice<Entry>) -> [Fields] {
    let codes = context.analysis.codebook.codes(.stance).filter { code in
      shown.contains { $0.stances.contains(code.id) }
    }
    return codes.count < 2 ? [] : codes.map { ["value": $0.id, "label": $0.name] }
  }

  private func kinds(_ shown: ArraySlice<Entry>) -> [Fields] {
    let present = Set(shown.map { context.party(of: $0.response).kind.rawValue })
    return present.count < 2 ? [] : present.sorted().map { ["value": $0, "label": context.words["kind.\($0)"]] }
  }
}
