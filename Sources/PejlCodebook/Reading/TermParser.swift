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
    try text.utf8.split(separator: 0x2C)
      .map { Self.words($0) }
      .filter { !$0.isEmpty }
      .map(item)
  }

  /// What stands between white space.
  private static func words(_ text: Substring.UTF8View) -> [String] {
    let words = text.split { $0 == 0x20 || 0x09...0x0D ~= $0 }
    // Other white space is rare; its first byte is one of these.
    guard text.contains(where: { $0 == 0xC2 || 0xE1...0xE3 ~= $0 }) else { return words.map { String(Substring($0)) } }
    return words.flatMap { Substring($0).split(whereSeparator: \.isWhitespace).map(String.init) }
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

  /// Whether a word is nothing but small letters of the alphabet with æ, ø, å and their like.
  private static func isPlain(_ word: String) -> Bool {
    var lead = false
    for byte in word.utf8 {
      if lead {
        guard 0xA0...0xBF ~= byte, byte != 0xB7 else { return false }
        lead = false
      } else if byte == 0xC3 {
        lead = true
      } else if !(0x61...0x7A ~= byte) {
        return false
      }
    }
    return !word.isEmpty && !lead
  }

  private func alternatives(_ word: String, in source: String) throws -> [WordPattern] {
    var result: [WordPattern] = []
    if Self.isPlain(word) { return [.lemma(word)] }
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
    guard stem.allSatisfy({ $0.isLetter || $0.isNumber || "-'.".contains($0) }) else {
      throw fail("holds a character that is neither letter, digit, hyphen nor apostrophe; see the codebook format")
    }
    let folded = stem.lowercased()
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

  private static func listName(_ word: String) -> String? {
    word.hasPrefix("@") && word.count > 1 ? String(word.dropFirst()) : nil
  }
}
