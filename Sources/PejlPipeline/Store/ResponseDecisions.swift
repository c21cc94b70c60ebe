internal import PejlCodebook
internal import PejlTagging
internal import PejlText

/// What persons decided, by response.
struct ResponseDecisions: Sendable {
  private let byResponse: [String: DecisionFile]
  private let keys: [String: String]
  private let all: DecisionFile?

  /// The decisions in `file`, if there is one.
  init(_ file: DecisionFile?) {
    all = file
    let settled = Dictionary(grouping: file?.settled ?? [], by: \.response)
    byResponse = settled.mapValues { DecisionFile(path: file?.path ?? "", hearing: file?.hearing ?? "", decisions: $0) }
    keys = settled.mapValues(RunKeys.decisions)
  }

  /// By response with decisions: their key.
  var keysByResponse: [String: String] { keys }

  /// The key of what was decided on the response `id`; empty for nothing.
  func key(of id: String) -> String { keys[id] ?? "" }

  /// `response` with what was decided on it.
  func apply(to response: TaggedResponse, codebook: Codebook) -> TaggedResponse {
    byResponse[response.id]?.apply(to: [response], codebook: codebook).responses.first ?? response
  }

  /// What is to be said of the decisions, where `load` gives those responses of the run that were decided on.
  func findings(codebook: Codebook, load: (Set<String>) throws -> [TaggedResponse]) rethrows -> [Diagnostic] {
    guard let all, !byResponse.isEmpty else { return [] }
    return all.apply(to: try load(Set(byResponse.keys)), codebook: codebook).findings
  }
}
