extension Lexicon {
  /// Whether two neighbouring words, with nothing but white space between them, are one compound written apart, such as
  /// `fritids institutionerne`: the dictionary knows the joined word, and the first cannot well stand alone, because it is
  /// unknown or ends in a linking s.
  ///
  /// When the first is a word of its own (`pårørende råd`), only ``SplitCompounds`` can tell.
  public func joins(_ first: Int, _ second: Int) -> Bool {
    isBrokenOff(first) && Self.canJoin(bytes(first), bytes(second)) && dictionary.knows(form(first) + form(second))
  }

  /// Whether the two are long enough and of letters alone, and the first is no preposition or the like.
  static func canJoin(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    canBeginJoined(first) && canEndJoined(second)
  }

  /// Whether ``canJoin(_:_:)`` can hold for a word with some word behind it.
  static func canBeginJoined(_ word: ArraySlice<UInt8>) -> Bool {
    canEndJoined(word) && !Language.danish.neverJoined.contains(Array(word))
  }

  /// Whether ``canJoin(_:_:)`` can hold for a word with some word before it.
  static func canEndJoined(_ word: ArraySlice<UInt8>) -> Bool {
    word.count >= shortestPart && word.allSatisfy(isLetter)
  }

  /// Whether the word is a compound that the dictionary does not list, of words that it knows.
  public func isCompound(_ word: String) -> Bool { unlistedCompound(word) != nil }

  /// Where an unlisted compound divides, as the part that is its head: the longest known word at its end that a known word
  /// stands before; nil when there is none. The dictionary joins only words that it has marked for it, and `pårørende` is
  /// not one.
  func unlistedCompound(_ word: String) -> Substring? {
    guard word.utf8.count >= Self.shortestPart + Self.shortestHead, word.utf8.count <= Self.longestCompound,
      word.utf8.allSatisfy(Self.isLetter)
    else { return nil }
    for cut in word.indices.dropFirst(Self.shortestPart) {
      let head = word[cut...]
      guard head.utf8.count >= Self.shortestHead else { return nil }
      if dictionary.knows(String(head)), isFront(String(word[..<cut])) { return head }
    }
    return nil
  }

  /// Whether the form is the first part of something: it is unknown, or it ends in a linking s.
  func isBrokenOff(_ number: Int) -> Bool {
    if let known = brokenOffCache[number] { return known == 1 }
    let word = form(number)
    let result = word.utf8.count <= Self.longestCompound && (hasLinkingS(word) || !knows(word))
    brokenOffCache[number] = result ? 1 : 0
    return result
  }

  /// Whether the word can be the first part of a compound: a known word, perhaps with a linking s.
  func isFront(_ word: String) -> Bool {
    !Language.danish.neverJoined.contains(Array(word.utf8)) && (knows(word) || hasLinkingS(word))
  }

  /// Whether the word is a known one and an s, and not the genitive of a definite form: no s links `kommunens` to anything.
  private func hasLinkingS(_ word: String) -> Bool {
    guard word.utf8.last == 0x73 else { return false }
    let base = String(word.dropLast())
    return knows(base) && derive(base).contains { $0.utf8.count >= base.utf8.count }
  }

  static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || byte >= 0x61 && byte <= 0x7A }

  /// The fewest bytes of a first part.
  static let shortestPart = 4
  /// The fewest bytes of a head: `råd`.
  static let shortestHead = 4
  /// The most bytes that an unlisted compound has.
  static let longestCompound = 60
}
