internal import PejlAnalysis
internal import PejlStore
internal import PejlTagging

extension RunWork {
  /// The words of all responses: what came and went since the former run, or all of them.
  func words(_ tagged: Tagged, _ loader: ResponseLoader) async throws -> WordCounts {
    let digests = Dictionary(zip(tagged.versions, tagged.summaries.map(\.digest))) { first, _ in first }
    let (known, added) = try formerWords(digests, loader) ?? (WordCounts(), Set(digests.keys))
    let versions = Array(added)
    let new = try await WorkCounter.parts(of: versions.count, workers: run.options.workers, start: WordCounts.init) {
      place, words in
      guard let digest = digests[versions[place]] else { return }
      words.add(try loader.load(versions[place]), digest)
    }
    return WordCounts([known] + new)
  }

  /// The words of the former run without those of responses that are gone, and the responses that are new; nil where it is
  /// less work to count all.
  private func formerWords(
    _ digests: [ResponseVersion: ResponseDigest], _ loader: ResponseLoader
  ) throws -> (words: WordCounts, new: Set<ResponseVersion>)? {
    guard let former = formerWords else { return nil }
    let before = Set(former.members)
    let gone = before.filter { digests[$0] == nil }
    let new = Set(digests.keys).subtracting(before)
    guard gone.count + new.count < digests.count else { return nil }
    var words = former.words
    for version in gone {
      guard let blob = try store.digest(of: version.result, decisions: version.decisions),
        let summary = try? ResponseSummary(blob: blob, hearing: hearing),
        let response = try? loader.load(ResponseVersion(result: version.result, decisions: ""))
      else { return nil }
      words.remove(response, summary.digest)
    }
    return (words, new)
  }
}
