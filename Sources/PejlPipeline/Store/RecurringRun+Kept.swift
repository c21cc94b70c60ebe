internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDuplicates
internal import PejlHearing
internal import PejlIngest
internal import PejlStore
internal import PejlTagging
internal import PejlText

extension RecurringRun {
  /// What a later run can use of one that wrote reports.
  struct Kept {
    let state: RunState
    let codebook: CodebookLoader.Loaded
    var decisions: DecisionFile?
    var members: [(result: Int64, decisions: String)] = []
    let written: FormerReport
    /// The counts of words, as bytes.
    let words: [UInt8]
    var texts = FoundTexts()
  }

  /// Keeps a run in the store.
  func remember(_ kept: Kept, _ said: RunSaid) throws {
    let (state, codebook) = (kept.state, kept.codebook)
    let hashes = CodebookLoader.hashes(codebook.sources)
    var contents = zip(hashes, codebook.sources).map { ($0.sha256, $1.bytes) }
    contents.append((state.hearing, try Files.read("\(folder.path)/hearing.xml")))
    if let hash = state.decisions { contents.append((hash, try Files.read(folder.decisionsPath))) }
    try store.keep(contents: contents)
    try store.keep(
      StoredCodebook(
        fingerprint: state.codebook, id: codebook.summary.id, version: codebook.summary.version,
        title: codebook.summary.title, sources: hashes.map { .init(path: $0.path, sha256: $0.sha256) }))
    // Where a file was changed while the run went on, the next run must not take this one for its own.
    let now = try RunState(folder, store: store, options: options)
    try store.keep(
      StoredRun(
        finished: options.clock().text, program: options.build, state: now.key == state.key ? state.key : "",
        hearing: state.hearing, codebook: state.codebook, decisions: state.decisions,
        output: Files.absolute(output.path), responses: said.responses, unread: said.unread.count, said: said.blob),
      members: kept.members,
      report: StoredReport(
        files: kept.written.filesBlob, fragments: kept.written.piecesBlob, words: kept.words,
        texts: kept.texts.blob),
      decisions: try kept.decisions?.stored() ?? [])
  }
}

extension DecisionFile {
  /// The decisions that hold, as the store keeps them; one on a whole answer names no passage.
  fileprivate func stored() throws -> [StoredDecision] {
    let onPassages = try settled.map { decision in
      StoredDecision(
        response: decision.response, passage: decision.passage, author: decision.author, note: decision.note,
        written: try Self.written(DecisionFile(hearing: hearing, decisions: [decision])))
    }
    let onAnswers = try settledAnswers.map { decision in
      StoredDecision(
        response: decision.response, passage: "", author: decision.author, note: decision.note,
        written: try Self.written(DecisionFile(hearing: hearing, decisions: [], answers: [decision])))
    }
    return onPassages + onAnswers
  }

  private static func written(_ file: DecisionFile) throws -> String {
    String(decoding: try file.bytes(), as: UTF8.self)
  }
}
