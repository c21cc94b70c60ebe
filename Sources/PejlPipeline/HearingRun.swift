public import PejlAnalysis
internal import PejlCodebook
public import PejlHearing
public import PejlReport
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
  private let tabulation: Tabulation
  /// What persons decided on tags, if anything.
  public let decisions: DecisionFile?
  /// What there is to say of those decisions.
  public let findings: [Diagnostic]
  /// How many answers were not read.
  public let unreadAnswers: Int
  /// Whether tags hold how certainties came about; a run that was taken from a store leaves that out.
  public let isWhole: Bool
  /// By response: its element of `analysis.xml`, where its tags do not hold all that stands there.
  private let elements: [String: [UInt8]]

  /// A run that is put together of what a store knows and what is new.
  init(
    compiled: CompiledCodebook, tabulation: Tabulation, decisions: DecisionFile?, findings: [Diagnostic],
    unreadAnswers: Int, elements: [String: [UInt8]]
  ) {
    self.compiled = compiled
    self.tabulation = tabulation
    self.decisions = decisions
    self.findings = findings
    self.unreadAnswers = unreadAnswers
    self.elements = elements
    isWhole = false
  }

  /// The figures, with every text as it was read.
  public var analysis: Analysis { tabulation.analysis }

  /// All personal data of the run with what was decided on it.
  public func review(_ decisions: PublishFile?) -> PrivacyReview { tabulation.review(decisions) }

  /// What reports, notes and lists of quotes say of the run; `isPublished` where it is said to the public.
  public func method(_ review: PrivacyReview, version: String, isPublished: Bool = false) -> ReportMethod {
    review.method(compiled.sources, version: version, isPublished: isPublished)
  }

  /// The reports, as ``PejlAnalysis/Analysis/write(_:method:into:language:workers:)`` writes those of all that was tagged.
  ///
  /// - Throws: when memory is out.
  func reports(_ review: PrivacyReview, version: String) throws -> [ReportFile] {
    try ReportRenderer(language: .danish).render(
      review.shown(analysis), method: method(review, version: version), working: analysis,
      elements: elements)
  }

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
    decisions = try job.folder?.decisions(compiled.summary)
    var strategy: (text: StrategyText?, unread: [Diagnostic]) = (nil, [])
    if let file = job.folder?.strategy { strategy = await StrategyFile.read(file) }
    let pipeline = Pipeline(
      compiled, hearing: job.hearing, strategy: strategy.text, decisions: decisions, workers: workers)
    let (read, unread) = try await pipeline.run(job.inputs, progress: progress)
    let decided = decisions?.apply(to: read, codebook: compiled.summary)
    findings = decided?.findings ?? []
    unreadAnswers = unread.count
    isWhole = true
    elements = [:]
    tabulation = try await Tabulation(
      hearing: job.hearing, codebook: compiled.summary, responses: decided?.responses ?? read,
      unread: strategy.unread + unread, decisions: decided?.report, workers: workers)
  }
}
