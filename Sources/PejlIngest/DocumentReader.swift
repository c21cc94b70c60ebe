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
  /// Documents that stand beside one another in the file, such as the rows of a spreadsheet.
  var answers: [Answer] = []
  /// What is attached to it.
  var attachments: [SourceFile] = []
  /// What is attached to it and cannot be read.
  var refusals: [Diagnostic] = []
}

/// One of several documents in a file.
struct Answer: Sendable {
  /// What it is called within the file, such as the number of its row.
  let name: String
  /// What tells it from the others, also when the file is read again with more in it.
  let key: String
  let document: Document
  /// The SHA-256 of what it was made of.
  let sha256: String
}

/// A reader's refusal; the path is filled in by ``FileReader``.
func refusal(_ code: String, _ message: String) -> InvalidInput {
  InvalidInput(code: "ingest.\(code)", message)
}
