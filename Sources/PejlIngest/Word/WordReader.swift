internal import PejlText

struct WordReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent { throw refusal("unsupported", "not yet read") }
}
