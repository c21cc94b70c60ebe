internal import PejlSegment
internal import PejlTagging
internal import PejlText

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Compares the words of the passages outside the strategy with the words of those inside it.
struct WordComparison {
  /// The shortest word that is looked at, in letters.
  static let shortest = 4
  /// How often a word must stand outside the strategy.
  static let leastCount = 2
  /// The greatest number of words that are given.
  static let limit = 60

  private var outside = Bag()
  private var inside = Bag()

  /// Counts the words of all counted passages.
  init(responses: [TaggedResponse]) {
    for response in responses {
      for passage in response.passages where passage.isCounted {
        let text = response.document.text[passage.passage.core]
        if passage.isOutside { outside.add(text) } else { inside.add(text) }
      }
    }
  }

  /// The words that are more frequent outside, the most telling first.
  var tellingWords: [TellingWord] {
    let found = outside.words.compactMap { key, word -> TellingWord? in
      let other = inside.words[key]?.count ?? 0
      guard word.count >= Self.leastCount, word.count * inside.total > other * outside.total else { return nil }
      return TellingWord(
        word: word.commonForm, count: word.count, passages: word.passages,
        keyness: Self.logLikelihood(word.count, other, outside.total, inside.total))
    }
    let sorted = found.sorted { ($1.keyness, $1.count, $0.word) < ($0.keyness, $0.count, $1.word) }
    return Array(sorted.prefix(Self.limit))
  }

  /// The log-likelihood ratio of Dunning (1993) in the two-cell form of Rayson and Garside (2000): how unlikely it is
  /// that a word which stands `a` times among `c` words and `b` times among `d` is equally frequent in both.
  static func logLikelihood(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double {
    func part(_ observed: Int, _ size: Int) -> Double {
      guard observed > 0, c + d > 0 else { return 0 }
      let expected = Double(size) * Double(a + b) / Double(c + d)
      return Double(observed) * log(Double(observed) / expected)
    }
    return 2 * (part(a, c) + part(b, d))
  }

  /// The words of one set of passages.
  private struct Bag {
    struct Word {
      var count = 0
      var passages = 0
      var lastPassage = -1
      var forms: [String: Int] = [:]

      /// The form that stands most often; of equals the first in order.
      var commonForm: String { forms.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? "" }
    }

    var words: [String: Word] = [:]
    var total = 0
    private var passage = 0

    mutating func add(_ text: String) {
      passage += 1
      for form in text.unicodeScalars.split(whereSeparator: { !$0.properties.isAlphabetic }) {
        total += 1
        guard form.count >= WordComparison.shortest else { continue }
        let form = String(form)
        var word = words.removeValue(forKey: form.lowercased()) ?? Word()
        word.count += 1
        if word.lastPassage != passage { word.passages += 1 }
        word.lastPassage = passage
        word.forms[form, default: 0] += 1
        words[form.lowercased()] = word
      }
    }
  }
}
