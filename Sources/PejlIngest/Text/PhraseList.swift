/// A list of phrases in sections, as the resource files of this target hold them.
struct PhraseList: Sendable {
  private let sections: [String: [String]]

  /// The list in `bytes`: `[section]` lines, then one phrase a line; `#` begins a comment line.
  init(_ bytes: [UInt8]) {
    var sections: [String: [String]] = [:]
    var section = ""
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.hasPrefix("# ") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
      } else {
        sections[section, default: []].append(String(line))
      }
    }
    self.sections = sections
  }

  /// The phrases of a section, in lower case.
  subscript(section: String) -> [String] { sections[section] ?? [] }

  /// Whether `text` matches a phrase of the section, in which a star stands for any text.
  func matches(_ text: some StringProtocol, _ section: String) -> Bool {
    let text = text.lowercased()
    return self[section].contains { Self.matches(text[...], $0) }
  }

  private static func matches(_ text: Substring, _ pattern: String) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { return text == pattern }
    guard text.hasPrefix(first) else { return false }
    var rest = text.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() {
      guard let found = rest.range(of: String(piece)) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
