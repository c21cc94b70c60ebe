internal import PejlText

/// The words that pages show, by key; the code itself holds none.
package struct Words: Sendable {
  private var texts: [String: String]

  /// The catalogue of a language: one `key = text` a line, `#` begins a comment line.
  ///
  /// - Throws: ``InvalidInput`` with the line that is not of that form.
  package init(_ language: ReportLanguage) throws {
    texts = try Self.texts(language.catalogue, name: "words.\(language.rawValue).txt")
  }

  /// The words of pages in a language with those of another catalogue, which win.
  ///
  /// - Throws: ``InvalidInput`` with the line that is not of the form `key = text`.
  package init(_ language: ReportLanguage, adding bytes: [UInt8], name: String) throws {
    try self.init(language)
    texts.merge(try Self.texts(bytes, name: name)) { $1 }
  }

  private static func texts(_ bytes: [UInt8], name: String) throws -> [String: String] {
    var texts: [String: String] = [:]
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty && line.first != "#" {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw InvalidInput(code: "report.words", "write 'key = text'", path: name, line: number + 1)
      }
      texts[trimmed(parts[0])] = trimmed(parts[1])
    }
    return texts
  }

  /// The text of `key`; the key itself where the catalogue lacks it, so that a gap shows.
  package subscript(key: String) -> String { texts[key] ?? key }

  /// The keys of the catalogue.
  package var keys: Set<String> { Set(texts.keys) }

  /// The text of `key`, or nil.
  package func text(_ key: String) -> String? { texts[key] }

  /// The number with the noun in the singular or plural: the catalogue has `key.one` and `key.many`.
  package func count(_ number: Int, _ key: String) -> String {
    "\(self.number(number)) \(self[number == 1 ? "\(key).one" : "\(key).many"])"
  }

  /// The number with a separator between the thousands.
  package func number(_ number: Int) -> String {
    if (0..<1000).contains(number) { return String(number) }
    let digits = String(number.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += self["number.group"] }
      result.append(digit)
    }
    return number < 0 ? "−" + result : result
  }

  /// So many hundredths, rounded: `39 %`.
  package func percent(_ part: Int, of whole: Int) -> String {
    let percent = whole == 0 ? 0 : Int((Double(part) * 100 / Double(whole)).rounded())
    return filled("number.percent", ["number": number(percent)])
  }

  /// `items` as a list in a sentence.
  package func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(items.dropLast().joined(separator: ", ")) \(self["and"]) \(last)"
  }

  /// The text of `key` with each `{name}` replaced.
  package func filled(_ key: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = self[key][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += values[String(rest[rest.index(after: open)..<close])] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
