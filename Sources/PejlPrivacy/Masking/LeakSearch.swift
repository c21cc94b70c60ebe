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
  private static let gapLimit = 12
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
    let (words, breaks, capitals) = Self.words(text)
    var found: Set<String> = []
    for start in words.indices {
      var joined = words[start]
      var end = start
      while beginnings.contains(joined) {
        if let value = values[joined], end > start || capitals[start] || isAnyCase || !names.contains(joined) {
          found.insert(value)
        }
        guard end + 1 < words.count, !breaks[end] else { break }
        end += 1
        joined += words[end]
      }
    }
    return found
  }

  /// The words in small letters, spelled out; letters and digits are words apart. Beside them, whether a break follows each, and whether
  /// it has a capital.
  private static func words(_ text: String) -> (words: [String], breaks: [Bool], capitals: [Bool]) {
    var words: [String] = []
    var capitals: [Bool] = []
    var breaks: [Bool] = []
    var current = String.UnicodeScalarView()
    var isDigits = false
    var gap = 0
    func end() {
      guard !current.isEmpty else { return }
      capitals.append(current.first?.properties.isUppercase == true)
      words.append(PlainNames.spelled(String(current)))
      breaks.append(false)
      current = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      let isDigit = scalar.value >= 0x30 && scalar.value <= 0x39
      if isDigit || isLetter(scalar) {
        if !current.isEmpty, isDigit != isDigits { end() }
        isDigits = isDigit
        current.append(scalar)
        gap = 0
      } else if marks.contains(scalar.value), !current.isEmpty {
        current.append(scalar)
      } else if scalar.value == 0x200B || scalar.value == 0xAD {
        continue
      } else {
        end()
        if !scalar.properties.isWhitespace { gap += 1 }
        if gap > gapLimit || scalar == "\u{1}", let last = breaks.indices.last { breaks[last] = true }
      }
    }
    end()
    return (words, breaks, capitals)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A }
    return scalar.properties.isAlphabetic
  }

  /// Marks over letters that are stored apart from them.
  private static let marks: ClosedRange<UInt32> = 0x300...0x36F

  /// `value` as the words of a text are compared: letters and digits, small; a name with the endings of names too.
  private static func forms(_ value: String) -> [String] {
    let plain = words(value).words.joined()
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
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let open = rest.firstIndex(of: "<") {
      result.append(contentsOf: rest[..<open])
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      var name = String(rest[rest.index(after: open)..<close].prefix { !$0.properties.isWhitespace })
      name.removeAll { $0 == "/" }
      let plain = name.split(separator: ":").last.map(String.init) ?? name
      if !inline.contains(plain) { result.append("\u{1}") }
      rest = rest[rest.index(after: close)...]
    }
    result.append(contentsOf: rest)
    return String(result)
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
