internal import PejlCodebook
internal import PejlHearing
internal import PejlStore
internal import PejlTagging
internal import PejlText

/// Loads responses from the store.
struct ResponseLoader: Sendable {
  let store: Store
  let hearing: Hearing
  let codebook: CodebookSummary
  /// By the identifier of a response: what was decided on it.
  var decided: [String: RunDecisions.Part] = [:]

  /// The response of `version`.
  ///
  /// - Throws: ``InvalidInput`` when it is missing or damaged.
  func load(_ version: ResponseVersion) throws -> TaggedResponse {
    guard let blob = try store.tagged(version.result) else {
      throw InvalidInput(
        code: "store.missing", "a response is missing in the store; run again with --fresh", path: store.path)
    }
    guard let response = try? TaggedResponse(blob: blob, hearing: hearing) else {
      throw InvalidInput(
        code: "store.damaged", "a response in the store is damaged; run again with --fresh", path: store.path)
    }
    guard !version.decisions.isEmpty else { return response }
    return decided[response.id]?.decided(response, codebook) ?? response
  }
}
