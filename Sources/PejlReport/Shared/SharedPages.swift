internal import PejlAnalysis
internal import PejlText

/// What stands in several answers, parted into pages that a browser opens at once.
struct SharedPages {
  /// What a page lists, in the order of the pages.
  enum Item: Hashable {
    /// A text, as a place in the analysis' shared texts.
    case text(Int)
    /// Answers that are equal, as a place in the analysis' equal answers.
    case equal(Int)
    /// What a sender wrote beside the shared texts, as a place in the analysis' borrowing answers.
    case own(Int)
  }

  /// The path of the first page.
  static let path = "shared.html"
  /// The greatest number of senders of one text that are named where they added nothing.
  static let senderLimit = 1_000
  /// About how many bytes of items a page holds.
  private static let pageSize = 600_000

  /// The items of each page; no page is empty.
  let pages: [[Item]]
  /// The page of each shared text, counted from 0.
  private let pageOfText: [Int]

  /// The number of a text among what is said of texts and senders.
  func number(ofText place: Int) -> Int { place }
  /// The number of what a sender wrote.
  func number(ofOwn place: Int) -> Int { pageOfText.count + place }

  init(_ analysis: Analysis) {
    let texts = analysis.sharedTexts.indices.sorted { left, right in
      let (one, other) = (analysis.sharedTexts[left].parties.count, analysis.sharedTexts[right].parties.count)
      return one == other ? left < right : one > other
    }
    let items =
      texts.map(Item.text) + analysis.equalAnswers.indices.map(Item.equal)
      + analysis.borrowing.indices.filter { !analysis.borrowing[$0].own.isEmpty }.map(Item.own)
    var pages: [[Item]] = []
    var pageOfText = Array(repeating: 0, count: texts.count)
    var size = Self.pageSize
    for item in items {
      if size >= Self.pageSize {
        pages.append([])
        size = 0
      }
      pages[pages.count - 1].append(item)
      if case .text(let place) = item { pageOfText[place] = pages.count - 1 }
      size += Self.size(item, analysis)
    }
    self.pages = pages
    self.pageOfText = pageOfText
  }

  /// The paths of the pages.
  var paths: [String] { pages.indices.map { QuoteList.path(Self.path, $0) } }

  /// The anchor of a shared text on its page.
  static func anchor(_ place: Int) -> String { "text-\(place + 1)" }

  /// Where a shared text stands, seen from the report's folder.
  func address(ofText place: Int) -> String {
    "\(QuoteList.path(Self.path, pageOfText[place]))#\(Self.anchor(place))"
  }

  /// About how many bytes an item takes, by figures that need no text.
  private static func size(_ item: Item, _ analysis: Analysis) -> Int {
    switch item {
    case .text(let place):
      let entries = analysis.sharedTexts[place].entries
      let additions = entries.reduce(0) { sum, entry in
        sum + (entry.addedWords > 0 ? 40 + min(7 * entry.addedWords, SharedItem.additionLength) : 0)
      }
      return 800 + 250 * min(entries.count, senderLimit) + additions
    case .equal(let place): return 100 + 120 * min(analysis.equalAnswers[place].count, senderLimit)
    case .own(let place):
      let answer = analysis.borrowing[place]
      return 200 + 150 * answer.own.count + 7 * (answer.words - answer.sharedWords)
    }
  }
}
