public import PejlText

/// Hides values in texts: each sign of a value becomes a star, so that spans into the text stay true.
///
/// A value is found wherever its letters and digits stand in that order as whole words, in any case, with any few marks or
/// blanks between, not only where the scanner found it. A name of a single word is found with a capital only: many are also
/// common words.
public struct PrivacyMask: Sendable {
  /// A value that is to be hidden.
  public struct Secret: Sendable, Hashable {
    /// What sort it is.
    public let kind: PrivacyKind
    /// The value, as in a finding.
    public let value: String

    /// A secret.
    public init(kind: PrivacyKind, value: String) {
      self.kind = kind
      self.value = value
    }

    /// Its letters and digits in small letters.
    public var letters: [UInt8] { WordTokens.letters(value) }
    /// Whether it is a name of a single word.
    var isSingleName: Bool { (kind == .union || kind == .sensitive) && WordTokens(Array(value.utf8)).tokens.count == 1 }
  }

  /// The values that are to be hidden.
  public let secrets: Set<Secret>
  private let byLetters: Set<[UInt8]>
  private let singleNames: Set<[UInt8]>
  private let byFirst: Set<[UInt8]>
  private let longest: Int
  private let scanner: PrivacyScanner
  /// So many bytes other than blanks may stand between two parts of a value.
  private static let reach = 16
  private static let star = UInt8(0x2A)
  private static let prefix = 2
  private static let digitsOfNumber = 10

  /// A mask over `secrets`.
  public init(_ secrets: some Sequence<Secret>) {
    self.secrets = Set(secrets)
    byLetters = Set(self.secrets.map(\.letters)).filter { !$0.isEmpty }
    singleNames = Set(self.secrets.filter(\.isSingleName).map(\.letters))
    byFirst = Set(byLetters.map { Array($0.prefix(Self.prefix)) })
    longest = byLetters.map(\.count).max() ?? 0
    scanner = PrivacyScanner()
  }

  /// Where `text` shows a value that is to be hidden, rising.
  public func spans(in text: UTF8Text) -> [TextSpan] {
    guard !secrets.isEmpty else { return [] }
    let found = scanner.scan(text).filter { secrets.contains(Secret(kind: $0.kind, value: $0.value)) }
    return TextSpan.merged(found.map(\.span) + written(in: text.bytes))
  }

  /// `text` with stars for what is to be hidden. The bytes stay as many; blanks and marks in a number, and line ends, stay.
  public func masked(_ text: UTF8Text) -> UTF8Text {
    let spans = spans(in: text)
    guard !spans.isEmpty else { return text }
    var bytes = text.bytes
    for span in spans {
      let isNumber = bytes[span.range].allSatisfy { $0 >= 0x80 || !Letters.isSmallOrCapital($0) }
      for place in span.range {
        if isNumber ? Letters.isDigit(bytes[place]) : bytes[place] != 0x0A { bytes[place] = Self.star }
      }
    }
    return UTF8Text(trusted: bytes)
  }

  /// `string` with stars for what is to be hidden.
  public func masked(_ string: String) -> String {
    secrets.isEmpty ? string : masked(UTF8Text(string)).string
  }

  /// `text` with stars for the personal numbers in it.
  public static func hidingNumbers(in text: String) -> String {
    guard text.utf8.count(where: Letters.isDigit) >= digitsOfNumber else { return text }
    let numbers = PrivacyScanner().scan(text).filter { $0.kind == .cpr }
    return numbers.isEmpty ? text : PrivacyMask(numbers.map { Secret(kind: $0.kind, value: $0.value) }).masked(text)
  }

  /// The stretches whose words put together are the letters of a secret.
  private func written(in bytes: [UInt8]) -> [TextSpan] {
    let tokens = WordTokens(bytes)
    let words = tokens.tokens.map { tokens.lower($0) }
    var result: [TextSpan] = []
    for start in words.indices {
      var letters = words[start]
      guard letters.count <= longest,
        byFirst.contains(Array(letters.prefix(Self.prefix))) || letters.count < Self.prefix
      else { continue }
      var end = start
      while true {
        let isCommon = end == start && !tokens.tokens[start].isCapital && singleNames.contains(letters)
        if byLetters.contains(letters), !isCommon {
          result.append(TextSpan(tokens.tokens[start].start, tokens.tokens[end].end))
        }
        guard end + 1 < words.count, letters.count < longest, isNear(end, tokens) else { break }
        end += 1
        letters += words[end]
      }
    }
    return result
  }

  private func isNear(_ index: Int, _ tokens: WordTokens) -> Bool {
    let between = tokens.bytes[tokens.tokens[index].end..<tokens.tokens[index + 1].start]
    return between.count <= Self.reach || between.count(where: { !UTF8Text.isSpace($0) }) <= Self.reach
  }
}
