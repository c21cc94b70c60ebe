/// Reads the notation of terms: `borger, =lære, involver*, hen over … hovedet, min|vores søn, @list`.
struct TermParser {
  /// What is wrong with a term.
  struct Failure: Error { let message: String }

  /// A term, or the name of a list whose terms stand in its place.
  enum Item: Equatable {
    case term(Term)
    case list(String)
  }

  /// Single-word lists, for use inside a phrase.
  let wordsOfList: (String) throws -> [WordPattern]

  /// The items of a comma-separated list.
  func items(_ text: String) throws -> [Item] {
    try text.split(separator: ",", omittingEmptySubsequences: true)
      .map { $0.unicodeScalars.split(whereSeparator: Self.isSpace).map(String.init) }
      .filter { !$0.isEmpty }
      .map(item)
  }

  private func item(_ words: [String]) throws -> Item {
    if words.count == 1, let name = Self.listName(words[0]) { return .list(name) }
    let source = words.joined(separator: " ")
    var steps: [PhraseStep] = []
    for word in words {
      if word.hasPrefix("…") {
        guard let size = word.count == 1 ? 3 : Int(word.dropFirst()), (1...20).contains(size) else {
          throw Failure(message: "the gap \"\(word)\" in \"\(source)\" is not … or … with a number from 1 to 20")
        }
        steps.append(.gap(size))
      } else {
        steps.append(.word(try alternatives(word, in: source)))
      }
    }
    guard case .word? = steps.first, case .word? = steps.last else {
      throw Failure(message: "the term \"\(source)\" begins or ends with a gap; a gap stands between two words")
    }
    guard steps.count <= 12 else {
      throw Failure(message: "the term \"\(source)\" has more than 12 words; shorten it")
    }
    guard steps.reduce(1, Self.ways) <= Self.mostWays else {
      throw Failure(
        message:
          "the gaps of the term \"\(source)\" can be filled in more than \(Self.mostWays) ways; shorten them or use <near>"
      )
    }
    return .term(Term(steps: steps, source: source))
  }

  /// In so many ways the gaps of one term may be filled.
  private static let mostWays = 500

  /// The ways of the gaps before `step`, times its own.
  private static func ways(_ before: Int, _ step: PhraseStep) -> Int {
    if case .gap(let size) = step { before * (size + 1) } else { before }
  }

  private func alternatives(_ word: String, in source: String) throws -> [WordPattern] {
    var result: [WordPattern] = []
    for piece in word.split(separator: "|", omittingEmptySubsequences: false) {
      if let name = Self.listName(String(piece)) {
        result += try wordsOfList(name)
      } else {
        result.append(try pattern(String(piece), in: source))
      }
    }
    return result
  }

  private func pattern(_ word: String, in source: String) throws -> WordPattern {
    func fail(_ reason: String) -> Failure { Failure(message: "\"\(word)\" in \"\(source)\" \(reason)") }
    let core = word.drop { $0 == "=" || $0 == "~" || $0 == "*" }
    let stem = String(core.hasSuffix("*") ? core.dropLast() : core)
    guard !stem.isEmpty else { throw fail("holds no word") }
    guard Self.isPlain(stem) || stem.allSatisfy({ $0.isLetter || $0.isNumber || "-'.".contains($0) }) else {
      throw fail("holds a character that is neither letter, digit, hyphen nor apostrophe; see the codebook format")
    }
    let folded = Self.isPlain(stem) ? stem : stem.lowercased()
    switch (word.first, word.last) {
    case ("=", "*"), ("~", "*"): throw fail("mixes two marks; use one of = ~ *")
    case ("=", _):
      let isCapitals = stem.count > 1 && stem == stem.uppercased() && stem != stem.lowercased()
      return isCapitals ? .capitals(folded) : .exact(folded)
    case ("~", _):
      guard stem.count >= 3 else { throw fail("is too short for a part of a compound; use three letters or more") }
      return .part(folded)
    case ("*", "*"): return .infix(folded)
    case ("*", _): return .suffix(folded)
    case (_, "*"):
      guard stem.count >= 2 else { throw fail("is too short for a beginning; use two letters or more") }
      return .prefix(folded)
    default: return .lemma(folded)
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar == " " || 0x09...0x0D ~= scalar.value : scalar.properties.isWhitespace
  }

  /// Whether a word is of small ASCII letters and hyphens alone, as most are: then nothing need be looked up.
  private static func isPlain(_ word: String) -> Bool {
    word.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x2D }
  }

  private static func listName(_ word: String) -> String? {
    word.hasPrefix("@") && word.count > 1 ? String(word.dropFirst()) : nil
  }
}
