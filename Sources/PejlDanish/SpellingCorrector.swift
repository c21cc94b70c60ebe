/// Finds which of a set of words a misspelt form is meant to be.
///
/// A form is taken for a word when one letter is left out, put in, put for another or changed places with its neighbour,
/// perhaps with a usual ending behind the word, and when no other word of the set is that near. Both have six letters or
/// more and the same first letter. The form must be one that nobody knows: whether it is, the caller asks the ``Lexicon``.
///
/// Every word is filed under itself and under what is left when one letter is taken out; a form is looked up the same way
/// (the symmetric deletions of SymSpell), so that the cost does not grow with the number of words.
public struct SpellingCorrector: Sendable {
  /// The words, rising.
  private let words: FormTable
  /// The letters of all words, one word's behind the other's.
  private let letters: [UInt16]
  /// Where the letters of each word begin, and behind the last where they end.
  private let bounds: [Int32]
  private let places: NumbersByHash
  private let endings = Self.endings

  private static let fewestLetters = 6
  private static let mostLetters = 40

  /// A corrector to `words`, which are in small letters; those of fewer than six letters, or not of letters alone, are left
  /// out.
  public init(words: [String]) {
    var known: [(word: String, letters: [UInt16])] = []
    for word in Set(words).sorted() {
      guard let letters = Self.letters(of: Array(word.utf8)[...]), letters.count >= Self.fewestLetters else { continue }
      known.append((word, letters))
    }
    var table = FormTable()
    var bounds: [Int32] = [0]
    var places: [(key: UInt64, number: Int32)] = []
    for (word, letters) in known {
      let number = Int32(table.number(of: Array(word.utf8)))
      bounds.append(bounds[Int(number)] + Int32(letters.count))
      for key in Set(Self.keys(of: letters[...])).sorted() { places.append((key, number)) }
    }
    self.words = table
    letters = known.flatMap(\.letters)
    self.bounds = bounds
    self.places = NumbersByHash(places)
  }

  private static let endings = [[]] + Language.danish.endings.compactMap { letters(of: $0[...]) }

  /// Whether the other one corrects to the same words.
  package func hasSameWords(as other: SpellingCorrector) -> Bool {
    bounds == other.bounds && letters == other.letters
  }

  /// The one word that the form, given in small letters, is nearest to; nil when there is none or more than one.
  public func word(for bytes: ArraySlice<UInt8>) -> String? {
    guard words.count > 0, let form = Self.letters(of: bytes), form.count >= Self.fewestLetters else { return nil }
    var found: Int32?
    for ending in endings where form.count > ending.count && form.suffix(ending.count).elementsEqual(ending) {
      let stem = form.dropLast(ending.count)
      guard stem.count >= Self.fewestLetters - 1 else { continue }
      for key in Self.keys(of: stem) {
        var isSecond = false
        places.forEach(key) { number in
          guard number != found, Self.isNear(stem, letters[Int(bounds[Int(number)])..<Int(bounds[Int(number) + 1])])
          else { return }
          if found != nil { isSecond = true }
          found = number
        }
        if isSecond { return nil }
      }
    }
    return found.map { String(decoding: words[Int($0)], as: UTF8.self) }
  }

  /// The letters of UTF-8 text, one number each; nil when it holds anything but letters of one or two bytes, or is longer
  /// than any word.
  private static func letters(of bytes: ArraySlice<UInt8>) -> [UInt16]? {
    guard bytes.count <= 2 * mostLetters else { return nil }
    var result: [UInt16] = []
    result.reserveCapacity(bytes.count)
    var lead: UInt8?
    for byte in bytes {
      if let first = lead {
        guard byte & 0xC0 == 0x80 else { return nil }
        result.append(UInt16(first) << 8 | UInt16(byte))
        lead = nil
      } else if byte >= 0xC3 && byte <= 0xDF {
        lead = byte
      } else {
        guard byte >= 0x61 && byte <= 0x7A else { return nil }
        result.append(UInt16(byte))
      }
    }
    return lead == nil && result.count <= mostLetters ? result : nil
  }

  /// The hashes of the word and of what is left of it without one of its letters; the first letter always stays.
  private static func keys(of word: ArraySlice<UInt16>) -> [UInt64] {
    var keys = [hash(word, without: word.endIndex)]
    for index in word.indices.dropFirst() { keys.append(hash(word, without: index)) }
    return keys
  }

  private static func hash(_ word: ArraySlice<UInt16>, without skipped: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in word.indices where index != skipped { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3 }
    return hash
  }

  /// Whether at most one edit lies between the two, which begin alike: their Damerau-Levenshtein distance is at most 1.
  private static func isNear(_ form: ArraySlice<UInt16>, _ word: ArraySlice<UInt16>) -> Bool {
    guard form.first == word.first else { return false }
    let head = zip(form, word).prefix { $0 == $1 }.count
    let formRest = form.dropFirst(head)
    let wordRest = word.dropFirst(head)
    let tail = zip(formRest.reversed(), wordRest.reversed()).prefix { $0 == $1 }.count
    let (typed, meant) = (Array(formRest.dropLast(tail)), Array(wordRest.dropLast(tail)))
    if typed.count <= 1 && meant.count <= 1 { return true }
    return typed.count == 2 && meant.count == 2 && typed[0] == meant[1] && typed[1] == meant[0]
  }

  /// Keeps the corrector in a file of the cache.
  package func write(to writer: inout CacheWriter) {
    words.write(to: &writer)
    writer.list(letters)
    writer.list(bounds)
    places.write(to: &writer)
  }

  /// The corrector that ``write(to:)`` kept.
  ///
  /// - Throws: ``CacheReader/Damaged`` when it does not follow.
  package init(_ reader: inout CacheReader) throws {
    words = try FormTable(&reader)
    letters = try reader.list()
    bounds = try reader.list()
    places = try NumbersByHash(&reader)
  }
}
