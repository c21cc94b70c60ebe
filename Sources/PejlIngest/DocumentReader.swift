internal import PejlText

/// Reads one format.
protocol DocumentReader: Sendable {
  /// What is in `source`.
  ///
  /// - Throws: ``InvalidInput`` with what the user can do about it when the file cannot be read.
  func read(_ source: SourceFile) async throws -> ReadContent
}

/// What one reader found in one file.
struct ReadContent: Sendable {
  /// The text of the file itself; nil when it only carries attachments.
  var document: Document?
  /// What is attached to it.
  var attachments: [SourceFile] = []
  /// What is attached to it and cannot be read.
  var refusals: [Diagnostic] = []
}

/// A reader's refusal; the path is filled in by ``FileReader``.
func refusal(_ code: String, _ message: String) -> InvalidInput {
  InvalidInput(code: "ingest.\(code)", message)
}
