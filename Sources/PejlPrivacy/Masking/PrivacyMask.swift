public import PejlText

/// Hides values in texts: each sign of a value becomes a star, so that spans into the text stay true.
///
/// A value is found wherever its letters and digits stand in that order as whole words, in any case, with any few marks or
/// blanks between, not only where the scanner found it; also spelled as names of files are, and a name also in the genitive.
/// A name of a single word is found with a capital only: many are also common words.
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

    /// Whether it is a name, or looks like one.
    private var isName: Bool {
      kind == .union || kind == .sensitive
        || value.first?.isUppercase == true && value.allSatisfy { !$0.isNumber && $0 != "@" }
    }
    /// Whether it is a name of a single word.
    var isSingleName: Bool { isName && WordTokens(Array(value.utf8)).tokens.count == 1 }

    /// The letters and digits, small and spelled out, that it is known by: a name without and with the endings of names.
    func forms(_ words: PrivacyWords) -> Set<[UInt8]> {
      let tokens = WordTokens(Array(value.utf8))
      let letters = tokens.tokens.flatMap { tokens.spelled($0) }
      guard isName, !letters.isEmpty else { return letters.isEmpty ? [] : [letters] }
      // What is left of a single word may be another: "Hans" and "han".
      let stems = [letters] + (tokens.tokens.count > 1 ? [words.stem(letters)].compactMap(\.self) : [])
      return Set(stems + stems.flatMap { stem in words.nameEndings.map { stem + $0 } })
    }
  }

  /// The values that are to be hidden.
  public let secrets: Set<Secret>
  /// The secrets by their forms, rising by kind.
  private let byForm: [[UInt8]: [Secret]]
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
    scanner = PrivacyScanner()
    var byForm: [[UInt8]: [Secret]] = [:]
    for secret in self.secrets.sorted(by: { ($0.kind, $0.value) < ($1.kind, $1.value) }) {
      for form in secret.forms(scanner.words) { byForm[form, default: []].append(secret) }
    }
    self.byForm = byForm
    byFirst = Set(byForm.keys.map { Array($0.prefix(Self.prefix)) })
    longest = byForm.keys.map(\.count).max() ?? 0
  }

  /// Where `text` shows a value that is to be hidden, rising.
  ///
  /// - Parameters:
  ///   - text: what is looked through.
  ///   - isAnyCase: whether a name of a single word is hidden without a capital too.
  /// - Returns: the stretches to hide.
  public func spans(in text: UTF8Text, isAnyCase: Bool = false) -> [TextSpan] {
    guard !secrets.isEmpty else { return [] }
    let found = scanner.scan(text).filter { secrets.contains(Secret(kind: $0.kind, value: $0.value)) }
    return TextSpan.merged(found.map(\.span) + written(in: text, isAnyCase: isAnyCase).map(\.span))
  }

  /// `text` with stars for what is to be hidden. The bytes stay as many; blanks and marks in a number, and line ends, stay.
  public func masked(_ text: UTF8Text) -> UTF8Text { masked(text, isAnyCase: false) }

  private func masked(_ text: UTF8Text, isAnyCase: Bool) -> UTF8Text {
    let spans = spans(in: text, isAnyCase: isAnyCase)
    guard !spans.isEmpty else { return text }
    var bytes = text.bytes
    for span in spans {
      let isNumber = !span.range.contains { Letters.isLetter(text.bytes, $0) }
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

  /// The name of a file with stars for what is to be hidden. Capitals say nothing there.
  public func maskedName(_ name: String) -> String {
    secrets.isEmpty ? name : masked(UTF8Text(name), isAnyCase: true).string
  }

  /// `text` with stars for the personal numbers in it.
  public static func hidingNumbers(in text: String) -> String {
    guard text.utf8.count(where: Letters.isDigit) >= digitsOfNumber else { return text }
    let numbers = PrivacyScanner().scan(text).filter { $0.kind == .cpr }
    return numbers.isEmpty ? text : PrivacyMask(numbers.map { Secret(kind: $0.kind, value: $0.value) }).masked(text)
  }

  /// The stretches whose words put together are a form of a secret, with that secret.
  ///
  /// - Parameters:
  ///   - text: what is looked through.
  ///   - isAnyCase: whether a name of a single word counts without a capital too.
  /// - Returns: the stretches by place.
  public func written(in text: UTF8Text, isAnyCase: Bool = false) -> [PrivacyFinding] {
    let tokens = WordTokens(text.bytes)
    let words = tokens.tokens.map { tokens.spelled($0) }
    var result: [PrivacyFinding] = []
    for start in words.indices {
      var letters = words[start]
      guard letters.count <= longest,
        byFirst.contains(Array(letters.prefix(Self.prefix))) || letters.count < Self.prefix
      else { continue }
      var end = start
      while true {
        let mayBeCommon = end == start && !tokens.tokens[start].isCapital && !isAnyCase
        for secret in byForm[letters] ?? [] where !(mayBeCommon && secret.isSingleName) {
          let span = TextSpan(tokens.tokens[start].start, tokens.tokens[end].end)
          result.append(PrivacyFinding(secret.kind, span, value: secret.value))
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
