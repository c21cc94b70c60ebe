internal import PejlText

/// Reads a photographed or scanned answer: PNG, JPEG or TIFF, also with several pages.
struct ImageReader: DocumentReader {
  /// The kinds of picture that are read.
  enum Kind: String {
    case png, jpeg, tiff

    /// The kind of picture that begins with `bytes`.
    init?(_ bytes: [UInt8]) {
      switch bytes.prefix(4) {
      case [0x89, 0x50, 0x4E, 0x47]: self = .png
      case [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A]: self = .tiff
      default:
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        self = .jpeg
      }
    }
  }

  let kind: Kind

  /// The size of the paper that a picture of unknown resolution is taken to show, in points: A4.
  private static let paperWidth = 595.0

  func read(_ source: SourceFile) async throws -> ReadContent {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let file = try folder.write(source.bytes, as: "answer.\(kind.rawValue)")
    let count = kind == .tiff ? TIFFPages.count(source.bytes, limit: 10_000) : 1
    guard count > 0 else { throw refusal("damaged", "the picture is damaged; open it and save it again") }
    let wanted = 1...min(count, source.limits.recognizedPages)
    let pages = wanted.map { number in
      PageRecognizer.Page(number: number) {
        (file, count > 1 ? ["-c", "tessedit_page_number=\(number - 1)"] : [])
      }
    }
    let outcomes = try await PageRecognizer(source, folder: folder).recognize(pages)
    var recognition = RecognizedPages()
    recognition.skipped = count - wanted.count
    for page in pages {
      recognition.add(outcomes[page.number] ?? .blank, number: page.number) { read in
        (Self.paperWidth, Self.paperWidth / read.width * read.height)
      }
    }
    guard recognition.letters > 0 else {
      throw recognition.failures.first.map { InvalidInput([$0]) }
        ?? refusal(
          "no-text-found",
          "no text could be recognised in the picture; is it an answer, then send a sharper picture, or the text itself"
        )
    }
    var layout = PDFLayout(pages: recognition.layout(bodyHeight: nil))
    layout.number()
    var document = PDFReader.builder(layout, format: "image")
    document.recognition = recognition.summary
    document.notes = recognition.notes
    return ReadContent(document: document.build())
  }
}
