internal import PejlText

/// Looks once more, in files as they were written, for values that should be hidden.
///
/// It shares with the scanner and the mask only how letters are spelled out and what names end in: it takes a file's text apart
/// by its own rules, with tags taken out, character references and percent signs resolved, and compares letters and digits
/// only. What marks the end of a paragraph or a cell parts words; what only marks words inside one does not; and tags are looked
/// at for themselves, since a tag's name is no part of the word behind it. Letters beyond ASCII are the same as spelled out, and a name is the same in the genitive. A name of one word counts with a capital only.
public struct LeakSearch: Sendable {
  private let values: [String: String]
  /// Values of one word with a capital.
  private let names: Set<String>
  /// Every beginning of every value: words that are none are passed over at once.
  private let beginnings: Set<String>
  /// By two letters, or one: whether a value begins with them.
  private let starts: [Bool]
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
    var starts = [Bool](repeating: false, count: 1 << 16)
    for start in self.values.keys.flatMap(LeakWords.plainStarts) { starts[Int(start)] = true }
    self.starts = starts
  }

  /// The values that a file shows, sorted; `bytes` is text of any sort.
  public func leaks(in bytes: [UInt8]) -> [String] {
    guard !values.isEmpty else { return [] }
    let text = Self.decoded(bytes)
    guard text.contains(UInt8(ascii: "<")) else { return search(Self.resolved(text)).sorted() }
    let parted = text.map { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") ? LeakWords.apart : $0 }
    return search(Self.resolved(parted)).union(search(Self.resolved(Self.withoutTags(text)))).sorted()
  }

  /// The values that a name of a file shows, sorted.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - isAnyCase: whether a name of one word counts without a capital too.
  /// - Returns: the values.
  public func leaks(inName name: String, isAnyCase: Bool = false) -> [String] {
    search(Self.resolved(Array(name.utf8)), isAnyCase: isAnyCase).sorted()
  }

  private func search(_ text: [UInt8], isAnyCase: Bool = false) -> Set<String> {
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
    return starts[Int(start)]
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

  /// The text of `bytes` in UTF-8, which they are in, or in UTF-16 when they begin with that mark.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place -> UInt16 in
      let pair = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func withoutTags(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var place = 0
    while let open = text[place...].firstIndex(of: 0x3C), let close = text[open...].firstIndex(of: 0x3E) {
      result += text[place..<open]
      if !inline.contains(name(ofTag: text[open + 1..<close])) { result.append(LeakWords.apart) }
      place = close + 1
    }
    return result + text[place...]
  }

  /// The name of a tag without prefix; `tag` is what stands between its brackets.
  private static func name(ofTag tag: ArraySlice<UInt8>) -> String {
    let name = tag.prefix { $0 > 0x20 }.filter { $0 != UInt8(ascii: "/") }
    return String(decoding: name[((name.lastIndex(of: UInt8(ascii: ":")) ?? -1) + 1)...], as: UTF8.self)
  }

  private static let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}"]
  private static let referenceLimit = 9

  /// Character references (`&#229;`, `&amp;`) and percent signs (`%C3%A5`) as the characters that they stand for.
  private static func resolved(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var place = 0
    while let sign = text[place...].firstIndex(where: { $0 == 0x25 || $0 == 0x26 }) {
      result += text[place..<sign]
      place = sign + 1
      if text[sign] == 0x25, sign + 2 < text.count,
        let value = UInt8(String(decoding: text[sign + 1...sign + 2], as: UTF8.self), radix: 16)
      {
        result.append(value)
        place = sign + 3
      } else if text[sign] == 0x26, let end = text[sign...].prefix(referenceLimit).firstIndex(of: 0x3B),
        let character = character(String(decoding: text[sign + 1..<end], as: UTF8.self))
      {
        result += Array(character.utf8)
        place = end + 1
      } else {
        result.append(text[sign])
      }
    }
    return place == 0 ? text : result + text[place...]
  }

  private static func character(_ reference: String) -> String? {
    guard reference.hasPrefix("#") else { return references[reference] }
    let digits = reference.dropFirst()
    let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
