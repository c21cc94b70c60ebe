internal import PejlText

/// The words of a text, one after the other; letters and digits are words apart.
struct LeakWords {
  /// A word.
  struct Word {
    /// Where it stands.
    let range: Range<Int>
    /// Whether so much stands between it and the word before that the two do not belong together.
    let isApart: Bool
  }

  /// A sign that parts words.
  static let apart: UInt8 = 1

  private let bytes: [UInt8]
  private var place = 0

  /// So many signs between two words part them.
  private static let gapLimit = 12
  /// Marks over letters that are stored apart from them.
  private static let marks: ClosedRange<UInt32> = 0x300...0x36F

  /// The words of `bytes`, a text in UTF-8.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next word; nil behind the last.
  mutating func next() -> Word? {
    var isApart = false
    var gap = 0
    while place < bytes.count {
      let (sign, end) = sign(at: place)
      if sign == .letter || sign == .digit { break }
      place = end
      if sign == .mark || sign == .other { gap += 1 }
      if gap > Self.gapLimit || sign == .apart { isApart = true }
    }
    guard place < bytes.count else { return nil }
    let start = place
    let kind = sign(at: place).sign
    var end = place
    while place < bytes.count {
      let (sign, next) = sign(at: place)
      guard sign == kind || sign == .mark || sign == .unseen else { break }
      place = next
      if sign != .unseen { end = place }
    }
    return Word(range: start..<end, isApart: isApart)
  }

  /// A word in small letters, spelled out.
  func spelled(_ word: Word) -> String {
    var seen = String(decoding: bytes[word.range], as: UTF8.self)
    if bytes[word.range].contains(where: { $0 >= 0x80 }) { seen.unicodeScalars.removeAll(where: Self.isUnseen) }
    return PlainNames.spelled(seen)
  }

  /// Whether a word has a capital.
  func isCapital(_ word: Word) -> Bool {
    let first = bytes[word.range.lowerBound]
    return first < 0x80 ? first >= 0x41 && first <= 0x5A : scalar(at: word.range.lowerBound).0.properties.isUppercase
  }

  /// All words of a text, spelled out and put together.
  static func joined(_ text: String) -> String {
    var words = LeakWords(Array(text.utf8))
    var result = ""
    while let word = words.next() { result += words.spelled(word) }
    return result
  }

  /// The first two letters of a word, or its only one, as one number; nil where they are not ASCII.
  func plainStart(_ word: Word) -> UInt16? { Self.start(bytes[word.range].prefix(2)) }

  /// What ``plainStart(_:)`` gives for words that `value` begins with.
  static func plainStarts(_ value: String) -> [UInt16] { (1...2).compactMap { start(value.utf8.prefix($0)) } }

  private static func start(_ bytes: some Sequence<UInt8>) -> UInt16? {
    var result: UInt16 = 0
    for byte in bytes {
      guard byte < 0x80 else { return nil }
      result = result << 8 | UInt16(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return result
  }

  /// What a sign is to words.
  private enum Sign: UInt8 {
    case letter, digit, mark, unseen, blank, apart, other
  }

  private static let plainSigns: [Sign] = (UInt8(0)..<0x80).map { byte in
    switch byte {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x09...0x0D, 0x20: .blank
    case apart: .apart
    default: .other
    }
  }

  /// What stands at `place`, and where the sign behind it begins.
  private func sign(at place: Int) -> (sign: Sign, end: Int) {
    let byte = bytes[place]
    if byte < 0x80 { return (Self.plainSigns[Int(byte)], place + 1) }
    let (scalar, end) = scalar(at: place)
    if Self.isUnseen(scalar) { return (.unseen, end) }
    if Self.marks.contains(scalar.value) { return (.mark, end) }
    if scalar.properties.isAlphabetic { return (.letter, end) }
    return (scalar.properties.isWhitespace ? .blank : .other, end)
  }

  private func scalar(at place: Int) -> (Unicode.Scalar, end: Int) {
    var end = place + 1
    while end < bytes.count, end < place + 4, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return (String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}", end)
  }

  /// A blank of no width and a soft hyphen stand inside words.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x200B || scalar.value == 0xAD }
}
