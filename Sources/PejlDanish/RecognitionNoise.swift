/// How much a text looks as if it had been recognised (OCR) with a model that has no æ, ø and å.
///
/// Danish has 3 to 4 of these letters in a hundred. A text without them is suspected; it is noisy when the dictionary also
/// misses some of its words, and knows enough others that the language is Danish.
public struct RecognitionNoise: Hashable, Sendable {
  /// The number of letters.
  public let letters: Int
  /// The number of æ, ø and å among them.
  public let danishLetters: Int
  /// The number of words of three letters or more, without those that hold a digit or begin in a capital.
  public let words: Int
  /// The number of those that the dictionary does not know.
  public let unknownWords: Int

  /// Shorter texts may lack the letters by chance.
  private static let fewestLetters = 300
  /// So few of a thousand letters are æ, ø or å in a noisy text.
  private static let fewDanish = 5
  /// The parts of its words that the dictionary misses in a noisy text, in hundredths: a foreign text has more.
  private static let unknownShare = 4...45

  /// Figures that were taken before.
  public init(letters: Int, danishLetters: Int, words: Int, unknownWords: Int) {
    self.letters = letters
    self.danishLetters = danishLetters
    self.words = words
    self.unknownWords = unknownWords
  }

  /// The figures of `text`.
  public init(_ text: String, lexicon: Lexicon) {
    (letters, danishLetters) = Self.count(text)
    var counts: [Substring: Int] = [:]
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if word.count >= 3, word.first?.isLowercase == true, word.allSatisfy(\.isLetter) { counts[word, default: 0] += 1 }
    }
    words = counts.values.reduce(0, +)
    unknownWords = counts.reduce(0) { $0 + (lexicon.knows(String($1.key)) ? 0 : $1.value) }
  }

  /// Whether the text is long enough and short of the letters; cheap to ask.
  public static func isSuspicious(_ text: String) -> Bool {
    let (letters, danish) = count(text)
    return letters > fewestLetters && danish * 1000 < letters * fewDanish
  }

  /// Whether the text was recognised badly, or written without the letters.
  public var isNoisy: Bool {
    letters > Self.fewestLetters && danishLetters * 1000 < letters * Self.fewDanish
      && unknownWords * 100 >= words * Self.unknownShare.lowerBound
      && unknownWords * 100 <= words * Self.unknownShare.upperBound
  }

  /// The part of the words that the dictionary knows, from 0 to 1.
  public var knownShare: Double { words == 0 ? 1 : 1 - Double(unknownWords) / Double(words) }

  private static func count(_ text: String) -> (letters: Int, danish: Int) {
    var letters = 0
    var danish = 0
    var isAfterLead = false
    for byte in text.utf8 {
      if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
        letters += 1
      } else if byte == 0xC3 {
        letters += 1
        isAfterLead = true
        continue
      } else if isAfterLead, [0x86, 0x98, 0x85, 0xA6, 0xB8, 0xA5].contains(byte) {
        danish += 1
      }
      isAfterLead = false
    }
    return (letters, danish)
  }
}
