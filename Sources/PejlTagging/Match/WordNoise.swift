internal import PejlDanish
internal import PejlText

/// What a word or two may be meant as, when they are misspelt or a compound is written apart.
///
/// The text itself is never changed: only which patterns the words satisfy. Not thread-safe.
final class WordNoise {
  private let corrector: SpellingCorrector
  private let compounds: SplitCompounds
  private let lexicon: Lexicon
  /// By two neighbours: the form that they make together, or -1.
  private var joined = PairTable()

  init(_ corrector: SpellingCorrector, _ compounds: SplitCompounds, lexicon: Lexicon) {
    self.corrector = corrector
    self.compounds = compounds
    self.lexicon = lexicon
  }

  /// The form that a misspelt form is meant as, if there is one; to be asked once for each form.
  func correction(_ form: Int) -> Int? {
    lexicon.correction(form, by: corrector).map { lexicon.number(ofWord: $0) }
  }

  /// The form that two neighbours make together, of which the first can begin a compound, when nothing but white space lies
  /// between them.
  func joined(_ first: Token, _ second: Token, in text: UTF8Text) -> Int? {
    guard first.sentence == second.sentence, !first.hasDigit, !second.hasDigit,
      Self.isSpace(text.bytes.span, first.span.end, second.span.start)
    else { return nil }
    if let known = joined[first.form, second.form] { return known < 0 ? nil : Int(known) }
    let number = compounds.joined(first.form, second.form, lexicon: lexicon)
    joined.set(first.form, second.form, number.map(Int32.init) ?? -1)
    return number
  }

  private static func isSpace(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end where !UTF8Text.isSpace(bytes[index]) { return false }
    return true
  }

  /// Whether anything that begins with the form could be joined; to be asked once for each form.
  func canBegin(_ form: Int) -> Bool { compounds.canBegin(form, lexicon: lexicon) }
  /// Whether the form could be joined to anything before it; to be asked once for each form.
  func canEnd(_ form: Int) -> Bool { compounds.canEnd(form, lexicon: lexicon) }
}
