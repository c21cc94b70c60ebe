internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlDuplicates
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
  /// The codebook as it was read.
  let book: CodebookLoader.Loaded
  let fingerprint: String
  let published: PublishFile?
  /// What persons decided, if anything.
  let decisions: DecisionFile?
  let keys: RunKeys
  /// The folder of the reports from the root.
  let place: String
  let former: FormerReport
  let formerWords: (words: WordCounts, members: [ResponseVersion])?
  /// The fingerprint of the former run's codebook.
  let formerCodebook: String?
  /// Which texts the former run found to say the same.
  let formerTexts: FoundTexts
  /// Opens the dictionary while other things are read; nil where that is left to the first word that is not known.
  let dictionary: Task<Void, Never>?

  var codebook: CodebookSummary { book.summary }
  var hearing: Hearing { run.folder.hearing }
  var store: Store { run.store }

  /// The files, and what the rules found in them where that is known.
  let files: [(job: HearingTagging.Job, known: [HearingTagging.Tagged]?)]

  /// Reads the codebook, and what is known of the answers and the former report.
  init(_ run: RecurringRun, _ state: RunState, dictionary: Task<Void, Never>? = nil) async throws {
    let path = run.folder.codebook
    // Where its rules must be read this is the longest work here, and the rest does not need it.
    async let book = CodebookLoader.loaded(path)
    self.run = run
    self.state = state
    self.dictionary = dictionary
    fingerprint = state.codebook
    keys = RunKeys(run.folder, state, build: run.options.build)
    place = Files.absolute(run.output.path)
    let last = run.options.isFresh ? nil : try run.store.latest(output: place)
    former = FormerReport(last?.report, in: place)
    formerCodebook = last?.run.codebook
    if let last, let words = try? WordCounts(blob: last.report.words) {
      let members = try run.store.members(of: last.run.id).map {
        ResponseVersion(result: $0.result, decisions: $0.decisions)
      }
      formerWords = (words, members)
    } else {
      formerWords = nil
    }
    let texts = last?.run.program == run.options.build ? last?.report.texts : nil
    formerTexts = texts.flatMap { try? FoundTexts(blob: $0) } ?? FoundTexts()
    decisions = state.decisions == nil ? nil : try run.folder.decisionsOfRun(await book.summary)
    files = try Self.files(run, state, keys, decisions)
    self.book = try await book
    guard CodebookLoader.fingerprint(self.book.sources) == fingerprint else {
      throw InvalidInput(code: "run.changed", "the codebook was changed while it was read; run again", path: path)
    }
    published = try PublishFile(in: run.folder)
  }

  /// The answers with what the store knows of each.
  private static func files(
    _ run: RecurringRun, _ state: RunState, _ keys: RunKeys, _ decisions: DecisionFile?
  ) throws -> [(job: HearingTagging.Job, known: [HearingTagging.Tagged]?)] {
    let jobs = keys.jobs(run.folder.inputs, state, decisions)
    if run.options.isFresh { return jobs.map { ($0, nil) } }
    let known = try run.store.results(jobs.map(\.resultKey))
    return jobs.map { job in (job, known[job.resultKey].flatMap { reusable($0, run.folder.hearing) }) }
  }

  /// What is known of a file's responses, where nothing of it is missing.
  static func reusable(_ results: [StoredResult], _ hearing: Hearing) -> [HearingTagging.Tagged]? {
    var found: [HearingTagging.Tagged] = []
    for result in results {
      guard let blob = result.digest, let summary = try? ResponseSummary(blob: blob, hearing: hearing) else {
        return nil
      }
      found.append(
        HearingTagging.Tagged(version: ResponseVersion(result: result.id, decisions: ""), summary: summary))
    }
    return found
  }
}
