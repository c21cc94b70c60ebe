public import PejlAnalysis
internal import PejlCodebook
public import PejlHearing
public import PejlTagging
public import PejlText

/// A hearing read, tagged and tabulated: what reports, publications and packets are made of.
public struct HearingRun: Sendable {
  /// What to read.
  public struct Job: Sendable {
    /// The case; empty for loose files.
    public var hearing: Hearing
    /// The path of the codebook.
    public var codebook: String
    /// The answers.
    public var inputs: [Pipeline.Input]
    /// The folder, where it is one.
    public var folder: HearingFolder?

    /// Loose files.
    public init(codebook: String, inputs: [Pipeline.Input]) {
      hearing = Hearing(id: "", title: nil)
      self.codebook = codebook
      self.inputs = inputs
    }

    /// A hearing's folder.
    public init(_ folder: HearingFolder) {
      hearing = folder.hearing
      codebook = folder.codebook
      inputs = folder.inputs
      self.folder = folder
    }
  }

  /// The codebook that was used.
  public let compiled: CompiledCodebook
  /// The figures, with every text as it was read.
  public let analysis: Analysis
  /// What persons decided on tags, if anything.
  public let decisions: DecisionFile?
  /// What there is to say of those decisions.
  public let findings: [Diagnostic]
  /// How many answers were not read.
  public let unreadAnswers: Int

  /// Reads, tags and tabulates what `job` names.
  ///
  /// - Parameters:
  ///   - job: what to read.
  ///   - workers: how many files are worked on at once; the result is the same.
  ///   - progress: is told how many files are read.
  /// - Throws: ``InvalidInput`` when the codebook or the decisions cannot be used; an answer that cannot be read is listed.
  public init(
    _ job: Job, workers: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws {
    compiled = try CodebookLoader.load(job.codebook)
    decisions = try job.folder?.decisions(compiled.codebook.codeList)
    var strategy: (text: StrategyText?, unread: [Diagnostic]) = (nil, [])
    if let file = job.folder?.strategy { strategy = await StrategyFile.read(file) }
    let pipeline = Pipeline(
      compiled, hearing: job.hearing, strategy: strategy.text, decisions: decisions, workers: workers)
    let (read, unread) = try await pipeline.run(job.inputs, progress: progress)
    let decided = decisions?.apply(to: read, codebook: compiled.codebook)
    findings = decided?.findings ?? []
    unreadAnswers = unread.count
    analysis = Analysis(
      hearing: job.hearing, codebook: compiled.codebook, responses: decided?.responses ?? read,
      unread: strategy.unread + unread, decisions: decided?.report)
  }
}
