internal import PejlSegment
internal import PejlTagging
internal import PejlText

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
        keyness: LogLikelihood.ofFrequencies(word.count, other, of: outside.total, inside.total))
    }
    let sorted = found.sorted { ($1.keyness, $1.count, $0.word) < ($0.keyness, $0.count, $1.word) }
    return Array(sorted.prefix(Self.limit))
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
