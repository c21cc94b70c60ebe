internal import PejlDanish
internal import PejlText

/// A word, a phrase or a sign of a query.
struct SearchSymbol {
  /// What it is.
  enum Kind: Hashable, CustomStringConvertible {
    case words(String, form: SearchExpression.Form)
    case and, or, not, open, close

    var description: String {
      switch self {
      case .words(let text, _): text
      case .and: "AND"
      case .or: "OR"
      case .not: "NOT"
      case .open: "("
      case .close: ")"
      }
    }
  }

  let kind: Kind
  /// The place of its first character, from 0.
  let place: Int

  private static let signs: [String: Kind] = ["AND": .and, "OR": .or, "NOT": .not]
  /// Quotation marks as keyboards and word processors write them.
  private static let quotes: Set<Character> = ["\"", "“", "”", "„"]

  /// The symbols of `text`.
  ///
  /// - Throws: ``InvalidInput`` when a quotation is not closed, a star stands elsewhere than behind a word, or something
  ///   holds no word; and when the dictionary is not installed.
  static func read(_ text: String) throws -> [SearchSymbol] {
    let characters = Array(text)
    let words = try WordCheck()
    var symbols: [SearchSymbol] = []
    var index = 0
    while index < characters.count {
      let start = index
      let character = characters[index]
      index += 1
      if character.isWhitespace { continue }
      if character == "(" || character == ")" {
        symbols.append(SearchSymbol(kind: character == "(" ? .open : .close, place: start))
        continue
      }
      let isQuoted = quotes.contains(character)
      let from = isQuoted ? index : start
      index = characters[from...].firstIndex { isQuoted ? quotes.contains($0) : ends($0) } ?? characters.count
      var content = String(characters[from..<index])
      if isQuoted {
        guard index < characters.count else {
          throw SearchQuery.mistake("a quotation is opened and not closed", at: start, in: text)
        }
        index += 1
        // The star may stand on either side of the mark that closes the quotation.
        if index < characters.count, characters[index] == "*", !content.hasSuffix("*") {
          content += "*"
          index += 1
        }
      } else if let sign = signs[content] {
        symbols.append(SearchSymbol(kind: sign, place: start))
        continue
      }
      symbols.append(
        SearchSymbol(kind: try words.checked(content, isQuoted: isQuoted, at: start, in: text), place: start))
    }
    return symbols
  }

  private static func ends(_ character: Character) -> Bool {
    character.isWhitespace || character == "(" || character == ")" || quotes.contains(character)
  }
}

/// Tells words from what holds none.
private struct WordCheck {
  private let lexicon: Lexicon
  private let tokenizer = Tokenizer()

  init() throws { lexicon = try Lexicon() }

  func checked(_ content: String, isQuoted: Bool, at place: Int, in text: String) throws -> SearchSymbol.Kind {
    let isBeginning = content.hasSuffix("*")
    let plain = UTF8Text(isBeginning ? String(content.dropLast()) : content)
    let tokens = tokenizer.tokenize(plain, plain.span, lexicon: lexicon).tokens
    guard !tokens.isEmpty else { throw SearchQuery.mistake("there is no word in \(content)", at: place, in: text) }
    guard !plain.string.contains("*") else {
      throw SearchQuery.mistake("a star stands only behind the beginning of a word", at: place, in: text)
    }
    if isBeginning { return .words(plain.string, form: .beginning) }
    if isQuoted || tokens.count > 1 { return .words(plain.string, form: .phrase) }
    return .words(lexicon.form(tokens[0].form), form: .word)
  }
}
