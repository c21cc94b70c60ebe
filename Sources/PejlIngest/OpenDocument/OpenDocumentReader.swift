internal import PejlText
internal import PejlXML

/// Reads ODT, after ODF 1.3: the text as a reader of the finished document would see it.
struct OpenDocumentReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    let archive = try ZipArchive(source.bytes, limits: source.limits)
    if try archive.read("META-INF/manifest.xml")?.contains(sequence: "encryption-data") == true {
      throw refusal(
        "encrypted",
        "the file is protected by a password; open it in its program, take the password off and save it again")
    }
    guard let content = try archive.read("content.xml").map({ try XMLReader.parse($0) }),
      let text = content.first("body")?.first("text")
    else { throw refusal("unsupported", "this OpenDocument file is no text document; save it as PDF or ODT text") }
    let styleRoot = try archive.read("styles.xml").map { try XMLReader.parse($0) }
    let styles = OpenDocumentStyles([styleRoot, content].compactMap { $0 })

    var builder = DocumentBuilder(format: "odt")
    builder.metadata = Self.metadata(
      try archive.read("meta.xml").map { try XMLReader.parse($0) }?.first("meta"))
    var walker = OpenDocumentWalker(styles: styles, part: "content.xml", hasPages: Self.hasPages(text))
    walker.walk(content, to: text)
    guard !walker.blocks.isEmpty else {
      throw refusal(
        "empty", "the document holds no text; if it is a picture of a page, recognise it (OCR) and save it as text")
    }
    let frames = Self.frames(styleRoot, styles)
    FoundBlock.append(frames.heads + walker.blocks + frames.feet, to: &builder)
    builder.notes += walker.notes
    return ReadContent(document: builder.build())
  }

  private static func metadata(_ meta: XMLElement?) -> Document.Metadata {
    var metadata = Document.Metadata()
    func text(_ name: String) -> String? { meta?.first(name)?.foldedText.nonEmpty }
    metadata.title = text("title")
    metadata.senderName = text("initial-creator") ?? text("creator")
    metadata.date = (text("date") ?? text("creation-date")).map { String($0.prefix { $0 != "T" }) }
    return metadata
  }

  private static func hasPages(_ element: XMLElement) -> Bool {
    element.name == "soft-page-break" || element.elements.contains { hasPages($0) }
  }

  /// The running heads and feet of all page styles, each text once.
  private static func frames(
    _ root: XMLElement?, _ styles: OpenDocumentStyles
  ) -> (heads: [FoundBlock], feet: [FoundBlock]) {
    var found: (heads: [FoundBlock], feet: [FoundBlock]) = ([], [])
    guard let root else { return found }
    var seen = Set<String>()
    for page in root.first("master-styles")?.elements("master-page").prefix(50) ?? [] {
      for frame in page.elements where frame.name.hasPrefix("header") || frame.name.hasPrefix("footer") {
        if frame["display"] == "false" { continue }
        var walker = OpenDocumentWalker(styles: styles, part: "styles.xml", hasPages: false)
        walker.walk(root, to: frame, kind: .furniture)
        for block in walker.blocks where seen.insert(block.paragraph.text).inserted {
          if frame.name.hasPrefix("header") { found.heads.append(block) } else { found.feet.append(block) }
        }
      }
    }
    return found
  }
}
