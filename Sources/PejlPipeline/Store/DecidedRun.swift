internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlIngest
internal import PejlReport
internal import PejlStore
internal import PejlText

/// A run over a hearing in which persons decided something. All of it is done anew: a decision may move to another passage or
/// another answer when any answer changes.
struct DecidedRun {
  let run: RecurringRun
  let state: RunState

  /// Reads, tags and tabulates everything, writes the reports and remembers the run.
  func report(progress: @escaping @Sendable (Int, Int) -> Void) async throws -> RecurringRun.Outcome {
    let (folder, options) = (run.folder, run.options)
    let count = folder.inputs.count
    let published = try PublishFile(in: folder)
    let hearing = try await HearingRun(HearingRun.Job(folder), workers: options.workers) { progress($0, count) }
    let analysis = hearing.analysis
    guard CodebookLoader.fingerprint(analysis.codebook) == state.codebook else {
      throw InvalidInput(
        code: "run.changed", "the codebook was changed while it was read; run again", path: folder.codebook)
    }
    let review = PrivacyReview(analysis, decisions: published)
    let files = try analysis.reports(review, version: options.version, language: options.language)
    try Task.checkCancellation()
    let written = try run.output.replace(files.map(\.path)) { try Self.write(files, into: $0) }
    let said = RunSaid(hearing, findings: folder.findings(analysis.codebook), review: review)
    try run.remember(
      RecurringRun.Kept(state: state, codebook: analysis.codebook, decisions: hearing.decisions, written: written), said
    )
    return RecurringRun.Outcome(said: said, isUnchanged: false, tagged: count)
  }

  private static func write(_ files: [ReportFile], into stage: String) throws -> FormerReport {
    var report = FormerReport()
    for file in files {
      try Files.write(file.bytes, to: "\(stage)/\(file.path)")
      guard let status = StoredFile(at: "\(stage)/\(file.path)", named: file.path) else { continue }
      report.files[file.path] = FormerReport.File(key: "", status: status)
    }
    return report
  }
}
