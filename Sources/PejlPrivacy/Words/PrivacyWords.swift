/// The word lists that the search for personal data needs; content, not code.
struct PrivacyWords: Sendable {
  /// Words, and beginnings of words, in small letters.
  struct List: Sendable {
    private var whole: Set<[UInt8]> = []
    private var beginnings: [UInt8: [[UInt8]]] = [:]

    init(_ entries: [String]) {
      for entry in entries {
        let bytes = Letters.lower(Array(entry.utf8))
        if bytes.last == 0x2A, let first = bytes.first {
          beginnings[first, default: []].append(Array(bytes.dropLast()))
        } else {
          whole.insert(bytes)
        }
      }
    }

    /// Whether the list has the word, given in small letters.
    func contains(_ word: [UInt8]) -> Bool {
      if whole.contains(word) { return true }
      guard let first = word.first else { return false }
      return beginnings[first]?.contains { word.starts(with: $0) } ?? false
    }
  }

  /// Several words in a row, exactly as they are written.
  struct Phrase: Sendable {
    let words: [[UInt8]]
  }

  let person: List
  let phone: List
  let account: List
  let number: List
  let units: List
  let currency: List
  let at: List
  let dot: List
  let floors: List
  let particles: List
  let notNames: List
  let firstNames: List
  /// Words of health, belief, politics, sexuality, origin and crime.
  let sensitive: List
  /// Words of unions that count in any case.
  let unionWords: List
  /// Names of unions, by first word, as they are written.
  let unions: [[UInt8]: [Phrase]]
  let streetEndings: [[UInt8]]
  let weakStreetEndings: [[UInt8]]
  let surnameEndings: [[UInt8]]
  /// What a name may end in beside its own letters, as in the genitive.
  let nameEndings: [[UInt8]]

  /// The lists that come with Pejl.
  static let danish = PrivacyWords(PackageResources.privacy_da_txt)

  init(_ bytes: [UInt8]) {
    var lists: [String: [String]] = [:]
    var current = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        current = String(line.dropFirst().dropLast())
      } else {
        lists[current, default: []] += line.split(separator: " ").map { String($0.replacing("_", with: " ")) }
      }
    }
    let list = { (name: String) in List(lists[name] ?? []) }
    let endings = { (name: String) in
      (lists[name] ?? []).map { Array($0.utf8) }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }
    person = list("cpr-words")
    phone = list("phone-words")
    account = list("account-words")
    number = list("number-words")
    units = list("units")
    currency = list("currency")
    at = list("at-words")
    dot = list("dot-words")
    floors = list("floors")
    particles = list("particles")
    notNames = list("not-names")
    firstNames = list("first-names")
    sensitive = List(["health", "religion", "politics", "sexuality", "ethnicity", "crime"].flatMap { lists[$0] ?? [] })
    let all = lists["unions"] ?? []
    unionWords = List(all.filter { $0.hasSuffix("*") })
    let phrases = all.filter { !$0.hasSuffix("*") }.map { name in
      Phrase(words: name.split(separator: " ").map { Array($0.utf8) })
    }
    unions = Dictionary(grouping: phrases) { $0.words[0] }.mapValues { $0.sorted { $1.words.count < $0.words.count } }
    streetEndings = endings("street-endings")
    weakStreetEndings = endings("weak-street-endings")
    surnameEndings = endings("surname-endings")
    nameEndings = endings("name-endings")
  }

  /// `name` without an ending that names have; nil where it has none, or too little would be left.
  func stem(_ name: [UInt8]) -> [UInt8]? {
    nameEndings.first { name.count > $0.count + 1 && name.suffix($0.count).elementsEqual($0) }.map {
      Array(name.dropLast($0.count))
    }
  }
}
