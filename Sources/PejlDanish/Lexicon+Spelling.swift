extension Lexicon {
  /// The one word of `corrector` that the form is a misspelling of; nil when the dictionary knows the form, alone or as a
  /// compound.
  public func correction(_ number: Int, by corrector: SpellingCorrector) -> String? {
    guard let word = corrector.word(for: bytes(number)) else { return nil }
    return knows(form(number)) ? nil : word
  }
}
