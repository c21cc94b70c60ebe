internal import PejlText
internal import PejlXML
internal import PejlZip

/// Puts sections and values into a template.
struct WordDocument {
  /// What the template can place as a whole.
  let sections: [NoteSection]
  /// What can stand inside a line, by the key of its placeholder.
  let values: [String: String]
  /// The title in the document's properties.
  let title: String
  let words: NoteWords
  let template: WordTemplate

  /// What came of it.
  struct Outcome {
    /// The DOCX.
    let bytes: [UInt8]
    /// The placeholders of sections that the template does not name.
    let missing: [String]
  }

  /// The document.
  ///
  /// - Throws: ``InvalidInput`` when the template names an unknown placeholder, or one of a section beside other text.
  func write() throws -> Outcome {
    var template = template
    let there = Set(sections.map(\.id) + values.keys + ["contents"])
    let known = there.map { words["placeholder.\($0)"] }.sorted()
    let keys = try NoteWords.placeholders().filter { there.contains($0.value) }
    var used: [String] = []
    for name in template.written {
      for placeholder in TemplatePart(template.text(name) ?? "", path: name).names {
        guard let key = keys[placeholder] else { throw unknown(placeholder, in: name, known: known) }
        if name == template.main { used.append(key) }
      }
    }
    let shown = used.compactMap { key in sections.first { $0.id == key } }
    let headings = shown.flatMap(\.blocks).compactMap { block -> (level: Int, text: String, anchor: String)? in
      if case .heading(let level, let text, let anchor) = block { (level, text, anchor) } else { nil }
    }
    var bookmarks: [String: Int] = [:]
    for heading in headings where bookmarks[heading.anchor] == nil { bookmarks[heading.anchor] = bookmarks.count + 1 }
    let styles = WordStyles(
      template.text(template.styles) ?? "",
      own: String(decoding: WordTemplate.localized(PackageResources.word_styles_xml, words), as: UTF8.self))
    template.set(styles.xml, template.styles)
    let writer = WordBlocks(styles: styles.names, words: words, width: width(of: template), bookmarks: bookmarks)
    let contents = WordContents(
      styles: styles.names,
      headings: headings.map { ($0.level, $0.text, bookmarks[$0.anchor] ?? 0) }, width: width(of: template))
    for name in template.written {
      let part = TemplatePart(template.text(name) ?? "", path: template.place(name))
      let text = try part.replaced { placeholder in
        let key = keys[placeholder] ?? ""
        if key == "contents" { return .blocks(contents.markup) }
        if let section = sections.first(where: { $0.id == key }) { return .blocks(writer.markup(section.blocks)) }
        return values[key].map { .text($0) }
      }
      template.set(text, name)
    }
    setTitle(of: &template)
    let missing = sections.filter { section in !used.contains(section.id) }.map { words["placeholder.\($0.id)"] }
    return Outcome(bytes: try template.bytes(), missing: missing)
  }

  private func unknown(_ placeholder: String, in part: String, known: [String]) -> InvalidInput {
    InvalidInput(
      code: "template.placeholder",
      "{{\(placeholder)}} in \(part) is no placeholder; known are \(known.map { "{{\($0)}}" }.joined(separator: ", "))",
      path: template.path)
  }

  /// The usable width of the last section's pages, in twentieths of a point.
  private func width(of template: WordTemplate) -> Int {
    var page = 11_906
    var margins = 2_268
    for token in MarkupTokens(template.text(template.main) ?? "").tokens {
      guard case .start(let name, _, let raw) = token else { continue }
      let number = { (attribute: String) in MarkupTokens.attribute(attribute, in: raw).flatMap { Int($0) } }
      if name == "w:pgSz" { page = number("w:w") ?? page }
      if name == "w:pgMar", let left = number("w:left"), let right = number("w:right") { margins = left + right }
    }
    return max(2_000, page - margins)
  }

  /// Writes the title into the properties of the document, which readers announce.
  private func setTitle(of template: inout WordTemplate) {
    guard let properties = template.text("docProps/core.xml") else { return }
    let title = WordMarkup.escaped(title)
    var result = ""
    var isTitle = false
    var isThere = false
    for token in MarkupTokens(properties).tokens {
      switch token {
      case .start("dc:title", let isEmpty, _):
        result += "<dc:title>\(title)</dc:title>"
        isTitle = !isEmpty
        isThere = true
      case .end("dc:title", _): isTitle = false
      case .end("cp:coreProperties", let raw):
        result += (isThere ? "" : "<dc:title>\(title)</dc:title>") + raw
      default: if !isTitle { result += token.raw }
      }
    }
    template.set(result, "docProps/core.xml")
  }
}
