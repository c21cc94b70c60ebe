internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlStore
internal import PejlTagging

extension RunWork {
  /// A file that the former run's codebook has tagged.
  private struct Candidate {
    let place: Int
    let key: String
    let formerKey: String
    let responses: [HearingTagging.Tagged]
  }

  /// The files for which what the former run's codebook found still holds: where only rules were changed, those in which the
  /// changed ones find what they found before. The store keeps that for later runs.
  ///
  /// - Parameters:
  ///   - places: the files of which nothing is known for this codebook.
  ///   - strategy: the strategy's text.
  ///   - tools: made here if they are needed and there are none yet.
  /// - Returns: by file what was found in it.
  /// - Throws: ``InvalidInput`` when the codebook cannot be used, or the store cannot be read or written.
  func carriedOver(_ places: [Int], _ strategy: StrategyText?, _ tools: inout Tools?) async throws
    -> [Int: [HearingTagging.Tagged]]
  {
    guard let formerCodebook, formerCodebook != fingerprint, !places.isEmpty,
      let sources = try store.sources(ofCodebook: formerCodebook)
    else { return [:] }
    let candidates = try candidates(places, keys.with(codebook: formerCodebook))
    guard !candidates.isEmpty else { return [:] }
    let ready = if let tools { tools } else { try await self.tools(strategy) }
    tools = ready
    let cache = CompiledCodebooks()
    guard
      let former = cache.find(sources, lexicon: ready.lexicon)
        ?? (try? CompiledCodebook(CodebookLoader.read(sources), lexicon: ready.lexicon)),
      let change = RuleChange(from: former, to: ready.tagging.compiled, lexicon: ready.lexicon)
    else { return [:] }
    let untouched = try await untouched(candidates, change, strategy)
    try store.carry(untouched.map { ($0.key, $0.formerKey) })
    return Dictionary(untouched.map { ($0.place, $0.responses) }) { first, _ in first }
  }

  /// What is known of the files under the keys `formerKeys`.
  private func candidates(_ places: [Int], _ formerKeys: RunKeys) throws -> [Candidate] {
    let jobs = formerKeys.jobs(run.folder.inputs, state, decisions)
    let known = try store.results(places.map { jobs[$0].resultKey })
    return places.compactMap { place in
      let key = jobs[place].resultKey
      guard let responses = known[key].flatMap({ Self.reusable($0, hearing) }) else { return nil }
      return Candidate(place: place, key: files[place].job.resultKey, formerKey: key, responses: responses)
    }
  }

  /// Those of `candidates` whose responses `change` does not touch.
  private func untouched(
    _ candidates: [Candidate], _ change: RuleChange, _ strategy: StrategyText?
  ) async throws -> [Candidate] {
    let loader = ResponseLoader(store: store, hearing: hearing, codebook: codebook)
    let work = WorkCounter(candidates.count)
    let kept = try await withThrowingTaskGroup(of: [Int].self) { group in
      for _ in 0..<min(run.options.workers, candidates.count) {
        group.addTask {
          let probe = RuleChangeProbe(change, hearing: hearing, strategy: strategy, lexicon: try Lexicon())
          var kept: [Int] = []
          while let number = work.take() {
            try Task.checkCancellation()
            let isTouched = try candidates[number].responses.contains { response in
              probe.touches(try loader.load(ResponseVersion(result: response.version.result, decisions: "")))
            }
            if !isTouched { kept.append(number) }
          }
          return kept
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    return kept.sorted().map { candidates[$0] }
  }
}
