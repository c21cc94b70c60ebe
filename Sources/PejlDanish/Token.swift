public import PejlText

/// A word of a text.
public struct Token: Hashable, Sendable {
  /// Where it stands, in bytes of the text; a word broken over a line end covers the break.
  public let span: TextSpan
  /// Its form in small letters, as a number of the ``Lexicon`` that read it.
  public let form: Int
  /// The number of its sentence in the passage, from 0.
  public let sentence: Int
  /// Whether it has at least two letters and all are capitals.
  public let isCapitals: Bool
  /// Whether it begins with a capital.
  public let isCapitalised: Bool
  /// Whether it holds a digit.
  public let hasDigit: Bool
}

/// A sentence of a passage.
public struct Sentence: Hashable, Sendable {
  /// Where it stands, in bytes of the text.
  public let span: TextSpan
  /// Its words, as places in the tokens.
  public let tokens: Range<Int>
  /// The place of the question mark that ends it, if one does.
  public let questionMark: TextSpan?
}

/// The words and sentences of one passage.
public struct TokenizedText: Sendable {
  /// The words in order.
  public let tokens: [Token]
  /// The sentences in order; every word lies in one.
  public let sentences: [Sentence]
}
