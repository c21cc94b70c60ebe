internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlIngest
public import PejlReport
internal import PejlStore
internal import PejlTagging
internal import PejlText

/// A run over a hearing's folder that does only what changed since the last: the reports are those of a run that does all.
public struct RecurringRun: Sendable {
  /// How to run.
  public struct Options: Sendable {
    /// How many files are worked on at once; the result is the same.
    public var workers = 1
    /// Whether everything is done anew.
    public var isFresh = false
    /// What the pages are written in.
    public var language: ReportLanguage = .danish
    /// The version of the program, which reports show.
    public var version = ""
    /// The program, as exactly as it is known: another may find other things.
    public var build = ""
    /// The time: UTC as `2024-05-01T12:00:00Z`, and in nanoseconds since 1970.
    public var clock: @Sendable () -> (text: String, nanoseconds: Int64) = { ("", 0) }

    /// The usual way.
    public init() {}
  }

  /// What a run came to.
  public struct Outcome: Sendable {
    /// What to tell the user.
    public internal(set) var said: RunSaid
    /// Whether nothing had changed, and the reports were left as they are.
    public let isUnchanged: Bool
    /// How many files were tagged.
    public let tagged: Int
  }

  let folder: HearingFolder
  let output: OutputFolder
  let options: Options
  let store: Store

  /// A run over `folder` with its reports in `output`; nil when the folder cannot hold a store.
  ///
  /// - Parameters:
  ///   - folder: the hearing.
  ///   - output: the folder of the reports.
  ///   - options: how to run.
  /// - Throws: ``InvalidInput`` when the store is damaged or newer than the program.
  public init?(_ folder: HearingFolder, output: OutputFolder, options: Options) throws {
    guard Files.makeFolder(folder.storeFolder) else { return nil }
    self.folder = folder
    self.output = output
    self.options = options
    store = try Store(path: "\(folder.storeFolder)/store.sqlite")
  }

  /// The SQL schema of the store, with what each table is for.
  public static var storeSchema: [UInt8] { Store.schema }

  /// Runs; the caller holds the hearing's ``RunLock``.
  ///
  /// - Parameter progress: is told how many files are read of how many.
  /// - Returns: what there is to say.
  /// - Throws: ``InvalidInput`` when the codebook or the decisions cannot be used, or something cannot be written; the former
  ///   report then stands where it stood.
  public func run(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) async throws -> Outcome {
    let restored = try folder.restoreDecisions(from: store)
    var outcome = try await runWithDecisions(progress: progress)
    // It is told once, and not again by later runs after which nothing changed.
    if let restored { outcome.said.findings.insert(restored, at: 0) }
    return outcome
  }

  private func runWithDecisions(progress: @escaping @Sendable (Int, Int) -> Void) async throws -> Outcome {
    let state = try RunState(folder, store: store, options: options)
    if !options.isFresh, let said = try unchanged(state) {
      try store.remember(state.freshFiles)
      return Outcome(said: said, isUnchanged: true, tagged: 0)
    }
    // An answer that is new will have words that nobody has met.
    let dictionary = state.hasNewInputs ? Task { Lexicon.prepare() } : nil
    do {
      let outcome = try await run(state, dictionary, progress)
      await dictionary?.value
      return outcome
    } catch {
      // The program may end behind this, and must not while another thread reads the dictionary.
      await dictionary?.value
      throw error
    }
  }

  private func run(
    _ state: RunState, _ dictionary: Task<Void, Never>?, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> Outcome {
    let work = try await RunWork(self, state, dictionary: dictionary)
    let outcome = try await work.report(work.tag(progress: progress))
    try store.remember(state.freshFiles)
    return outcome
  }

  /// What the last run said, when nothing at all has changed since and its reports still stand there.
  private func unchanged(_ state: RunState) throws -> RunSaid? {
    let place = Files.absolute(output.path)
    guard let last = try store.state(output: place), last.state == state.key,
      let said = try? RunSaid(blob: last.said), said.unread.isEmpty,
      let report = try? FormerReport(files: last.files)
    else { return nil }
    return report.files.keys.allSatisfy { report.intact($0, in: place) != nil } ? said : nil
  }
}

extension HearingFolder {
  /// The folder of what is kept between runs.
  var storeFolder: String { "\(path)/.pejl" }

  /// Takes the lock that keeps two runs over this hearing apart; nil when the folder cannot be written.
  ///
  /// - Parameter wait: called when another run is at work and this one waits.
  /// - Returns: the lock, which holds as long as it is kept.
  /// - Throws: ``InvalidInput`` when the lock cannot be taken.
  public func lock(wait: () -> Void) throws -> RunLock? {
    Files.makeFolder(storeFolder) ? try RunLock(path, wait: wait) : nil
  }
}
