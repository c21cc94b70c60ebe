internal import PejlText

struct MailReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent { throw refusal("unsupported", "not yet read") }
}
