internal import PejlText

struct PDFReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent { throw refusal("unsupported", "not yet read") }
}
