internal import PejlSegment
public import PejlTagging
internal import PejlText

/// The words of the passages outside the strategy and of those inside it, counted.
///
/// Counts can be taken back: what is left is the same as if the response had never been added.
public struct WordCounts: Sendable, Hashable {
  /// One word.
  public struct Word: Sendable, Hashable {
    /// How often it stands.
    public var count = 0
    /// In how many passages it stands.
    public var passages = 0
    /// How often it stands in each form.
    public var forms: [String: Int] = [:]

    /// A word that was not met.
    public init() {}

    /// Counts it once more in `form`, or takes it back.
    fileprivate mutating func count(_ form: String, times sign: Int, isFirst: Bool) {
      count += sign
      if isFirst { passages += sign }
      forms[form, default: 0] += sign
      if sign < 0, forms[form] == 0 { forms[form] = nil }
    }

    /// Counts all that `other` counted.
    fileprivate mutating func add(_ other: Word) {
      count += other.count
      passages += other.passages
      forms.merge(other.forms, uniquingKeysWith: +)
    }

    /// The form that stands most often; of equals the first in order.
    var commonForm: String { forms.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? "" }
  }

  /// The words of one set of passages.
  public struct Bag: Sendable, Hashable {
    /// By the word in small letters.
    public var words: [String: Word] = [:]
    /// The number of all words, short ones too.
    public var total = 0

    /// An empty set.
    public init() {}

    mutating func count(_ text: String, times sign: Int) {
      var met: Set<String> = []
      for form in text.unicodeScalars.split(whereSeparator: { !Self.isLetter($0) }) {
        total += sign
        guard form.count >= WordCounts.shortest else { continue }
        let form = String(form)
        let key = form.lowercased()
        let isFirst = met.insert(key).inserted
        words[key, default: Word()].count(form, times: sign, isFirst: isFirst)
        if sign < 0, words[key]?.count == 0 { words[key] = nil }
      }
    }

    fileprivate mutating func add(_ other: Bag) {
      total += other.total
      words.merge(other.words) { own, other in
        var sum = own
        sum.add(other)
        return sum
      }
    }

    /// Whether the scalar is alphabetic; most are found out without asking for their properties.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case ..<0x80: (scalar.value | 0x20) &- 0x61 < 26
      case 0xC0...0xFF: scalar.value != 0xD7 && scalar.value != 0xF7
      default: scalar.properties.isAlphabetic
      }
    }
  }

  /// The shortest word that is looked at, in letters.
  static let shortest = 4
  /// How often a word must stand outside the strategy.
  static let leastCount = 2
  /// The greatest number of words that are given.
  static let limit = 60

  /// The words outside the strategy.
  public var outside = Bag()
  /// The words inside it.
  public var inside = Bag()

  /// No words.
  public init() {}

  /// The sum of `parts`.
  public init(_ parts: [WordCounts]) {
    self = parts.first ?? WordCounts()
    for other in parts.dropFirst() {
      outside.add(other.outside)
      inside.add(other.inside)
    }
  }

  /// Counts the words of the passages of `response` that count by its digest.
  public mutating func add(_ response: TaggedResponse, _ digest: ResponseDigest) { count(response, digest, times: 1) }
  /// Takes the words of `response` back, which were counted with that digest.
  public mutating func remove(_ response: TaggedResponse, _ digest: ResponseDigest) {
    count(response, digest, times: -1)
  }

  private mutating func count(_ response: TaggedResponse, _ digest: ResponseDigest, times sign: Int) {
    let isOutside = Set(digest.outside)
    for place in digest.counted.map(\.passage) where response.passages.indices.contains(place) {
      let text = response.document.text[response.passages[place].passage.core]
      if isOutside.contains(place) { outside.count(text, times: sign) } else { inside.count(text, times: sign) }
    }
  }

  /// The words that are more frequent outside, the most telling first.
  public var tellingWords: [TellingWord] {
    let found = outside.words.compactMap { key, word -> TellingWord? in
      let other = inside.words[key]?.count ?? 0
      guard word.count >= Self.leastCount, word.count * inside.total > other * outside.total else { return nil }
      return TellingWord(
        word: word.commonForm, count: word.count, passages: word.passages,
        keyness: LogLikelihood.ofFrequencies(word.count, other, of: outside.total, inside.total))
    }
    let sorted = found.sorted { ($1.keyness, $1.count, $0.word) < ($0.keyness, $0.count, $1.word) }
    return Array(sorted.prefix(Self.limit))
  }
}
