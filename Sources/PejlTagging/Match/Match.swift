internal import PejlText

/// Where a condition holds.
struct Match: Hashable {
  /// The first and the last word, as places in the tokens.
  var words: ClosedRange<Int>
  /// The sentence; -1 when it spans several.
  var sentence: Int
  /// The words that matched, in bytes of the text.
  var evidence: [TextSpan]
}
