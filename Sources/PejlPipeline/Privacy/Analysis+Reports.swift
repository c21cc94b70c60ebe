public import PejlAnalysis
public import PejlCodebook
public import PejlReport
internal import PejlText

extension Analysis {
  /// Writes the reports for those who work on the case: personal numbers are hidden on pages and in tables, and only
  /// `analysis.xml`, the working file, has the texts as they are.
  ///
  /// - Parameters:
  ///   - review: what there is to decide before publishing.
  ///   - method: what to say of the run.
  ///   - folder: where they are put.
  ///   - language: what the pages are written in.
  ///   - workers: how many files are made at once; the result is the same.
  /// - Throws: ``InvalidInput`` when something cannot be written; what stood in the folder then stands there still.
  public func write(
    _ review: PrivacyReview, method: ReportMethod, into folder: OutputFolder, language: ReportLanguage = .danish,
    workers: Int
  ) async throws {
    async let renderer = ReportRenderer(language: language)
    let shown = review.shown(self)
    let spool = try folder.spool()
    let ranges = try await elements(spool, workers: workers)
    let edition = ReportEdition(try await renderer, shown, method: method, working: self)
    let places = Dictionary(digests.enumerated().map { ($1.id, Self.version($0)) }) { first, _ in first }
    let stage = ReportStage(
      edition: edition, shown: shown, versions: shown.digests.compactMap { places[$0.id] },
      workingVersions: digests.indices.map(Self.version), fragments: ranges, spool: spool, former: FormerReport(),
      folder: folder.path, mask: "", key: "", workers: workers)
    let fresh = try folder.spool()
    _ = try await folder.replace(stage.paths) { try await stage.write(into: $0, fresh: fresh) }
  }

  /// Puts the elements of `analysis.xml` into `spool`.
  ///
  /// - Returns: where each stands.
  private func elements(
    _ spool: FragmentSpool, workers: Int
  ) async throws -> [ResponseVersion: FormerReport.Range] {
    let parts = try await WorkCounter.parts(of: responses.count, workers: workers) {
      [ResponseVersion: FormerReport.Range]()
    } work: { place, ranges in
      ranges[Self.version(place)] = try spool.append(ReportEdition.analysisFragment(responses[place]))
    }
    try spool.finish()
    return parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }

  /// A response that no store has a number for, by its place.
  private static func version(_ place: Int) -> ResponseVersion { ResponseVersion(result: Int64(place), decisions: "") }
}

extension PrivacyReview {
  /// What reports, notes and lists of quotes say of the run and of personal data.
  ///
  /// - Parameters:
  ///   - codebook: the files of the codebook, the main one first.
  ///   - version: the version of the program.
  ///   - isPublished: whether it is said to the public.
  /// - Returns: what to say.
  public func method(_ codebook: [Codebook.Source], version: String, isPublished: Bool = false) -> ReportMethod {
    ReportMethod(
      version: version, codebookHashes: CodebookLoader.hashes(codebook),
      privacy: ReportPrivacy(isPublished: isPublished, counts: counts))
  }
}
