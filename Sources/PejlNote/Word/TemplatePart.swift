internal import PejlText

/// A part of a template with its placeholders, such as `word/document.xml`.
///
/// A placeholder is a name between `{{` and `}}` in the text of one paragraph; Word may have spread it over several runs.
struct TemplatePart: Sendable {
  /// What a placeholder is replaced by.
  enum Replacement {
    /// Text inside the paragraph.
    case text(String)
    /// Paragraphs and tables in the place of the paragraph.
    case blocks(WordMarkup)
  }

  /// A paragraph that has placeholders.
  private struct Paragraph {
    /// The tokens from the start tag to the end tag.
    let tokens: ClosedRange<Int>
    /// The tokens of its own texts.
    let texts: [Int]
  }

  private let path: String
  private let tokens: [MarkupTokens.Token]
  private let paragraphs: [Paragraph]

  /// The part in `xml`, which must be well-formed.
  init(_ xml: String, path: String) {
    self.path = path
    tokens = MarkupTokens(xml).tokens
    paragraphs = Self.paragraphs(tokens)
  }

  /// The names of the placeholders in order.
  var names: [String] { paragraphs.flatMap { Self.placeholders(in: text(of: $0)).map(\.name) } }

  /// The part with its placeholders replaced.
  ///
  /// - Throws: ``InvalidInput`` when a placeholder of blocks shares its paragraph with other text.
  func replaced(_ replacement: (String) -> Replacement?) throws -> String {
    var changes: [Int: String] = [:]
    var dropped: Set<Int> = []
    for paragraph in paragraphs {
      let text = text(of: paragraph)
      let found = Self.placeholders(in: text)
      let values = found.map { replacement($0.name) }
      if let block = values.compactMap({ if case .blocks(let markup)? = $0 { markup } else { nil } }).first {
        guard found.count == 1,
          text.filter({ !$0.isWhitespace }).count == found[0].range.filter({ !text[$0].isWhitespace }).count
        else {
          let names = found.map(\.name).joined(separator: ", ")
          throw InvalidInput(
            code: "template.shared-paragraph",
            "the paragraph with {{\(names)}} holds a whole section and other text; give the section a paragraph of its own",
            path: path)
        }
        changes[paragraph.tokens.lowerBound] = block.text + keptSection(of: paragraph)
        dropped.formUnion(paragraph.tokens.dropFirst())
        continue
      }
      for (index, new) in Self.pieces(of: paragraph, tokens, found, values) { changes[index] = new }
    }
    var result = ""
    for (index, token) in tokens.enumerated() {
      if let change = changes[index] { result += change } else if !dropped.contains(index) { result += token.raw }
    }
    return result
  }

  /// A paragraph may carry the end of a section of pages, which must not go with it.
  private func keptSection(of paragraph: Paragraph) -> String {
    var kept: [MarkupTokens.Token] = []
    var isInside = false
    for token in tokens[paragraph.tokens] {
      if case .start("w:sectPr", let isEmpty, _) = token { isInside = !isEmpty; kept.append(token); continue }
      if isInside { kept.append(token) }
      if case .end("w:sectPr", _) = token { isInside = false }
    }
    return kept.isEmpty ? "" : "<w:p><w:pPr>\(MarkupTokens.xml(kept))</w:pPr></w:p>"
  }

  /// The new text of each text token in a paragraph: a replacement stands where its placeholder began.
  private static func pieces(
    of paragraph: Paragraph, _ tokens: [MarkupTokens.Token], _ found: [Placeholder], _ values: [Replacement?]
  ) -> [(Int, String)] {
    var offset = 0
    return paragraph.texts.map { index in
      let own = Array(MarkupTokens.unescaped(tokens[index].raw))
      var result = ""
      for (place, character) in own.enumerated() {
        let position = offset + place
        guard let hit = found.firstIndex(where: { $0.range.contains(position) }) else {
          result.append(character)
          continue
        }
        if position == found[hit].range.lowerBound, case .text(let value)? = values[hit] { result += value }
      }
      offset += own.count
      return (index, WordMarkup.escaped(result))
    }
  }

  private func text(of paragraph: Paragraph) -> [Character] {
    paragraph.texts.flatMap { Array(MarkupTokens.unescaped(tokens[$0].raw)) }
  }

  private struct Placeholder {
    let name: String
    /// The characters from the first brace to the last.
    let range: Range<Int>
  }

  private static func placeholders(in text: [Character]) -> [Placeholder] {
    var result: [Placeholder] = []
    var position = 0
    while position + 1 < text.count {
      guard text[position] == "{", text[position + 1] == "{",
        let end = (position + 2..<text.count).first(where: {
          $0 + 1 < text.count && text[$0] == "}" && text[$0 + 1] == "}"
        })
      else {
        position += 1
        continue
      }
      let name = String(text[position + 2..<end]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      result.append(Placeholder(name: name, range: position..<end + 2))
      position = end + 2
    }
    return result
  }

  /// The paragraphs with a placeholder; a paragraph inside another, as in a text box, is one of its own.
  private static func paragraphs(_ tokens: [MarkupTokens.Token]) -> [Paragraph] {
    var result: [Paragraph] = []
    var open: [(start: Int, texts: [Int])] = []
    var isText = false
    for (index, token) in tokens.enumerated() {
      switch token {
      case .start("w:p", false, _): open.append((index, []))
      case .start("w:t", let isEmpty, _): isText = !isEmpty
      case .end("w:t", _): isText = false
      case .text where isText:
        if !open.isEmpty { open[open.count - 1].texts.append(index) }
      case .end("w:p", _):
        guard let paragraph = open.popLast() else { continue }
        let text = paragraph.texts.flatMap { Array(MarkupTokens.unescaped(tokens[$0].raw)) }
        if !placeholders(in: text).isEmpty {
          result.append(Paragraph(tokens: paragraph.start...index, texts: paragraph.texts))
        }
      default: break
      }
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
