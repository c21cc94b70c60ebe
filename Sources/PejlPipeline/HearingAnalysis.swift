public import PejlAnalysis
internal import PejlTagging
public import PejlText

/// The answers of a hearing's folder from files to figures, with the decisions of persons.
public struct HearingAnalysis: Sendable {
  /// The figures.
  public let analysis: Analysis
  /// The files of the codebook, each with its SHA-256.
  public let codebookHashes: [(path: String, sha256: String)]
  /// What is to be said of the decisions.
  public let findings: [Diagnostic]

  /// Reads, tags and tabulates the answers in `folder`.
  ///
  /// - Parameters:
  ///   - folder: the hearing.
  ///   - workers: how many files are worked on at once.
  /// - Throws: ``InvalidInput`` when the codebook or the decisions cannot be used; an answer that cannot be read is listed.
  public init(_ folder: HearingFolder, workers: Int) async throws {
    let compiled = try CodebookLoader.load(folder.codebook)
    let decisions = try folder.decisions(compiled.codebook)
    var strategy: (text: StrategyText?, unread: [Diagnostic]) = (nil, [])
    if let file = folder.strategy { strategy = await StrategyFile.read(file) }
    let pipeline = Pipeline(
      compiled, hearing: folder.hearing, strategy: strategy.text, decisions: decisions, workers: workers)
    let (read, unread) = try await pipeline.run(folder.inputs)
    let decided = decisions?.apply(to: read, codebook: compiled.codebook)
    analysis = Analysis(
      hearing: folder.hearing, codebook: compiled.codebook, responses: decided?.responses ?? read,
      unread: strategy.unread + unread, decisions: decided?.report)
    codebookHashes = CodebookLoader.hashes(compiled.codebook)
    findings = folder.findings(compiled.codebook) + (decided?.findings ?? [])
  }
}
