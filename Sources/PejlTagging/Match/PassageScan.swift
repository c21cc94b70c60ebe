internal import PejlDanish
internal import PejlText

/// The words of one passage and where the codebook's term sets match in them, as numbers.
struct PassageScan {
  let text: TokenizedText
  /// The sets that match somewhere, rising.
  let sets: [Int32]
  /// By place in `sets`: where its matches begin in `words`; and behind the last where they end.
  private let bounds: [Int32]
  private let words: [ClosedRange<Int32>]

  /// The sets that match somewhere.
  let found: BitSet

  /// The matches `lists` in `text`.
  init(text: TokenizedText, _ lists: (found: BitSet, sets: [Int32], bounds: [Int32], words: [ClosedRange<Int32>])) {
    self.text = text
    (found, sets, bounds, words) = lists
  }

  /// The matches of a set, rising; nested ones dropped for the longest.
  func matches(_ set: Int) -> [Match] {
    guard found.contains(Int32(set)), let place = place(of: Int32(set)) else { return [] }
    return words[Int(bounds[place])..<Int(bounds[place + 1])].map(match)
  }

  /// Where the set of that place in `sets` matches, in bytes of the text.
  func evidence(at place: Int) -> [TextSpan] {
    words[Int(bounds[place])..<Int(bounds[place + 1])].map(span)
  }

  private func match(_ range: ClosedRange<Int32>) -> Match {
    let first = Int(range.lowerBound)
    return Match(words: first...Int(range.upperBound), sentence: text.tokens[first].sentence, evidence: span(range))
  }

  private func span(_ range: ClosedRange<Int32>) -> TextSpan {
    TextSpan(text.tokens[Int(range.lowerBound)].span.start, text.tokens[Int(range.upperBound)].span.end)
  }

  private func place(of set: Int32) -> Int? {
    var low = 0
    var high = sets.count
    while low < high {
      let middle = (low + high) / 2
      if sets[middle] < set { low = middle + 1 } else { high = middle }
    }
    return low < sets.count && sets[low] == set ? low : nil
  }
}
