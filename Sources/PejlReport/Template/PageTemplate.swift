internal import PejlText

/// A template of a page, cut into its parts once: the part of mustache that the pages use.
///
/// `{{name}}` shows a value escaped, `{{{name}}}` as it is, `{{.}}` the value of the section around it. `{{#name}}…{{/name}}`
/// is shown for each member of a list, or once when the value is there; `{{^name}}…{{/name}}` when it is not. `{{>name}}` is
/// another template, `{{@key}}` a text of the catalogue, which is a template itself. A section's tag or a template's that is alone on its line takes the line with it. A name is looked for in
/// the innermost section first.
struct PageTemplate: Sendable {
  /// A part of a template.
  indirect enum Part: Sendable {
    case text([UInt8])
    case value(String, isEscaped: Bool)
    case section(String, [Part], isInverted: Bool)
    case template(String)
  }

  let parts: [Part]

  /// The template written in `source`, with the texts of `words` put in.
  ///
  /// - Throws: ``InvalidInput`` when a tag or a section does not end, or a text is missing.
  init(_ source: [UInt8], name: String, words: Words? = nil) throws {
    var parser = TemplateParser(source: source, name: name, words: words)
    parts = try parser.parts(until: nil)
  }
}

/// Cuts the source of a template into parts.
private struct TemplateParser {
  let source: [UInt8]
  let name: String
  let words: Words?
  var position = 0

  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")
  private static let lineEnd = UInt8(ascii: "\n")

  init(source: [UInt8], name: String, words: Words?) {
    self.source = source
    self.name = name
    self.words = words
  }

  mutating func parts(until section: String?) throws -> [PageTemplate.Part] {
    var parts: [PageTemplate.Part] = []
    var text: [UInt8] = []
    func flush() {
      if !text.isEmpty { parts.append(.text(text)) }
      text = []
    }
    while position < source.count {
      guard source[position...].starts(with: [Self.open, Self.open]) else {
        text.append(source[position])
        position += 1
        continue
      }
      let start = position
      let (kind, tag) = try tag()
      if "#^/>".contains(kind), isAlone(start) {
        while text.last.map(Self.isBlank) == true { text.removeLast() }
        while position < source.count, source[position] != Self.lineEnd { position += 1 }
        position = min(position + 1, source.count)
      }
      flush()
      switch kind {
      case "#", "^": parts.append(.section(tag, try self.parts(until: tag), isInverted: kind == "^"))
      case "/":
        guard tag == section else { throw failure("the section {{/\(tag)}} ends where none began") }
        return parts
      case ">": parts.append(.template(tag))
      case "@":
        guard let text = words?.text(tag) else { throw failure("the catalogue has no text '\(tag)'") }
        parts += try PageTemplate(Array(text.utf8), name: tag, words: words).parts
      default: parts.append(.value(tag, isEscaped: kind != "{"))
      }
    }
    if let section { throw failure("the section {{#\(section)}} does not end") }
    flush()
    return parts
  }

  /// Reads the tag that begins at the position: what kind it is, and the name in it.
  private mutating func tag() throws -> (kind: Character, name: String) {
    position += 2
    let first = position < source.count ? Character(UnicodeScalar(source[position])) : " "
    let kind: Character = "#^/>@{".contains(first) ? first : " "
    if kind != " " { position += 1 }
    let start = position
    while position < source.count, source[position] != Self.close { position += 1 }
    let name = String(decoding: source[start..<position].filter { $0 != 0x20 }, as: UTF8.self)
    position += kind == "{" ? 3 : 2
    guard position <= source.count, !name.isEmpty, !name.contains("\n") else { throw failure("a tag does not end") }
    return (kind, name)
  }

  /// Whether nothing but blanks stands on the line before `start` and behind the position.
  private func isAlone(_ start: Int) -> Bool {
    let before = source[..<start].reversed().drop(while: Self.isBlank).first
    let after = source[position...].drop(while: Self.isBlank).first
    return (before ?? Self.lineEnd) == Self.lineEnd && (after ?? Self.lineEnd) == Self.lineEnd
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func failure(_ message: String) -> InvalidInput {
    InvalidInput(code: "report.template", "\(message) in the template \(name)")
  }
}
