internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDuplicates
internal import PejlHearing
internal import PejlIngest
internal import PejlPrivacy
internal import PejlReport
internal import PejlStore
internal import PejlTagging
internal import PejlText

extension RunWork {
  /// Tabulates, writes the reports and remembers the run.
  func report(_ tagged: Tagged) async throws -> RecurringRun.Outcome {
    async let renderer = ReportRenderer(language: run.options.language)
    let loader = ResponseLoader(store: store, hearing: hearing, codebook: codebook, decided: tagged.decided.parts)
    let words = try await words(tagged, loader)
    async let wordsBlob = words.blob
    let analysis = analysis(tagged, words, loader)
    let versionByID = Dictionary(zip(tagged.summaries.map(\.digest.id), tagged.versions)) { first, _ in first }
    let personalByID = Dictionary(tagged.summaries.map { ($0.digest.id, $0.personal) }) { first, _ in first }
    let review = PrivacyReview(
      analysis, personal: analysis.digests.map { personalByID[$0.id] ?? [] }, decisions: published)
    let shown = review.shown(analysis)
    let method = review.method(book.sources, version: run.options.version)
    let stage = ReportStage(
      edition: ReportEdition(try await renderer, shown, method: method, working: analysis), shown: shown,
      versions: shown.digests.compactMap { versionByID[$0.id] },
      workingVersions: analysis.digests.compactMap { versionByID[$0.id] }, fragments: tagged.fragments,
      spool: tagged.spool, former: former, folder: place, mask: Self.mask(review),
      key: keys.pages(codebook), workers: run.options.workers)
    let fresh = try FragmentSpool("\(run.folder.storeFolder)/fragments")
    let (written, old) = try await run.output.exchange(stage.paths) { try await stage.write(into: $0, fresh: fresh) }
    async let removed: Void = old.remove()
    let said = RunSaid(
      analysis, findings: tagged.decided.findings + run.folder.findings(codebook),
      unreadAnswers: tagged.unreadAnswers, review: review, decisions: decisions)
    try remember(
      analysis.digests.compactMap { versionByID[$0.id] }, written.former, await wordsBlob, analysis.foundTexts, said)
    await removed
    return RecurringRun.Outcome(said: said, isUnchanged: false, tagged: tagged.tagged)
  }

  private func analysis(_ tagged: Tagged, _ words: WordCounts, _ loader: ResponseLoader) -> Analysis {
    Analysis(
      hearing: hearing, codebook: codebook, digests: tagged.summaries.map(\.digest), words: words,
      unread: tagged.unread, decisions: tagged.decided.report, foundTexts: formerTexts
    ) { order in
      ResponseList(count: order.count) { try loader.load(tagged.versions[order[$0]]) }
    }
  }

  /// What pages hide, in one word.
  private static func mask(_ review: PrivacyReview) -> String {
    let hidden = review.hiddenNumbers.map(\.value)
    return hidden.isEmpty ? "" : RunKeys.hash(hidden.sorted())
  }

  /// Keeps the run in the store, with what a later one can use.
  private func remember(
    _ members: [ResponseVersion], _ written: FormerReport, _ words: [UInt8], _ texts: FoundTexts, _ said: RunSaid
  ) throws {
    try run.remember(
      RecurringRun.Kept(
        state: state, codebook: book, decisions: decisions, members: members.map { ($0.result, $0.decisions) },
        written: written,
        words: words, texts: texts), said)
  }
}
