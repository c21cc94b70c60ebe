internal import PejlText

/// Templates by name, which may name one another.
package struct TemplateLibrary: Sendable {
  private var templates: [String: PageTemplate] = [:]
  private let words: Words?

  /// No templates yet.
  ///
  /// - Parameter words: the catalogue of the texts that templates name.
  package init(words: Words? = nil) { self.words = words }

  /// Adds a template.
  ///
  /// - Throws: ``InvalidInput`` when a tag or a section does not end, or a text is missing.
  package mutating func register(_ source: [UInt8], named name: String) throws {
    templates[name] = try PageTemplate(source, name: name, words: words)
  }

  /// The bytes of the template of that name, filled with `fields`; nil when there is none.
  package func render(_ fields: Fields, with name: String) -> [UInt8]? { filled(fields, with: name)?.bytes }

  /// The bytes of the template of that name as ``render(_:with:)`` gives them, cut at the gaps in `fields`.
  package func pieces(_ fields: Fields, with name: String) -> [[UInt8]]? {
    guard let page = filled(fields, with: name) else { return nil }
    let cuts = [0] + page.gaps + [page.bytes.count]
    return zip(cuts, cuts.dropFirst()).map { Array(page.bytes[$0..<$1]) }
  }

  /// What a template comes to.
  private struct Page {
    var bytes: [UInt8] = []
    var gaps: [Int] = []
  }

  private func filled(_ fields: Fields, with name: String) -> Page? {
    guard let template = templates[name] else { return nil }
    var page = Page()
    var stack: [FieldValue] = [.fields(fields)]
    write(template.parts, &stack, to: &page)
    return page
  }

  private func write(_ parts: [PageTemplate.Part], _ stack: inout [FieldValue], to page: inout Page) {
    for part in parts {
      switch part {
      case .text(let bytes): page.bytes += bytes
      case .value(let name, let isEscaped):
        switch Self.find(name, in: stack) {
        case .text(let text): if isEscaped { Self.escape(text, to: &page.bytes) } else { page.bytes += text.utf8 }
        case .markup(let bytes): page.bytes += bytes
        case .gap: page.gaps.append(page.bytes.count)
        default: continue
        }
      case .template(let name): if let inner = templates[name] { write(inner.parts, &stack, to: &page) }
      case .section(let name, let inner, let isInverted):
        let value = Self.find(name, in: stack)
        if isInverted {
          if Self.isAbsent(value) { write(inner, &stack, to: &page) }
        } else {
          write(inner, for: value, &stack, to: &page)
        }
      }
    }
  }

  /// Writes a section for each member of its value.
  private func write(
    _ parts: [PageTemplate.Part], for value: FieldValue?, _ stack: inout [FieldValue], to page: inout Page
  ) {
    switch value {
    case .none, .flag(false): return
    case .flag(true): write(parts, &stack, to: &page)
    case .list(let members):
      for member in members {
        stack.append(.fields(member))
        write(parts, &stack, to: &page)
        stack.removeLast()
      }
    case .texts(let members):
      for member in members {
        stack.append(.text(member))
        write(parts, &stack, to: &page)
        stack.removeLast()
      }
    case .text, .fields, .markup, .gap:
      if let value { stack.append(value) }
      write(parts, &stack, to: &page)
      stack.removeLast()
    }
  }

  private static func isAbsent(_ value: FieldValue?) -> Bool {
    switch value {
    case .none, .flag(false): true
    case .list(let members): members.isEmpty
    case .texts(let members): members.isEmpty
    case .flag, .text, .fields, .markup, .gap: false
    }
  }

  private static func find(_ name: String, in stack: [FieldValue]) -> FieldValue? {
    if name == "." { return stack.last }
    for index in stack.indices.reversed() {
      if case .fields(let fields) = stack[index], let value = fields[name] { return value }
    }
    return nil
  }

  /// Appends `text` so that nothing in it is taken for markup.
  private static func escape(_ text: String, to page: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        guard let name = entity(bytes[index]) else { continue }
        page += bytes[start..<index]
        page += name.utf8
        start = index + 1
      }
      page += bytes[start...]
    }
  }

  /// What stands for a byte that is markup.
  @inline(__always)
  private static func entity(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
