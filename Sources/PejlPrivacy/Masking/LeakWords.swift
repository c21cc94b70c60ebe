internal import PejlText

/// The words of a text, one after the other; letters and digits are words apart.
struct LeakWords {
  /// A word.
  struct Word {
    /// Where it stands.
    let range: Range<String.UnicodeScalarView.Index>
    /// Whether so much stands between it and the word before that the two do not belong together.
    let isApart: Bool
  }

  private let scalars: String.UnicodeScalarView
  private var place: String.UnicodeScalarView.Index

  /// So many signs between two words part them.
  private static let gapLimit = 12
  /// Marks over letters that are stored apart from them.
  private static let marks: ClosedRange<UInt32> = 0x300...0x36F

  init(_ text: String) {
    scalars = text.unicodeScalars
    place = scalars.startIndex
  }

  /// The next word; nil behind the last.
  mutating func next() -> Word? {
    var isApart = false
    var gap = 0
    while place < scalars.endIndex, !Self.isOfWord(scalars[place]) {
      let scalar = scalars[place]
      scalars.formIndex(after: &place)
      if Self.isUnseen(scalar) { continue }
      if !scalar.properties.isWhitespace { gap += 1 }
      if gap > Self.gapLimit || scalar == "\u{1}" { isApart = true }
    }
    guard place < scalars.endIndex else { return nil }
    let start = place
    let isDigits = Self.isDigit(scalars[place])
    var end = place
    while place < scalars.endIndex {
      let scalar = scalars[place]
      if Self.isOfWord(scalar) ? Self.isDigit(scalar) != isDigits : !Self.marks.contains(scalar.value) {
        guard Self.isUnseen(scalar) else { break }
        scalars.formIndex(after: &place)
        continue
      }
      scalars.formIndex(after: &place)
      end = place
    }
    return Word(range: start..<end, isApart: isApart)
  }

  /// A word in small letters, spelled out.
  func spelled(_ word: Word) -> String {
    var seen = String.UnicodeScalarView()
    for scalar in scalars[word.range] where !Self.isUnseen(scalar) { seen.append(scalar) }
    return PlainNames.spelled(String(seen))
  }

  /// Whether a word has a capital.
  func isCapital(_ word: Word) -> Bool { scalars[word.range.lowerBound].properties.isUppercase }

  /// All words of a text, spelled out and put together.
  static func joined(_ text: String) -> String {
    var words = LeakWords(text)
    var result = ""
    while let word = words.next() { result += words.spelled(word) }
    return result
  }

  /// The first two letters of a word, or its only one, as one number; nil where they are not ASCII.
  func plainStart(_ word: Word) -> UInt16? { Self.start(scalars[word.range].prefix(2)) }

  /// What ``plainStart(_:)`` gives for words that `value` begins with.
  static func plainStarts(_ value: String) -> [UInt16] {
    (1...2).compactMap { start(value.unicodeScalars.prefix($0)) }
  }

  private static func start(_ scalars: some Sequence<Unicode.Scalar>) -> UInt16? {
    var result: UInt16 = 0
    for scalar in scalars {
      guard scalar.isASCII else { return nil }
      let isCapital = scalar.value >= 0x41 && scalar.value <= 0x5A
      result = result << 8 | UInt16(scalar.value | (isCapital ? 0x20 : 0))
    }
    return result
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || isLetter(scalar) }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A }
    return scalar.properties.isAlphabetic
  }

  /// A blank of no width and a soft hyphen stand inside words.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x200B || scalar.value == 0xAD }
}
