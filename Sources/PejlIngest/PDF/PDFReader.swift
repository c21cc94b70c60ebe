internal import PejlText

/// Reads PDF through `pdftotext`, which gives words and places; paragraphs are rebuilt from them.
struct PDFReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    let folder = try TemporaryFolder()
    let file = try folder.write(source.bytes, as: "answer.pdf")
    let outcome = try await ToolRunner(limits: source.limits, folder: folder.path).run(
      "pdftotext", ["-bbox-layout", "-enc", "UTF-8", file, "-"])
    defer { withExtendedLifetime(folder) {} }
    guard outcome.code == 0 else { throw Self.refusal(outcome) }
    var layout = try PDFLayout(outcome.output)
    let recognized = try await Self.recognize(&layout, in: file, of: source, folder: folder)
    guard layout.pages.contains(where: { $0.text.contains(where: \.isLetter) }) else {
      throw PejlIngest.refusal(
        "no-text-found",
        "the PDF has no text, and none could be recognised on its pages; if they show text, scan them again sharper")
    }
    var builder = Self.builder(layout, format: "pdf")
    builder.recognition = recognized.summary
    builder.notes = Self.notes(layout) + recognized.notes
    return ReadContent(document: builder.build())
  }

  private static func refusal(_ outcome: ToolRunner.Outcome) -> InvalidInput {
    if outcome.messages.contains("ncorrect password") {
      return PejlIngest.refusal(
        "encrypted", "the PDF is protected by a password; open it, print it to a new PDF and send that")
    }
    if outcome.code == nil {
      return PejlIngest.refusal(
        "tool-failed", "the PDF needs more time or memory than it is given; print it to a new PDF or split it")
    }
    let reason = outcome.messages.split(whereSeparator: \.isNewline).last.map { " (\($0.prefix(120)))" } ?? ""
    return PejlIngest.refusal("damaged", "the PDF is damaged\(reason); open it and print it to a new PDF")
  }

  /// The paragraphs of `layout` as a document of `format`.
  static func builder(_ layout: PDFLayout, format: String) -> DocumentBuilder {
    let lines = layout.pages.flatMap(\.lines)
    let measure = PDFMeasure(lines)
    let pages = PDFMeasure.withColumns(layout.pages)
    let furniture = PDFFurniture(pages, measure)
    let parted = pages.map(furniture.split)
    var paragraphs = PDFParagraphs.of(
      parted.flatMap(\.text), measure, pageHeight: pages.first?.height ?? 0)
    PDFHeadings.mark(&paragraphs, measure)

    var builder = DocumentBuilder(format: format)
    builder.metadata = layout.metadata
    append(parted.flatMap(\.heads), to: &builder)
    for paragraph in paragraphs {
      builder.append(
        paragraph.pieces, kind: paragraph.kind, level: paragraph.level, page: paragraph.first.page, part: "pages")
    }
    append(parted.flatMap(\.feet), to: &builder)
    return builder
  }

  /// Adds running heads or feet, each text once.
  private static func append(_ lines: [PDFLine], to builder: inout DocumentBuilder) {
    var seen = Set<String>()
    for line in lines where seen.insert(line.text).inserted {
      builder.append(PDFParagraph(line, gapAbove: 0).pieces, kind: .furniture, page: line.page, part: "pages")
    }
  }

  private static func notes(_ layout: PDFLayout) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    let empty = layout.pages.filter(\.lines.isEmpty).map { String($0.number) }
    if !empty.isEmpty {
      let list = empty.prefix(20).joined(separator: ", ") + (empty.count > 20 ? " …" : "")
      notes.append(
        Diagnostic(
          .warning, code: "ingest.pages-without-text",
          "no text on page \(list), and none could be recognised on it; look into the file"))
    }
    let scalars = layout.pages.flatMap(\.lines).flatMap(\.words).map(\.text).joined().unicodeScalars
    let odd = scalars.count { $0 == "\u{FFFD}" || 0xE000...0xF8FF ~= $0.value }
    if odd * 20 > scalars.count {
      notes.append(
        Diagnostic(
          .warning, code: "ingest.garbled",
          "\(odd) of \(scalars.count) characters have no meaning in the PDF's fonts; print it to a new PDF or recognise it (OCR)"
        ))
    }
    return notes
  }
}
