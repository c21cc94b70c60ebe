/// The distinct word forms that one worker has met, each analysed once.
///
/// Not thread-safe: the dictionary behind it is not.
public final class Lexicon {
  private var forms = FormTable()
  let dictionary: SpellingDictionary
  private let irregular = Language.danish.irregularForms
  /// By form: its lemmas but itself.
  private var lemmaCache = WordLists()
  /// By form: 1 when it is the first part of a compound written apart, else 0; see ``joins(_:_:)``.
  var brokenOffCache = NumbersByForm()

  /// An empty lexicon of Danish.
  ///
  /// - Throws: ``InvalidInput`` when the dictionary is not installed.
  public init() throws { dictionary = try SpellingDictionary(language: Self.language) }

  /// Opens the dictionary for the first lexicon that asks it something; that takes as long as to tag some short texts.
  package static func prepare() { (try? Lexicon())?.dictionary.open() }

  private static let language = "da_DK"
  /// The files of the dictionary behind every lexicon.
  package static var dictionaryFiles: [String] {
    SpellingDictionary.files("\(SpellingDictionary.folder)/\(language)")
  }

  /// A number that changes when the dictionary behind it does.
  package var fingerprint: UInt64 { dictionary.fingerprint }

  /// The number of distinct forms met.
  public var count: Int { forms.count }

  /// The number of `form`, given in small letters.
  public func number(of form: [UInt8]) -> Int { forms.number(of: form) }
  /// The number of `word` in small letters.
  public func number(ofWord word: String) -> Int { forms.number(of: Letters.folded(Array(word.utf8))) }
  /// The form of that number.
  public func form(_ number: Int) -> String { String(decoding: forms[number], as: UTF8.self) }
  /// The bytes of the form of that number.
  public func bytes(_ number: Int) -> ArraySlice<UInt8> { forms[number] }

  /// The lemmas of the form: itself, and what the dictionary derives it from, compounds whole.
  ///
  /// The dictionary reduces a compound to its last part; that part is put back behind the parts before it, so
  /// that `medansvaret` gives `medansvar` and not `ansvar`.
  public func lemmas(_ number: Int) -> [String] {
    let word = form(number)
    if let known = lemmaCache[number] { return [word] + known }
    var result = [word]
    for lemma in derive(word) where !result.contains(lemma) { result.append(lemma) }
    lemmaCache.keep(Array(result.dropFirst()), of: number)
    return result
  }

  /// The lemmas that a word stands for when a person names it: a dictionary form stands for itself alone, so that `måle` is
  /// not `mål`; any other form for all its lemmas.
  public func namedLemmas(_ word: String) -> [String] {
    let all = lemmas(number(ofWord: word))
    return derive(word).contains(word) ? [word] : all
  }

  /// Whether two forms may be inflections of one word: they share a lemma.
  public func areInflections(_ left: String, _ right: String) -> Bool {
    let first = lemmas(number(ofWord: left))
    return lemmas(number(ofWord: right)).contains { first.contains($0) }
  }

  /// Whether the dictionary knows the word, alone or as a compound.
  public func knows(_ word: String) -> Bool {
    dictionary.knows(word) || dictionary.knows(word.prefix(1).uppercased() + word.dropFirst())
      || dictionary.knows(word.uppercased())
  }

  /// Longer than any word; such forms are not looked up.
  private static let longestWord = 100

  /// What the dictionary derives the word from, compounds whole.
  func derive(_ word: String) -> [String] {
    guard word.utf8.count <= Self.longestWord else { return [] }
    if let hyphen = word.lastIndex(of: "-") {
      let head = String(word[word.index(after: hyphen)...])
      return head.isEmpty ? [] : derive(head).map { word[...hyphen] + $0 }
    }
    var stems = dictionary.stems(word)
    if stems.isEmpty { stems = dictionary.stems(word.prefix(1).uppercased() + word.dropFirst()) }
    if stems.isEmpty, let head = unlistedCompound(word) {
      let front = word[..<head.startIndex]
      return derive(String(head)).map { front + $0 }
    }
    if stems.isEmpty, word.hasSuffix("s"), word.count > 3 { stems = [String(word.dropLast())] }
    return stems.flatMap { stem -> [String] in
      let stem = stem.lowercased()
      guard let parts = Self.partsBefore(stem: stem, in: word) else { return [] }
      return [parts + stem] + (regular(stem).map { [parts + $0] } ?? [])
    }
  }

  /// The word that an irregular form is a form of (`mænd`, `mand`), also as the end of a compound that the dictionary lists
  /// as a word of its own (`tillidsmænd`, `tillidsmand`).
  private func regular(_ stem: String) -> String? {
    if let word = irregular[stem] { return word }
    for length in Self.irregularLengths {
      let front = stem.utf8.count - length
      guard front >= Self.shortestFront,
        let cut = stem.utf8.index(stem.startIndex, offsetBy: front).samePosition(in: stem)
      else { continue }
      if let word = irregular[String(stem[cut...])] {
        let whole = stem[..<cut] + word
        return dictionary.knows(String(whole)) ? String(whole) : nil
      }
    }
    return nil
  }

  /// How many bytes an irregular form has that ends compounds, longest first; shorter ones also end words by chance.
  private static let irregularLengths = Array((5...14).reversed())
  /// The fewest bytes that stand before an irregular form in a compound: `lænder` is not a compound of `ænder`.
  private static let shortestFront = 3

  /// What stands before the last part of the compound `word`, of which `stem` is the dictionary form; empty when `word` is an
  /// inflection of `stem` as a whole; nil when neither can be, so that the stem says nothing of the word.
  private static func partsBefore(stem: String, in word: String) -> String? {
    let stemBytes = Array(stem.utf8)
    let wordBytes = Array(word.utf8)
    let common = zip(stemBytes, wordBytes).prefix { $0 == $1 }.count
    if common >= max(2, stemBytes.count - 2) { return "" }
    for length in [4, 3] {
      let opening = stemBytes.prefix(length)
      guard wordBytes.count >= opening.count + 2 else { continue }
      for start in stride(from: wordBytes.count - opening.count, through: 2, by: -1)
      where wordBytes[start...].starts(with: opening) {
        return String(decoding: wordBytes[..<start], as: UTF8.self)
      }
    }
    // A vowel that changes (gav, give) or another stem altogether (bedre, god).
    let isShort = wordBytes.count <= stemBytes.count + (common > 0 ? 4 : 3)
    return isShort ? "" : nil
  }
}
