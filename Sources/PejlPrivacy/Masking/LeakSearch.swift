internal import PejlText

/// Looks once more, in files as they were written, for values that should be hidden.
///
/// It shares with the scanner and the mask only how letters are spelled out and what names end in: it takes a file's text apart
/// by its own rules, with tags taken out, character references and percent signs resolved, and compares letters and digits
/// only. What marks the end of a paragraph or a cell parts words; what only marks words inside one does not. Letters beyond
/// ASCII are the same as spelled out, and a name is the same in the genitive. A name of one word counts with a capital only.
public struct LeakSearch: Sendable {
  private let values: [String: String]
  /// Values of one word with a capital.
  private let names: Set<String>
  /// Every beginning of every value: words that are none are passed over at once.
  private let beginnings: Set<String>
  /// The first two letters of every value, and the first one.
  private let starts: Set<UInt16>
  /// Tags inside a paragraph, by name without prefix, of HTML, Word and OpenDocument.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong",
    "sub",
    "sup", "time", "u", "wbr", "r", "t", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lang", "color",
  ]

  /// A search for `values`.
  public init(_ values: some Sequence<String>) {
    let forms = values.flatMap { value in Self.forms(value).map { ($0, value) } }
    self.values = Dictionary(forms) { first, _ in first }.filter { !$0.key.isEmpty }
    names = Set(self.values.filter { Self.isName($0.value) && $0.value.allSatisfy(\.isLetter) }.map(\.key))
    beginnings = Set(self.values.keys.flatMap { value in value.indices.map { String(value[...$0]) } })
    starts = Set(self.values.keys.flatMap(LeakWords.plainStarts))
  }

  /// The values that a file shows, sorted; `bytes` is text of any sort.
  public func leaks(in bytes: [UInt8]) -> [String] {
    guard !values.isEmpty else { return [] }
    let text = Self.decoded(bytes)
    var found = search(Self.resolved(text))
    if text.contains("<") { found.formUnion(search(Self.resolved(Self.withoutTags(text)))) }
    return found.sorted()
  }

  /// The values that a name of a file shows, sorted.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - isAnyCase: whether a name of one word counts without a capital too.
  /// - Returns: the values.
  public func leaks(inName name: String, isAnyCase: Bool = false) -> [String] {
    search(Self.resolved(name), isAnyCase: isAnyCase).sorted()
  }

  private func search(_ text: String, isAnyCase: Bool = false) -> Set<String> {
    var found: Set<String> = []
    var words = LeakWords(text)
    while let word = words.next() {
      guard mayBegin(word, in: words) else { continue }
      var joined = words.spelled(word)
      var ahead = words
      var isFirst = true
      while beginnings.contains(joined) {
        if let value = values[joined], !isFirst || words.isCapital(word) || isAnyCase || !names.contains(joined) {
          found.insert(value)
        }
        guard let next = ahead.next(), !next.isApart else { break }
        joined += ahead.spelled(next)
        isFirst = false
      }
    }
    return found
  }

  /// Whether a value may begin with a word, by the word's first two letters; true where these are not plain.
  private func mayBegin(_ word: LeakWords.Word, in words: LeakWords) -> Bool {
    guard let start = words.plainStart(word) else { return true }
    return starts.contains(start)
  }

  /// `value` as the words of a text are compared: letters and digits, small; a name with the endings of names too.
  private static func forms(_ value: String) -> [String] {
    let plain = LeakWords.joined(value)
    let endings = PrivacyWords.danish.nameEndings.map { String(decoding: $0, as: UTF8.self) }
    return [plain] + (isName(value) ? endings.map { plain + $0 } : [])
  }

  private static func isName(_ value: String) -> Bool {
    value.first?.isUppercase == true && value.allSatisfy { $0.isLetter || $0.isWhitespace || "-.'’".contains($0) }
  }

  /// The text of `bytes` in UTF-8, or in UTF-16 when it begins with that mark.
  private static func decoded(_ bytes: [UInt8]) -> String {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place -> UInt16 in
      let pair = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func withoutTags(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while let open = bytes[place...].firstIndex(of: 0x3C), let close = bytes[open...].firstIndex(of: 0x3E) {
      result += bytes[place..<open]
      let tag = String(decoding: bytes[open + 1..<close], as: UTF8.self)
      let name = String(tag.unicodeScalars.prefix { !$0.properties.isWhitespace }).filter { $0 != "/" }
      let plain = name.split(separator: ":").last.map(String.init) ?? name
      if !inline.contains(plain) { result.append(1) }
      place = close + 1
    }
    result += bytes[place...]
    return String(decoding: result, as: UTF8.self)
  }

  private static let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}"]
  private static let referenceLimit = 9

  /// Character references (`&#229;`, `&amp;`) and percent signs (`%C3%A5`) as the characters that they stand for.
  private static func resolved(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x25 }) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if bytes[place] == 0x25, place + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[place + 1...place + 2], as: UTF8.self), radix: 16)
      {
        result.append(value)
        place += 3
      } else if bytes[place] == 0x26, let end = bytes[place...].prefix(referenceLimit).firstIndex(of: 0x3B),
        let character = character(String(decoding: bytes[place + 1..<end], as: UTF8.self))
      {
        result += Array(character.utf8)
        place = end + 1
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func character(_ reference: String) -> String? {
    guard reference.hasPrefix("#") else { return references[reference] }
    let digits = reference.dropFirst()
    let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
