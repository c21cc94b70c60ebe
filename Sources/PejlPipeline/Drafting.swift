public import PejlDraft
internal import PejlIngest
internal import PejlText

/// Writes drafts of a hearing and of a codebook after documents of any format that Pejl reads.
public enum Drafting {
  /// A draft of the hearing that the agenda item in the file at `path` speaks of.
  ///
  /// - Throws: ``InvalidInput`` when the file cannot be read, or is no agenda item.
  public static func hearing(_ path: String) async throws -> HearingDraft {
    try HearingDraft(try await document(path), name: name(path))
  }

  /// A draft of the codebook for the strategy in the file at `path`.
  ///
  /// - Throws: ``InvalidInput`` when the file cannot be read, or has neither guideposts nor objectives.
  public static func codebook(_ path: String) async throws -> CodebookDraft {
    try CodebookDraft(try await document(path), name: name(path))
  }

  /// A text longer than this, in bytes, is no agenda item and no strategy: it has some 500 pages.
  private static let longest = 1_500_000

  /// The document in the file at `path`; of a file with attachments the first that holds text.
  private static func document(_ path: String) async throws -> Document {
    let (documents, refusals) = await FileReader().read(path: path)
    guard let first = documents.first else { throw InvalidInput(refusals) }
    guard first.document.text.count <= longest else {
      throw InvalidInput(
        code: "draft.too-long",
        "the text has more than \(longest) characters; give only the agenda item, or only the strategy", path: path)
    }
    return first.document
  }

  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
