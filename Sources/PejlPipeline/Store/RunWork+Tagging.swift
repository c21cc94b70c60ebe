internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlIngest
internal import PejlStore
internal import PejlTagging
internal import PejlText

extension RunWork {
  /// All responses, and what could not be read.
  struct Tagged {
    var versions: [ResponseVersion] = []
    var summaries: [ResponseSummary] = []
    var fragments: [ResponseVersion: FormerReport.Range] = [:]
    var decided = RunDecisions()
    var unread: [Diagnostic] = []
    var unreadAnswers = 0
    var tagged = 0
    let spool: FragmentSpool
  }

  /// What tags, with a dictionary that nobody else uses.
  typealias Tools = (tagging: HearingTagging, lexicon: Lexicon)

  /// Tags what is new, and takes the rest from the store.
  ///
  /// First the rules, where they have not seen an answer yet; then, where a person decided on tags of an answer and nobody has
  /// written that down yet, the rules once more and the decisions after them.
  func tag(progress: @escaping @Sendable (Int, Int) -> Void) async throws -> Tagged {
    var tagged = Tagged(spool: try FragmentSpool("\(run.folder.storeFolder)/spool"))
    var known = files.map(\.known)
    var unread: [Int: [Diagnostic]] = [:]
    var tools: Tools?
    let strategy = run.folder.strategy == nil ? (text: nil, unread: []) : try await self.strategy()
    func tag(_ places: [Int], before: Int) async throws {
      guard !places.isEmpty else { return }
      let ready = if let tools { tools } else { try await self.tools(strategy.text) }
      tools = ready
      let jobs = places.map { place in
        var job = files[place].job
        job.decided = tagged.decided.parts
        return job
      }
      let outcomes = try await ready.tagging.run(jobs, lexicon: ready.lexicon, spool: tagged.spool) {
        progress(before + $0, before + places.count)
      }
      for (place, outcome) in zip(places, outcomes) {
        known[place] = outcome.responses
        unread[place] = outcome.unread
        for response in outcome.responses { tagged.fragments[response.version] = response.fragment }
      }
    }
    let unknown = files.indices.filter { known[$0] == nil }
    for (place, responses) in try await carriedOver(unknown, strategy.text, &tools) { known[place] = responses }
    let new = unknown.filter { known[$0] == nil }
    try await tag(new, before: 0)
    tagged.decided = try decided(known.flatMap { $0 ?? [] })
    var again: [Int] = []
    for place in files.indices {
      let ready = try known[place].flatMap { try finished($0, tagged) }
      if let ready { known[place] = ready } else { again.append(place) }
    }
    try await tag(again, before: new.count)
    try tagged.spool.finish()
    for response in known.flatMap({ $0 ?? [] }) {
      tagged.versions.append(response.version)
      tagged.summaries.append(response.summary)
    }
    let refused = files.indices.flatMap { unread[$0] ?? [] }
    tagged.unreadAnswers = refused.count
    tagged.unread = strategy.unread + refused
    tagged.tagged = Set(new + again).count
    return tagged
  }

  /// Where decisions on tags belong.
  private func decided(_ responses: [HearingTagging.Tagged]) throws -> RunDecisions {
    guard let decisions else { return RunDecisions() }
    let loader = ResponseLoader(store: store, hearing: hearing, codebook: codebook)
    return try RunDecisions(decisions, on: responses.map(\.summary)) { try loader.load(responses[$0].version) }
  }

  /// The responses of a file as they were decided; nil where something of them has not been written yet.
  private func finished(
    _ responses: [HearingTagging.Tagged], _ tagged: Tagged
  ) throws -> [HearingTagging.Tagged]? {
    var result: [HearingTagging.Tagged] = []
    for response in responses {
      var own = response
      if let part = tagged.decided.parts[response.summary.digest.id] {
        let version = ResponseVersion(result: response.version.result, decisions: part.key)
        guard let blob = try store.digest(of: version.result, decisions: version.decisions),
          let summary = try? ResponseSummary(blob: blob, hearing: hearing)
        else { return nil }
        own = HearingTagging.Tagged(version: version, summary: summary)
      }
      guard tagged.fragments[own.version] != nil || former.pieces[own.version] != nil else { return nil }
      result.append(own)
    }
    return result
  }

  /// What tags: the codebook ready for use, its examples tried unless they were found to hold before.
  func tools(_ strategy: StrategyText?) async throws -> Tools {
    await dictionary?.value
    let lexicon = try Lexicon()
    let compiled = try CodebookLoader.naming(run.folder.codebook) {
      try CodebookLoader.compile(book, lexicon: lexicon)
    }
    let tagging = HearingTagging(
      compiled: compiled, hearing: hearing, strategy: strategy, decisions: decisions, store: store,
      workers: run.options.workers, isFresh: run.options.isFresh)
    return (tagging, lexicon)
  }

  /// The strategy's text, from the store where it was read before.
  func strategy() async throws -> (text: StrategyText?, unread: [Diagnostic]) {
    guard let file = run.folder.strategy else { return (nil, []) }
    let key = keys.reading("strategy \(file.name)", sha256: state.strategy)
    if !run.options.isFresh, let known = try store.reading(key),
      let documents = try? ReadDocument.documents(known, file.path)
    {
      return (StrategyText(documents.map(\.document)), [])
    }
    let (documents, refusals) = await file.reader().read(path: file.path)
    if refusals.isEmpty { try store.keep(reading: ReadDocument.blob(documents, file.path), as: key) }
    return (documents.isEmpty ? nil : StrategyText(documents.map(\.document)), refusals.map { $0.named(file) })
  }
}
