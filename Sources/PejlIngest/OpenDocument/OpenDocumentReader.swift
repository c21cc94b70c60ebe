internal import PejlText

struct OpenDocumentReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent { throw refusal("unsupported", "not yet read") }
}
