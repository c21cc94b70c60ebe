internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
public import PejlHistory
internal import PejlReport
internal import PejlStore
internal import PejlTagging
internal import PejlText

/// The runs that the store of a hearing keeps.
public struct KeptRuns: Sendable {
  /// A run.
  public struct Run: Sendable, Hashable {
    /// Its number, rising with time.
    public let id: Int64
    /// When it was finished: UTC, as `2024-05-01T12:00:00Z`.
    public let finished: String
    /// The folder of its reports, as an absolute path.
    public let output: String
    /// How many responses it had.
    public let responses: Int
    /// How many things could not be read.
    public let unread: Int
    /// The version of its codebook, and what identifies that.
    public let codebook: String
    /// Whether persons had decided something.
    public let hasDecisions: Bool
    /// Whether what it found is kept, so that it can be compared; only the latest runs keep it.
    public let isKept: Bool
  }

  /// The runs, the earliest first.
  public let runs: [Run]
  private let store: Store
  private let stored: [Int64: StoredRun]

  /// The runs over the hearing in the folder `path`.
  ///
  /// - Throws: ``InvalidInput`` when nothing has been kept, or the store is damaged or newer than the program.
  public init(_ path: String) throws {
    let file = "\(path)/.pejl/store.sqlite"
    guard Files.kind(file) == .file else {
      throw InvalidInput(
        code: "runs.none", "no run is kept here; give a hearing folder, and run pejl analyse first", path: path)
    }
    store = try Store(path: file)
    let all = try store.runs().sorted { $0.id < $1.id }
    let counts = try store.memberCounts()
    let store = store
    runs = try all.map { run in
      let version = try store.codebook(run.codebook)?.version ?? ""
      return Run(
        id: run.id, finished: run.finished, output: run.output, responses: run.responses, unread: run.unread,
        codebook: "\(version) (\(run.codebook))", hasDecisions: run.decisions != nil,
        isKept: counts[run.id] ?? 0 == run.responses)
    }
    stored = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  }

  /// What the run `id` found, as its `analysis.xml` and `coverage.xml` had it.
  ///
  /// - Throws: ``InvalidInput`` when there is no such run, or what it found is no longer kept.
  public func snapshot(_ id: Int64) throws -> RunSnapshot {
    guard let run = stored[id], let listed = runs.first(where: { $0.id == id }) else {
      let known = runs.map { "\($0.id)" }.joined(separator: ", ")
      throw InvalidInput(
        code: "runs.unknown", "there is no run \(id); there are \(known.isEmpty ? "none" : known)", path: store.path)
    }
    guard listed.isKept else {
      throw InvalidInput(
        code: "runs.forgotten", "what the run \(id) found is not kept; pejl runs shows which runs are", path: store.path
      )
    }
    let edition = try ReportEdition(
      ReportRenderer(), analysis(run), method: ReportMethod(version: "", codebookHashes: hashes(run)))
    return try RunSnapshot(
      analysis: edition.analysisXML(), coverage: edition.page(.coverageXML).bytes, path: "run \(id)")
  }

  private func analysis(_ run: StoredRun) throws -> Analysis {
    let hearing = try HearingReader.read(content(run.hearing), path: "hearing.xml")
    guard let sources = try store.sources(ofCodebook: run.codebook) else { throw missing }
    let codebook = try CodebookLoader.read(sources).summary
    let responses = try store.members(of: run.id).map { member in
      guard let blob = try store.tagged(member.result) else { throw missing }
      do {
        return try TaggedResponse(blob: blob, hearing: hearing)
      } catch {
        throw missing
      }
    }
    guard let decisions = run.decisions else {
      return Analysis(hearing: hearing, codebook: codebook, responses: responses, unread: [], decisions: nil)
    }
    let file = try DecisionFile(content(decisions), path: "decisions.xml", codes: codebook)
    let decided = file.apply(to: responses, codebook: codebook)
    return Analysis(
      hearing: hearing, codebook: codebook, responses: decided.responses, unread: [], decisions: decided.report)
  }

  private func hashes(_ run: StoredRun) throws -> [(path: String, sha256: String)] {
    try (store.codebook(run.codebook)?.sources ?? []).map { ($0.path, $0.sha256) }
  }

  private func content(_ sha256: String) throws -> [UInt8] {
    guard let bytes = try store.content(sha256) else { throw missing }
    return bytes
  }

  private var missing: InvalidInput {
    InvalidInput(
      code: "store.missing", "something of the run is missing in the store; compare folders of reports instead",
      path: store.path)
  }
}
