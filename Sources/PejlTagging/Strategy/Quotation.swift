internal import PejlText

/// A stretch of a passage that stands in the strategy too.
struct Quotation {
  /// The code that it belongs to in the strategy; nil where it belongs to none.
  let code: String?
  /// The first and the last word, as places in the tokens.
  let words: ClosedRange<Int>
  /// The stretch, in bytes of the text.
  let evidence: TextSpan
}

/// A word of the strategy, with the code that it belongs to.
struct StrategyWord {
  /// Its form, as a number of the lexicon; -1 between two texts that do not follow each other.
  let form: Int
  /// The code under which it stands.
  let code: String?
  /// The number of its sentence, unlike that of any other text.
  let sentence: Int

  /// What stands between two texts.
  static let end = StrategyWord(form: -1, code: nil, sentence: -1)
}
