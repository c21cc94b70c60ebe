internal import PejlCache
internal import PejlCodebook
internal import PejlDanish

/// The distinct word patterns of a codebook, and which of them a form of a word satisfies.
struct PatternTable: Sendable {
  private var exact = NumbersByWord()
  private var capitals = NumbersByWord()
  private var lemmas = NumbersByWord()
  private var prefixes = NumbersByWord()
  private var suffixes = NumbersByWord()
  private var infixes = NumbersByWord()
  /// By the part itself, and by each lemma of it.
  private var parts = NumbersByWord()
  private var partLemmas = NumbersByWord()

  init() {}

  /// Adds a pattern under a number that no other has.
  mutating func add(_ pattern: WordPattern, _ number: Int32, lexicon: Lexicon) {
    switch pattern {
    case .lemma(let word): for lemma in lexicon.namedLemmas(word) { lemmas.add(number, to: lemma) }
    case .exact(let word): exact.add(number, to: word)
    case .capitals(let word): capitals.add(number, to: word)
    case .prefix(let text): prefixes.add(number, to: text)
    case .suffix(let text): suffixes.add(number, to: text)
    case .infix(let text): infixes.add(number, to: text)
    case .part(let text):
      parts.add(number, to: text)
      for lemma in lexicon.namedLemmas(text) { partLemmas.add(number, to: lemma) }
    }
  }

  /// The patterns that the form of that number satisfies, rising; those that ask for capitals are in the second list.
  func patterns(of form: Int, lexicon: Lexicon) -> (always: [Int32], inCapitals: [Int32]) {
    var found: Set<Int32> = []
    let bytes = Array(lexicon.bytes(form))
    let word = bytes.span
    for lemma in lexicon.lemmas(form) {
      let lemma = Array(lemma.utf8)
      lemmas.forEach(lemma.span) { found.insert($0) }
      partLemmas.forEach(lemma.span) { found.insert($0) }
    }
    exact.forEach(word) { found.insert($0) }
    for length in prefixes.lengths.clamped(to: 0..<(bytes.count + 1)) {
      prefixes.forEach(word.extracting(first: length)) { found.insert($0) }
    }
    for length in suffixes.lengths.clamped(to: 0..<bytes.count) {
      suffixes.forEach(word.extracting(last: length)) { found.insert($0) }
    }
    for start in bytes.indices {
      for length in infixes.lengths.clamped(to: 0..<(bytes.count - start + 1)) {
        infixes.forEach(word.extracting(start..<(start + length))) { found.insert($0) }
      }
    }
    addParts(of: bytes, to: &found, lexicon: lexicon)
    var inCapitals: [Int32] = []
    capitals.forEach(word) { inCapitals.append($0) }
    return (found.sorted(), inCapitals.sorted())
  }

  /// Adds the parts of the compound `word`: what stands before a part is a word, and what stands behind is a word or an ending.
  ///
  /// Every stretch of the word is looked up, so the cost does not grow with the number of parts.
  private func addParts(of word: [UInt8], to found: inout Set<Int32>, lexicon: Lexicon) {
    guard word.count <= Self.longestCompound else { return }
    for start in word.indices {
      for length in parts.lengths.clamped(to: 0..<(word.count - start + 1)) {
        let end = start + length
        parts.forEach(word.span.extracting(start..<end)) { pattern in
          if !found.contains(pattern), isFront(word[..<start], lexicon: lexicon),
            isBack(word[end...], part: Array(word[start..<end]), lexicon: lexicon)
          {
            found.insert(pattern)
          }
        }
      }
    }
  }

  /// Longer than any word; such forms are no compounds.
  private static let longestCompound = 100

  /// The first part of a compound, perhaps with a linking s, e or hyphen.
  private func isFront(_ bytes: ArraySlice<UInt8>, lexicon: Lexicon) -> Bool {
    if bytes.isEmpty { return true }
    guard bytes.count >= 2 else { return false }
    let whole = String(decoding: bytes, as: UTF8.self)
    if lexicon.knows(whole) { return true }
    guard let last = bytes.last, last == 0x73 || last == 0x65 || last == 0x2D, bytes.count > 2 else { return false }
    return lexicon.knows(String(whole.dropLast()))
  }

  /// The rest of a compound: an ending that keeps the part's lemma, or a word, perhaps behind a linking s, e or hyphen.
  private func isBack(_ bytes: ArraySlice<UInt8>, part: [UInt8], lexicon: Lexicon) -> Bool {
    if bytes.isEmpty { return true }
    let rest = String(decoding: bytes, as: UTF8.self)
    let name = String(decoding: part, as: UTF8.self)
    if bytes.count <= 5, lexicon.areInflections(name, name + rest) { return true }
    guard bytes.count >= 3 else { return false }
    if lexicon.knows(rest) { return true }
    guard let first = bytes.first, first == 0x73 || first == 0x65 || first == 0x2D else { return false }
    return bytes.count > 3 && lexicon.knows(String(rest.dropFirst()))
  }

  func write(to writer: inout CacheWriter) {
    for numbers in [exact, capitals, lemmas, prefixes, suffixes, infixes, parts, partLemmas] {
      numbers.write(to: &writer)
    }
  }

  init(_ reader: inout CacheReader) throws {
    exact = try NumbersByWord(&reader)
    capitals = try NumbersByWord(&reader)
    lemmas = try NumbersByWord(&reader)
    prefixes = try NumbersByWord(&reader)
    suffixes = try NumbersByWord(&reader)
    infixes = try NumbersByWord(&reader)
    parts = try NumbersByWord(&reader)
    partLemmas = try NumbersByWord(&reader)
  }
}
