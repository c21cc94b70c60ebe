internal import PejlCodebook
internal import PejlDanish

/// The distinct word patterns of a codebook, and which of them a form of a word satisfies.
struct PatternTable: Sendable {
  private var numbers: [WordPattern: Int32] = [:]
  private var exact: [String: [Int32]] = [:]
  private var capitals: [String: [Int32]] = [:]
  private var lemmas: [String: [Int32]] = [:]
  private var prefixes: [(text: [UInt8], pattern: Int32)] = []
  private var suffixes: [(text: [UInt8], pattern: Int32)] = []
  private var infixes: [(text: [UInt8], pattern: Int32)] = []
  /// By the part itself, and by each lemma of it.
  private var parts: [[UInt8]: Int32] = [:]
  private var partLemmas: [String: [Int32]] = [:]
  /// The lengths of the shortest and the longest part, in bytes.
  private var partLengths: ClosedRange<Int>?

  /// The words that patterns name in all their inflections, sorted.
  var namedWords: [String] {
    numbers.keys.compactMap { pattern -> String? in
      switch pattern {
      case .lemma(let word), .part(let word): word
      default: nil
      }
    }.sorted()
  }
  /// The number of distinct patterns.
  var count: Int { numbers.count }

  /// The number of `pattern`, which is added when it is new.
  mutating func number(of pattern: WordPattern, lexicon: Lexicon) -> Int32 {
    if let known = numbers[pattern] { return known }
    let number = Int32(numbers.count)
    numbers[pattern] = number
    switch pattern {
    case .lemma(let word):
      for lemma in lexicon.namedLemmas(word) { lemmas[lemma, default: []].append(number) }
    case .exact(let word): exact[word, default: []].append(number)
    case .capitals(let word): capitals[word, default: []].append(number)
    case .prefix(let text): prefixes.append((Array(text.utf8), number))
    case .suffix(let text): suffixes.append((Array(text.utf8), number))
    case .infix(let text): infixes.append((Array(text.utf8), number))
    case .part(let text):
      let bytes = Array(text.utf8)
      parts[bytes] = number
      for lemma in lexicon.namedLemmas(text) { partLemmas[lemma, default: []].append(number) }
      partLengths =
        min(
          partLengths?.lowerBound ?? bytes.count, bytes.count)...max(
          partLengths?.upperBound ?? bytes.count, bytes.count)
    }
    return number
  }

  /// The patterns that the form of that number satisfies, rising; those that ask for capitals are in the second list.
  func patterns(of form: Int, lexicon: Lexicon) -> (always: [Int32], inCapitals: [Int32]) {
    var found: Set<Int32> = []
    let word = lexicon.form(form)
    let bytes = lexicon.bytes(form)
    let own = lexicon.lemmas(form)
    for lemma in own { found.formUnion(lemmas[lemma] ?? []) }
    found.formUnion(exact[word] ?? [])
    for (text, pattern) in prefixes where bytes.starts(with: text) { found.insert(pattern) }
    for (text, pattern) in suffixes where bytes.count > text.count && bytes.suffix(text.count).elementsEqual(text) {
      found.insert(pattern)
    }
    for (text, pattern) in infixes where Self.position(of: text, in: bytes, from: bytes.startIndex) != nil {
      found.insert(pattern)
    }
    for lemma in own { found.formUnion(partLemmas[lemma] ?? []) }
    addParts(of: bytes, to: &found, lexicon: lexicon)
    return (found.sorted(), (capitals[word] ?? []).sorted())
  }

  /// Adds the parts of the compound `word`: what stands before a part is a word, and what stands behind is a word or an ending.
  ///
  /// Every stretch of the word is looked up, so the cost does not grow with the number of parts.
  private func addParts(of word: ArraySlice<UInt8>, to found: inout Set<Int32>, lexicon: Lexicon) {
    guard let lengths = partLengths, word.count <= Self.longestCompound else { return }
    for start in word.indices {
      for length in lengths {
        guard start + length <= word.endIndex else { break }
        let part = word[start..<(start + length)]
        guard let pattern = parts[Array(part)], !found.contains(pattern) else { continue }
        if isFront(word[..<start], lexicon: lexicon),
          isBack(word[(start + length)...], part: Array(part), lexicon: lexicon)
        {
          found.insert(pattern)
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

  private static func position(of part: [UInt8], in word: ArraySlice<UInt8>, from: Int) -> Int? {
    guard word.endIndex - part.count >= from else { return nil }
    return (from...(word.endIndex - part.count)).first { word[$0...].starts(with: part) }
  }
}
