internal import PejlText

/// Where a condition holds.
struct Match: Hashable {
  /// The first and the last word, as places in the tokens.
  var words: ClosedRange<Int>
  /// The sentence; -1 when it spans several.
  var sentence: Int
  /// The words that matched, in bytes of the text.
  var evidence: [TextSpan]

  /// Whether a word is evidence for both.
  func sharesWords(with other: Match) -> Bool {
    words.overlaps(other.words) && evidence.contains { own in other.evidence.contains { own.overlaps($0) } }
  }
}
