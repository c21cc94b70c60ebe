internal import PejlDanish

/// Whether two words are the same but for inflection and hyphens.
final class WordAgreement {
  private let lexicon: Lexicon
  private var keys = NumbersByForm()
  private var plain = NumbersByForm()

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// A number that most inflections of a word share: that of its shortest lemma.
  func key(_ form: Int) -> Int {
    if let known = keys[form] { return known }
    let lemma = lexicon.lemmas(unhyphenated(form)).min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    let key = lemma.map { lexicon.number(ofWord: $0) } ?? form
    keys[form] = key
    return key
  }

  /// Whether the forms are inflections of one word.
  func agree(_ left: Int, _ right: Int) -> Bool {
    if key(left) == key(right) { return true }
    let lemmas = lexicon.lemmas(unhyphenated(left))
    return lexicon.lemmas(unhyphenated(right)).contains(where: lemmas.contains)
  }

  /// Whether the first two forms put together are an inflection of the third.
  func joins(_ first: Int, _ second: Int, _ whole: Int) -> Bool {
    let front = lexicon.bytes(unhyphenated(first))
    let target = lexicon.bytes(unhyphenated(whole))
    guard target.count > front.count, target.starts(with: front) else { return false }
    return agree(lexicon.number(of: Array(front) + Array(lexicon.bytes(unhyphenated(second)))), whole)
  }

  /// Whether a word has five letters or more, so that it says something.
  func isLong(_ key: Int) -> Bool { lexicon.bytes(key).count >= 5 }

  /// The form without hyphens and apostrophes.
  private func unhyphenated(_ form: Int) -> Int {
    if let known = plain[form] { return known }
    let bytes = Array(lexicon.bytes(form))
    let letters = bytes.filter { $0 != 0x2D && $0 != 0x27 }
    let result = letters.isEmpty || letters.count == bytes.count ? form : lexicon.number(of: letters)
    plain[form] = result
    return result
  }
}
