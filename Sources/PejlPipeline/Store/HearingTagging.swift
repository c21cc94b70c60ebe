internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlIngest
internal import PejlReport
internal import PejlStore
internal import PejlTagging
internal import PejlText

/// Reads and tags files, and hands what was found to the store, so that none of it stays in memory.
struct HearingTagging: Sendable {
  /// A file to tag.
  struct Job: Sendable {
    let input: Pipeline.Input
    let id: String
    /// The hash of the file when the run began.
    let sha256: String
    let readingKey: String
    let resultKey: String
    /// By the identifier of a response: what was decided on its tags.
    var decided: [String: RunDecisions.Part] = [:]
  }

  /// A response that was tagged.
  struct Tagged: Sendable {
    let version: ResponseVersion
    let summary: ResponseSummary
    /// Where its element of `analysis.xml` stands among the new ones; nil where it is not new.
    var fragment: FormerReport.Range?
  }

  /// What one file came to.
  struct Outcome: Sendable {
    var responses: [Tagged] = []
    var unread: [Diagnostic] = []
  }

  let compiled: CompiledCodebook
  let hearing: Hearing
  let strategy: StrategyText?
  let decisions: DecisionFile?
  let store: Store
  let workers: Int
  /// Whether documents that were read before are read again.
  let isFresh: Bool
  private static let filesPerWorker = 8

  /// Tags the files of `jobs`.
  ///
  /// - Parameters:
  ///   - jobs: the files.
  ///   - lexicon: a dictionary that nobody else uses any more.
  ///   - spool: where elements of `analysis.xml` are put.
  ///   - progress: is told how many files are done.
  /// - Returns: what each file came to, in their order.
  /// - Throws: ``InvalidInput`` when the dictionary is missing or something cannot be written.
  func run(
    _ jobs: [Job], lexicon: Lexicon, spool: FragmentSpool, progress: @escaping @Sendable (Int) -> Void
  ) async throws -> [Outcome] {
    let work = WorkCounter(jobs.count)
    let sink = ResultSink(store: store, spool: spool, count: jobs.count, progress: progress)
    let codes = CodePlaces(compiled.summary)
    if jobs.count < Self.filesPerWorker {
      // To open another dictionary takes longer than to tag a few files.
      let tagger = try tagger(lexicon)
      for (index, job) in jobs.enumerated() {
        try Task.checkCancellation()
        try sink.take(try await found(in: job, tagger, PersonalDataSearch(), codes), at: index)
      }
      return try sink.finish()
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<min(workers, jobs.count / Self.filesPerWorker + 1) {
        group.addTask {
          let tagger = try tagger(nil)
          let search = PersonalDataSearch()
          while let index = work.take() {
            try Task.checkCancellation()
            try sink.take(try await found(in: jobs[index], tagger, search, codes), at: index)
          }
        }
      }
      try await group.waitForAll()
    }
    return try sink.finish()
  }

  private func tagger(_ lexicon: Lexicon?) throws -> ResponseTagger {
    try ResponseTagger(compiled, hearing: hearing, strategy: strategy, lexicon: lexicon, decisions: decisions)
  }

  private func found(
    in job: Job, _ tagger: ResponseTagger, _ search: PersonalDataSearch, _ codes: CodePlaces
  ) async throws -> ResultSink.Found {
    let path = job.input.path
    var fresh: [UInt8]?
    var documents: [ReadDocument] = []
    var unread: [Diagnostic] = []
    var isFinal = true
    if !isFresh, let known = try store.reading(job.readingKey), let read = try? ReadDocument.documents(known, path) {
      documents = read
    } else {
      (documents, unread) = await job.input.reader(columns: hearing.columns).read(path: path)
      unread = unread.map { $0.named(job.input) }
      isFinal = unread.isEmpty && !documents.contains { $0.document.notes.contains(where: \.isOfTool) }
      // A file that was changed since it was hashed must not be remembered as what it was.
      if isFinal { isFinal = (try? ContentHash.sha256(Files.read(path))) == job.sha256 }
      if isFinal { fresh = ReadDocument.blob(documents, path) }
    }
    var found = ResultSink.Found(
      // What may be read better another time is kept for this run only.
      results: NewResults(
        key: isFinal ? job.resultKey : RunKeys.hash([job.resultKey]), reading: job.readingKey, documents: fresh,
        parts: []),
      summaries: [], fragments: [], unread: unread)
    for (document, id) in zip(documents, ResponseName.parts(documents.map(\.key), of: job.id)) {
      let tagged = tagger.tag(document, name: job.input.name + document.name.dropFirst(path.count), id: id)
      let part = job.decided[id]
      let shown = part?.decided(tagged, compiled.summary) ?? tagged
      let summary = ResponseSummary(
        digest: ResponseDigest(shown, codes: codes), personal: search.data(in: shown), reshapedBy: tagged.reshapedBy)
      found.summaries.append(summary)
      found.fragments.append(try ReportEdition.analysisFragment(shown))
      found.results.parts.append(
        NewResults.Part(
          response: id, file: tagged.file, sha256: tagged.sha256, tagged: tagged.blob, decisions: part?.key ?? "",
          digest: summary.blob))
    }
    return found
  }
}

extension Diagnostic {
  /// The finding with its file named as results name it.
  func named(_ input: Pipeline.Input) -> Diagnostic {
    var finding = self
    finding.path = input.name + (path ?? input.path).dropFirst(input.path.count)
    return finding
  }

  /// Whether an external tool was missing or failed, which may be otherwise next time.
  fileprivate var isOfTool: Bool { code.hasPrefix("ingest.tool") }
}
