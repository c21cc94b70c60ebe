internal import PejlAnalysis
internal import PejlDuplicates
internal import PejlHearing
internal import PejlIngest
internal import PejlReport
internal import PejlStore
internal import PejlTagging
internal import PejlText

/// What the store of a hearing knows of its answers as they are now, for commands that write nothing into it.
struct KnownAnswers: Sendable {
  /// A response as the rules tagged it.
  struct Known: Sendable {
    let response: TaggedResponse
    let summary: ResponseSummary
    /// The number of the result.
    let result: Int64
  }

  /// By answer, in the order of the folder: its responses; nil where it must be read and tagged.
  let answers: [[Known]?]
  /// The strategy's text; nil where it must be read.
  let strategy: StrategyText?
  /// Which texts the latest run found to say the same.
  private(set) var texts = FoundTexts()

  private var words: [UInt8] = []
  private var members: Set<ResponseVersion> = []
  private var pieces: [ResponseVersion: FormerReport.Pieces] = [:]
  private var analysisFile: FormerFile?

  /// What is known of `folder`; nil where there is no store, or nothing in it is of use.
  ///
  /// - Parameters:
  ///   - folder: the hearing.
  ///   - options: how the runs were made that the store keeps.
  ///   - codebook: the fingerprint of the codebook at hand.
  ///   - decisions: what persons decided, knowing which files there are.
  /// - Throws: ``InvalidInput`` when the store cannot be used.
  init?(
    _ folder: HearingFolder, options: RecurringRun.Options, codebook: String, decisions: DecisionFile?
  ) async throws {
    let place = "\(folder.storeFolder)/store.sqlite"
    guard Files.kind(place) == .file else { return nil }
    let store = try Store(path: place)
    let state = try RunState(folder, store: store, options: options)
    guard state.codebook == codebook, state.decisions == decisions?.sha256 else { return nil }
    let keys = RunKeys(folder, state, build: options.build)
    let jobs = keys.jobs(folder.inputs, state, decisions)
    let results = try store.results(jobs.map(\.resultKey))
    guard !results.isEmpty else { return nil }
    answers = await Self.loaded(
      jobs.map { results[$0.resultKey] ?? [] }, store, folder.hearing, workers: options.workers)
    strategy = folder.strategy.flatMap { file in
      let key = keys.reading("strategy \(file.name)", sha256: state.strategy)
      let documents = (try? store.reading(key)).flatMap { $0 }.flatMap { try? ReadDocument.documents($0, file.path) }
      return documents.flatMap { $0.isEmpty ? nil : StrategyText($0.map(\.document)) }
    }
    let output = Files.absolute("\(folder.path)/reports")
    guard let (run, report) = try store.latest(output: output), run.program == options.build else { return }
    texts = (try? FoundTexts(blob: report.texts)) ?? FoundTexts()
    words = report.words
    members = Set(
      try store.members(of: run.id).map { ResponseVersion(result: $0.result, decisions: $0.decisions) })
    let former = FormerReport(report, in: output)
    guard let written = former.files[ReportEdition.analysisPath],
      let file = FormerFile("\(output)/\(ReportEdition.analysisPath)"), file.isAsWritten(written.status)
    else { return }
    (pieces, analysisFile) = (former.pieces, file)
  }

  /// The words of the responses `versions`, where they are those of the latest run.
  func words(_ versions: [ResponseVersion]) -> WordCounts? {
    !words.isEmpty && versions.count == members.count && Set(versions) == members
      ? try? WordCounts(blob: words) : nil
  }

  /// The element of a response in the `analysis.xml` of the latest run; nil where it does not stand there.
  func element(_ version: ResponseVersion) -> [UInt8]? {
    guard let range = pieces[version]?.analysis else { return nil }
    return try? analysisFile?.bytes(range)
  }

  /// The responses of each answer, several answers at once; an answer of which anything is missing or damaged is not known.
  private static func loaded(
    _ results: [[StoredResult]], _ store: Store, _ hearing: Hearing, workers: Int
  ) async -> [[Known]?] {
    let work = WorkCounter(results.count)
    return await withTaskGroup(of: [(Int, [Known])].self) { group in
      for _ in 0..<max(1, workers) {
        group.addTask {
          var found: [(Int, [Known])] = []
          while let index = work.take() {
            let known = results[index].compactMap { Self.known($0, store, hearing) }
            if !known.isEmpty, known.count == results[index].count { found.append((index, known)) }
          }
          return found
        }
      }
      var answers = [[Known]?](repeating: nil, count: results.count)
      for await found in group { for (index, known) in found { answers[index] = known } }
      return answers
    }
  }

  private static func known(_ result: StoredResult, _ store: Store, _ hearing: Hearing) -> Known? {
    guard let digest = result.digest, let summary = try? ResponseSummary(blob: digest, hearing: hearing),
      let blob = try? store.tagged(result.id), var response = try? TaggedResponse(blob: blob, hearing: hearing)
    else { return nil }
    response.reshapedBy = summary.reshapedBy
    return Known(response: response, summary: summary, result: result.id)
  }
}
