internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlIngest
internal import PejlReport
internal import PejlStore
internal import PejlTagging
internal import PejlText

/// The work of one run: what has to be tagged, and the reports of everything.
struct RunWork {
  let run: RecurringRun
  let state: RunState
  let codebook: Codebook
  let fingerprint: String
  let published: PublishFile?
  let keys: RunKeys
  /// The folder of the reports from the root.
  let place: String
  let former: FormerReport
  let formerWords: (words: WordCounts, members: [ResponseVersion])?

  var hearing: Hearing { run.folder.hearing }
  private var store: Store { run.store }

  /// The files with what is known of them; nil where something is to be done.
  private let files: [(job: HearingTagging.Job, ready: [HearingTagging.Tagged]?)]

  /// Reads the codebook, and what is known of the answers and the former report.
  init(_ run: RecurringRun, _ state: RunState) async throws {
    let path = run.folder.codebook
    // The longest work here, and the rest does not need it.
    async let book = CodebookLoader.codebook(path)
    self.run = run
    self.state = state
    fingerprint = state.codebook
    keys = RunKeys(
      build: run.options.build, hearing: state.hearing, codebook: fingerprint, strategy: state.strategy,
      columns: run.folder.hearing.columns)
    place = Files.absolute(run.output.path)
    let last = run.options.isFresh ? nil : try run.store.latest(output: place)
    former = FormerReport(last?.report, in: place)
    if let last, last.run.decisions == nil, let words = try? WordCounts(blob: last.report.words) {
      let members = try run.store.members(of: last.run.id).map {
        ResponseVersion(result: $0.result, decisions: $0.decisions)
      }
      formerWords = (words, members)
    } else {
      formerWords = nil
    }
    files = try Self.files(run, state, keys, former)
    codebook = try await book
    guard CodebookLoader.fingerprint(codebook) == fingerprint else {
      throw InvalidInput(code: "run.changed", "the codebook was changed while it was read; run again", path: path)
    }
    published = try PublishFile(in: run.folder)
  }

  /// The answers with what the store knows of each.
  private static func files(
    _ run: RecurringRun, _ state: RunState, _ keys: RunKeys, _ former: FormerReport
  ) throws -> [(job: HearingTagging.Job, ready: [HearingTagging.Tagged]?)] {
    let jobs = keys.jobs(run.folder.inputs, state)
    if run.options.isFresh { return jobs.map { ($0, nil) } }
    let known = try run.store.results(jobs.map(\.resultKey), decisions: [:])
    return jobs.map { job in
      (job, known[job.resultKey].flatMap { reusable($0, former, run.folder.hearing) })
    }
  }

  /// What is known of a file's responses, where nothing of it is missing.
  private static func reusable(
    _ results: [StoredResult], _ former: FormerReport, _ hearing: Hearing
  ) -> [HearingTagging.Tagged]? {
    var found: [HearingTagging.Tagged] = []
    for result in results {
      let version = ResponseVersion(result: result.id, decisions: "")
      guard let blob = result.digest, let piece = former.pieces[version],
        let summary = try? ResponseSummary(blob: blob, hearing: hearing)
      else { return nil }
      found.append(HearingTagging.Tagged(version: version, summary: summary, fragment: piece.analysis))
    }
    return found
  }

  /// All responses, and what could not be read.
  struct Tagged {
    var versions: [ResponseVersion] = []
    var summaries: [ResponseSummary] = []
    var fragments: [ResponseVersion: FormerReport.Range] = [:]
    var unread: [Diagnostic] = []
    var unreadAnswers = 0
    var tagged = 0
    let spool: FragmentSpool
  }

  /// Tags what is new, and takes the rest from the store.
  func tag(progress: @escaping @Sendable (Int, Int) -> Void) async throws -> Tagged {
    var tagged = Tagged(spool: try FragmentSpool("\(run.folder.storeFolder)/spool"))
    let pending = files.indices.filter { files[$0].ready == nil }
    var outcomes: [HearingTagging.Outcome] = []
    var strategyUnread: [Diagnostic] = []
    if !pending.isEmpty || run.folder.strategy != nil {
      let strategy = try await self.strategy()
      strategyUnread = strategy.unread
      if !pending.isEmpty {
        let lexicon = try Lexicon()
        let tagging = HearingTagging(
          compiled: try compiled(lexicon), hearing: hearing, strategy: strategy.text, store: store,
          workers: run.options.workers, isFresh: run.options.isFresh)
        outcomes = try await tagging.run(pending.map { files[$0].job }, lexicon: lexicon, spool: tagged.spool) {
          progress($0, pending.count)
        }
      }
    }
    try tagged.spool.finish()
    let fresh = Dictionary(zip(pending, outcomes)) { first, _ in first }
    for index in files.indices {
      for response in files[index].ready ?? fresh[index]?.responses ?? [] {
        tagged.versions.append(response.version)
        tagged.summaries.append(response.summary)
        if fresh[index] != nil { tagged.fragments[response.version] = response.fragment }
      }
      tagged.unread += fresh[index]?.unread ?? []
    }
    tagged.unreadAnswers = tagged.unread.count
    tagged.unread = strategyUnread + tagged.unread
    tagged.tagged = pending.count
    return tagged
  }

  /// The codebook ready for use, its examples tried unless they were found to hold before.
  func compiled(_ lexicon: Lexicon) throws -> CompiledCodebook {
    try CodebookLoader.naming(run.folder.codebook) {
      try CodebookLoader.compile(codebook, lexicon: lexicon)
    }
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

  /// The response of `version`.
  func load(_ version: ResponseVersion) throws -> TaggedResponse {
    guard let blob = try store.tagged(version.result) else {
      throw InvalidInput(
        code: "store.missing", "a response is missing in the store; run again with --fresh", path: store.path)
    }
    do {
      return try TaggedResponse(blob: blob, hearing: hearing)
    } catch {
      throw InvalidInput(
        code: "store.damaged", "a response in the store is damaged; run again with --fresh", path: store.path)
    }
  }

  /// The words of all responses: what came and went since the former run, or all of them.
  func words(_ tagged: Tagged) throws -> WordCounts {
    let now = Set(tagged.versions)
    var words = WordCounts()
    var added = now
    if let former = formerWords {
      let before = Set(former.members)
      let gone = before.subtracting(now)
      let new = now.subtracting(before)
      if gone.count + new.count < now.count {
        words = former.words
        added = new
        for version in gone { words.remove(try load(version)) }
      }
    }
    for version in added { words.add(try load(version)) }
    return words
  }
}
