internal import PejlText
internal import PejlXML

/// Reads DOCX, after ECMA-376: the text as a reader of the finished document would see it.
struct WordReader: DocumentReader {
  /// The name of the format, where another was turned into DOCX.
  var format = "docx"

  func read(_ source: SourceFile) async throws -> ReadContent {
    let package = try WordPackage(ZipArchive(source.bytes, limits: source.limits))
    guard let root = try package.part(package.main) else { throw refusal("damaged", "the file has no text part") }
    var builder = DocumentBuilder(format: format)
    builder.metadata = try Self.metadata(package.part("docProps/core.xml"))
    let setting = try Self.setting(of: package, root)
    let frames = try Self.frames(of: package, root, setting)

    var walker = WordWalker(setting: setting, part: package.main)
    walker.blockContent(root, .init())
    guard !walker.blocks.isEmpty else {
      throw refusal(
        "empty", "the document holds no text; if it is a picture of a page, recognise it (OCR) and save it as text")
    }
    FoundBlock.append(frames.heads + walker.blocks + frames.feet, to: &builder)
    builder.notes += Self.notes(walker, comments: try package.part(of: "comments")?.elements("comment").count ?? 0)
    return ReadContent(document: builder.build())
  }

  private static func notes(_ walker: WordWalker, comments: Int) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if walker.hidden > 0 {
      notes.append(
        Diagnostic(
          .note, code: "ingest.hidden-text",
          "\(walker.hidden) characters are formatted as hidden and were left out; show hidden text to see them"))
    }
    if walker.placeholders > 0 {
      notes.append(
        Diagnostic(
          .note, code: "ingest.placeholders",
          "\(walker.placeholders) fields of a form were not filled in and were left out"))
    }
    if comments > 0 {
      notes.append(
        Diagnostic(
          .note, code: "ingest.comments",
          "\(comments) comments in the margin were left out; read them in the file itself"))
    }
    return notes
  }

  private static func metadata(_ core: XMLElement?) -> Document.Metadata {
    var metadata = Document.Metadata()
    func text(_ name: String) -> String? { core?.first(name)?.foldedText.nonEmpty }
    metadata.title = text("title")
    metadata.senderName = text("creator")
    metadata.date = (text("modified") ?? text("created")).map { String($0.prefix { $0 != "T" }) }
    return metadata
  }

  private static func setting(of package: WordPackage, _ root: XMLElement) throws -> WordWalker.Setting {
    var notes: [String: (element: XMLElement, part: String, position: Int)] = [:]
    for type in ["footnotes", "endnotes"] {
      guard let name = package.name(of: type), let part = try package.part(name) else { continue }
      var position = 0
      for child in part.children {
        switch child {
        case .text(let text): position += text.utf8.count
        case .element(let note):
          if let id = note["id"], note["type"] == nil || note["type"] == "normal" {
            notes["\(type.prefix(3)):\(id)"] = (note, name, position)
          }
          position += note.text.utf8.count
        }
      }
    }
    let isRendered = holds(root) { $0.name == "lastRenderedPageBreak" }
    let isWritten = holds(root) { $0.name == "pageBreakBefore" || ($0.name == "br" && $0["type"] == "page") }
    return WordWalker.Setting(
      styles: WordStyles(try package.part(of: "styles")), lists: lists(try package.part(of: "numbering")), notes: notes,
      pageMark: isRendered ? .rendered : isWritten ? .written : nil)
  }

  /// The lists that have a bullet or number at their first level; a list whose format is `none` only indents.
  private static func lists(_ numbering: XMLElement?) -> Set<String> {
    var plain = Set<String>()
    for list in numbering?.elements("abstractNum") ?? [] {
      let formats = list.elements("lvl").compactMap { $0.first("numFmt")?["val"] }
      if !formats.isEmpty, formats.allSatisfy({ $0 == "none" }), let id = list["abstractNumId"] { plain.insert(id) }
    }
    var result = Set<String>()
    for list in numbering?.elements("num") ?? [] {
      if let id = list["numId"], !plain.contains(list.first("abstractNumId")?["val"] ?? "") { result.insert(id) }
    }
    return result
  }

  /// The running heads and feet, each once.
  private static func frames(
    of package: WordPackage, _ root: XMLElement, _ setting: WordWalker.Setting
  ) throws -> (heads: [FoundBlock], feet: [FoundBlock]) {
    var found: (heads: [FoundBlock], feet: [FoundBlock]) = ([], [])
    var seen = Set<String>()
    var references: [XMLElement] = []
    collect(root) { if $0.name == "headerReference" || $0.name == "footerReference" { references.append($0) } }
    for reference in references {
      guard let target = reference["id"].flatMap({ package.relations[$0]?.target }), seen.insert(target).inserted,
        let part = try package.part(target)
      else { continue }
      var own = setting
      own.pageMark = nil
      var walker = WordWalker(setting: own, part: target)
      walker.blockContent(part, .init(kind: .furniture))
      for block in walker.blocks where seen.insert(block.paragraph.text).inserted {
        if reference.name == "headerReference" { found.heads.append(block) } else { found.feet.append(block) }
      }
    }
    return found
  }

  private static func collect(_ element: XMLElement, _ visit: (XMLElement) -> Void) {
    visit(element)
    for child in element.elements { collect(child, visit) }
  }

  private static func holds(_ element: XMLElement, _ test: (XMLElement) -> Bool) -> Bool {
    test(element) || element.elements.contains { holds($0, test) }
  }
}

extension String {
  /// The string, or nil when it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
