internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
public import PejlNote
internal import PejlPrivacy
internal import PejlSegment
public import PejlStore
internal import PejlTagging
public import PejlText

/// Looks for words in all answers of a hearing, as they are now.
///
/// Codes are those that the rules found: what persons decided does not change them here.
public struct HearingSearch: Sendable {
  /// What a search came to.
  public struct Outcome: Sendable {
    /// The passages, with personal numbers hidden as on pages.
    public let found: SearchHits
    /// What could not be read.
    public let unread: [Diagnostic]
  }

  private let run: RecurringRun
  private var folder: HearingFolder { run.folder }
  private var store: Store { run.store }

  /// A search in `folder`.
  ///
  /// - Parameters:
  ///   - folder: the hearing.
  ///   - options: how answers are tagged that no run has tagged yet.
  /// - Throws: ``InvalidInput`` when the store cannot be made, is damaged or newer than the program.
  public init(_ folder: HearingFolder, options: RecurringRun.Options) throws {
    let reports = OutputFolder(path: "\(folder.path)/reports")
    guard let run = try RecurringRun(folder, output: reports, options: options) else {
      throw InvalidInput(
        code: "search.store", "the folder cannot be written, and a search keeps its index in it; copy the hearing",
        path: folder.path)
    }
    self.run = run
  }

  /// Looks for `query`. Answers that no run has tagged are read and tagged first, and the index is brought up to date.
  ///
  /// - Parameters:
  ///   - query: what to look for.
  ///   - filter: which passages to look through.
  ///   - limit: how many passages to return.
  ///   - progress: is told how many answers are read of how many.
  /// - Returns: the passages that speak most of it first.
  /// - Throws: ``InvalidInput`` when the codebook cannot be used, the filter names what is not there, or the store cannot be
  ///   written.
  public func find(
    _ query: SearchQuery, filter: QuoteFilter = QuoteFilter(), limit: Int,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome {
    let filter = try searchFilter(filter)
    let unread = try await makeReady(progress)
    var found = try store.search(query, filter: filter, limit: limit)
    let mask = PrivacyMask(try hiddenNumbers())
    found.hits = found.hits.map { $0.masked(mask) }
    return Outcome(found: found, unread: unread)
  }

  /// Tags what is new and brings the index up to date.
  ///
  /// - Returns: what could not be read.
  private func makeReady(_ progress: @escaping @Sendable (Int, Int) -> Void) async throws -> [Diagnostic] {
    let state = try RunState(folder, store: store, options: run.options)
    let keys = RunKeys(folder, state, build: run.options.build)
    let decisions =
      state.decisions == nil ? nil : try folder.decisionsOfRun(CodebookLoader.summary(folder.codebook))
    let jobs = keys.jobs(folder.inputs, state, decisions)
    let key = RunKeys.hash(["search", run.options.build, String(try Lexicon().fingerprint)])
    if try store.isIndexed(allOf: jobs.map(\.resultKey), key: key) { return [] }
    let (results, unread) = try await answers(jobs, state, progress)
    if try !store.isIndexed(results, key: key) { try index(results, key: key) }
    return unread
  }

  private func index(_ results: [Int64], key: String) throws {
    let hearing = folder.hearing
    try store.index(results, key: key) { tagged, digest in
      do {
        return try SearchText(
          TaggedResponse(blob: tagged, hearing: hearing), ResponseSummary(blob: digest, hearing: hearing))
      } catch {
        throw InvalidInput(
          code: "store.damaged", "a response in the store is damaged; delete the file", path: store.path)
      }
    }
  }

  /// The numbers of the results of all answers, those that are new tagged now.
  private func answers(
    _ jobs: [HearingTagging.Job], _ state: RunState, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> (results: [Int64], unread: [Diagnostic]) {
    var results = try store.numbers(jobs.map(\.resultKey))
    var unread: [Diagnostic] = []
    let missing = jobs.filter { results[$0.resultKey] == nil }
    if !missing.isEmpty {
      for (job, outcome) in zip(missing, try await tag(missing, state, progress)) {
        results[job.resultKey] = outcome.responses.map(\.version.result)
        unread += outcome.unread
      }
      try store.remember(state.freshFiles)
    }
    return (jobs.flatMap { results[$0.resultKey] ?? [] }, unread)
  }

  private func tag(
    _ jobs: [HearingTagging.Job], _ state: RunState, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> [HearingTagging.Outcome] {
    let lock = try folder.lock {}
    defer { withExtendedLifetime(lock) {} }
    let work = try await RunWork(run, state)
    let tools = try await work.tools(work.strategy().text)
    let spool = try FragmentSpool("\(folder.storeFolder)/spool")
    return try await tools.tagging.run(jobs, lexicon: tools.lexicon, spool: spool) { progress($0, jobs.count) }
  }

  private func searchFilter(_ filter: QuoteFilter) throws -> SearchFilter {
    guard filter != QuoteFilter() else { return SearchFilter() }
    let resolved = try filter.resolved(CodebookLoader.summary(folder.codebook))
    let codes = resolved.codes.sorted().flatMap { code in
      [Facet.ID.strategy, .theme].map { SearchCode(facet: $0.rawValue, code: code) }
    }
    let stances = resolved.stances.sorted().map { SearchCode(facet: Facet.ID.stance.rawValue, code: $0) }
    return SearchFilter(codes: [codes, stances], kinds: resolved.kinds.map(\.rawValue).sorted())
  }

  /// The personal numbers that pages hide: all but those that somebody decided to keep in every answer that has them.
  private func hiddenNumbers() throws -> [PrivacyMask.Secret] {
    let all = Dictionary(grouping: try store.searchedNumbers(), by: \.number)
    guard !all.isEmpty else { return [] }
    let decided = try PublishFile(in: folder)?.items ?? []
    let kept = Dictionary(
      decided.filter { $0.kind == .cpr && $0.choice == .keep }.map { ($0.value, $0.responses) }
    ) { first, _ in first }
    return all.compactMap { number, places in
      if let responses = kept[number], responses.isSuperset(of: places.map(\.response)) { return nil }
      return PrivacyMask.Secret(kind: .cpr, value: number)
    }
  }
}

extension SearchText {
  /// What is to be found of `response`.
  fileprivate init(_ response: TaggedResponse, _ summary: ResponseSummary) {
    let text = response.document.text
    self.init(
      response: response.id, file: response.file, sender: response.senderName,
      kind: response.respondent.kind.rawValue,
      numbers: Set(summary.personal.filter { $0.kind == .cpr }.map(\.value)).sorted(),
      passages: response.passages.map { passage in
        var reason: String?
        if case .setAside(let why) = passage.disposition { reason = why }
        return Passage(
          text: text[passage.passage.core], id: passage.passage.id, page: passage.passage.page,
          codes: passage.tags.map { SearchCode(facet: $0.facet.rawValue, code: $0.code) }, reason: reason)
      })
  }
}

extension SearchHits.Hit {
  /// The passage with stars for what is hidden; the marks stay true.
  fileprivate func masked(_ mask: PrivacyMask) -> SearchHits.Hit {
    var hit = self
    hit.text = mask.masked(text)
    hit.file = mask.masked(file)
    hit.sender = sender.map(mask.masked)
    return hit
  }
}
