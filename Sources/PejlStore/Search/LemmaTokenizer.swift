internal import GRDB
internal import PejlDanish
internal import PejlText

/// Cuts text into words for the full-text index, each with all its lemmas in one place, so that `borger` finds `borgernes`.
///
/// A word that is looked for stands for the lemmas that a person means by it; before a star, for its own letters.
final class LemmaTokenizer: FTS5CustomTokenizer {
  static let name = "danish_lemmas"

  private let tokenizer = Tokenizer()
  /// Opened for the first text: most commands open the store and never search.
  private lazy var lexicon = try? Lexicon()
  private var lemmas: [Int: [[CChar]]] = [:]

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let lexicon else { return ResultCode.SQLITE_ERROR.rawValue }
    let bytes = UnsafeRawBufferPointer(start: pText, count: Int(nText))
    // What is indexed and looked for comes from texts; the decoding only guards against a damaged file.
    let text = UTF8Text(trusted: Array(String(decoding: bytes, as: UTF8.self).utf8))
    guard text.count == bytes.count else { return ResultCode.SQLITE_CORRUPT.rawValue }
    let tokens = tokenizer.tokenize(text, text.span, lexicon: lexicon).tokens
    for (place, token) in tokens.enumerated() {
      let isPrefix = tokenization.contains(.prefix) && place == tokens.count - 1
      let terms = isPrefix ? [Self.term(lexicon.form(token.form))] : terms(token.form, lexicon, tokenization)
      for (number, term) in terms.enumerated() {
        let flags = number == 0 ? FTS5TokenFlags() : .colocated
        let code = tokenCallback(
          context, flags.rawValue, term, CInt(term.count), CInt(token.span.start), CInt(token.span.end))
        if code != ResultCode.SQLITE_OK.rawValue { return code }
      }
    }
    return ResultCode.SQLITE_OK.rawValue
  }

  private func terms(_ form: Int, _ lexicon: Lexicon, _ tokenization: FTS5Tokenization) -> [[CChar]] {
    if tokenization.contains(.query) { return lexicon.namedLemmas(lexicon.form(form)).map(Self.term) }
    if let known = lemmas[form] { return known }
    let terms = lexicon.lemmas(form).map(Self.term)
    lemmas[form] = terms
    return terms
  }

  private static func term(_ word: String) -> [CChar] { word.utf8.map { CChar(bitPattern: $0) } }
}
