internal import PejlAnalysis
internal import PejlCodebook
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
    let words = try words(tagged)
    let analysis = analysis(tagged, words)
    let versionByID = Dictionary(zip(tagged.summaries.map(\.digest.id), tagged.versions)) { first, _ in first }
    let personalByID = Dictionary(tagged.summaries.map { ($0.digest.id, $0.personal) }) { first, _ in first }
    let review = PrivacyReview(
      analysis, personal: analysis.digests.map { personalByID[$0.id] ?? [] }, decisions: published)
    let shown = review.shown(analysis)
    let method = ReportMethod(
      version: run.options.version, codebookHashes: CodebookLoader.hashes(codebook),
      privacy: ReportPrivacy(isPublished: false, counts: review.counts))
    let findings = try byResponse.findings(codebook: codebook) { wanted in
      try zip(tagged.summaries, tagged.versions).filter { wanted.contains($0.0.digest.id) }.map { try load($0.1) }
    }
    let stage = ReportStage(
      edition: ReportEdition(try ReportRenderer(), shown, method: method, working: analysis), shown: shown,
      versions: shown.digests.compactMap { versionByID[$0.id] },
      workingVersions: analysis.digests.compactMap { versionByID[$0.id] }, fragments: tagged.fragments,
      spool: tagged.spool, former: former, folder: place, mask: Self.mask(review),
      key: keys.result("", id: "", sha256: ""),
      workers: run.options.workers)
    let written = try await run.output.replace(stage.paths) { try await stage.write(into: $0) }
    let said = said(tagged, analysis, findings, review)
    try remember(tagged, analysis.digests.compactMap { versionByID[$0.id] }, written, words, said)
    return RecurringRun.Outcome(said: said, isUnchanged: false, tagged: tagged.tagged)
  }

  private func analysis(_ tagged: Tagged, _ words: WordCounts) -> Analysis {
    Analysis(
      hearing: hearing, codebook: codebook, digests: tagged.summaries.map(\.digest), words: words,
      unread: tagged.unread
    ) { order in
      ResponseList(count: order.count) { try load(tagged.versions[order[$0]]) }
    }
  }

  /// What pages hide, in one word.
  private static func mask(_ review: PrivacyReview) -> String {
    let hidden = review.items.filter { $0.kind == .cpr && $0.choice != .keep }.map(\.value)
    return hidden.isEmpty ? "" : RunKeys.hash(hidden.sorted())
  }

  private func said(
    _ tagged: Tagged, _ analysis: Analysis, _ findings: [Diagnostic], _ review: PrivacyReview
  ) -> RunSaid {
    var said = RunSaid()
    said.findings = findings + run.folder.findings(codebook)
    said.unread = analysis.unread
    said.unreadAnswers = tagged.unreadAnswers
    said.responses = analysis.digests.count
    let total = analysis.coverage.total
    (said.passages, said.tagged, said.untagged) = (total.passages, total.tagged, total.untagged)
    said.setAside = total.setAsideTotal
    said.openPrivacy = review.open.count
    said.decisions = decisions.map { ($0.settled.count, $0.openCount) }
    return said
  }

  /// Keeps the run in the store, with what a later one can use.
  private func remember(
    _ tagged: Tagged, _ members: [ResponseVersion], _ written: FormerReport, _ words: WordCounts, _ said: RunSaid
  ) throws {
    let store = run.store
    var contents = codebook.sources.map { (ContentHash.sha256($0.bytes), $0.bytes) }
    contents.append((state.hearing, try Files.read("\(run.folder.path)/hearing.xml")))
    if let hash = state.decisions { contents.append((hash, try Files.read(run.folder.decisionsPath))) }
    try store.keep(contents: contents)
    try store.keep(
      StoredCodebook(
        fingerprint: fingerprint, id: codebook.id, version: codebook.version, title: codebook.title,
        verified: isVerified || tagged.tagged > 0 ? run.options.build : "",
        sources: codebook.sources.map { .init(path: $0.path, sha256: ContentHash.sha256($0.bytes)) }))
    // Where a file was changed while the run went on, the next run must not take this one for its own.
    let now = try RunState(run.folder, store: store, options: run.options)
    try store.keep(
      StoredRun(
        finished: run.options.clock().text, program: run.options.build, state: now.key == state.key ? state.key : "",
        hearing: state.hearing,
        codebook: fingerprint, decisions: state.decisions, output: Files.absolute(run.output.path),
        responses: said.responses, unread: said.unread.count, said: said.blob),
      members: members.map { ($0.result, $0.decisions) },
      report: StoredReport(files: written.filesBlob, fragments: written.piecesBlob, words: words.blob),
      decisions: try decisions?.stored() ?? [])
  }
}

extension DecisionFile {
  /// The settled decisions as the store keeps them.
  fileprivate func stored() throws -> [StoredDecision] {
    try settled.map { decision in
      let alone = DecisionFile(hearing: hearing, decisions: [decision])
      return StoredDecision(
        response: decision.response, passage: decision.passage, author: decision.author, note: decision.note,
        written: String(decoding: try alone.bytes(), as: UTF8.self))
    }
  }
}
