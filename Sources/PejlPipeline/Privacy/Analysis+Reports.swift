public import PejlAnalysis
public import PejlReport

extension Analysis {
  /// The reports for those who work on the case: personal numbers are hidden on pages and in tables, and only
  /// `analysis.xml`, the working file, has the texts as they are.
  ///
  /// - Parameters:
  ///   - review: what there is to decide before publishing.
  ///   - version: the version of the program.
  ///   - language: what the pages are written in.
  /// - Returns: the files, sorted by path.
  /// - Throws: when a template is missing.
  public func reports(
    _ review: PrivacyReview, version: String, language: ReportLanguage = .danish
  ) throws -> [ReportFile] {
    try ReportRenderer(language: language).render(
      review.shown(self), method: method(review, version: version), working: self)
  }

  /// What reports, notes and lists of quotes say of the run and of personal data.
  ///
  /// - Parameters:
  ///   - review: what there is to decide before publishing.
  ///   - version: the version of the program.
  ///   - isPublished: whether it is said to the public.
  /// - Returns: what to say.
  public func method(_ review: PrivacyReview, version: String, isPublished: Bool = false) -> ReportMethod {
    ReportMethod(
      version: version, codebookHashes: CodebookLoader.hashes(codebook),
      privacy: ReportPrivacy(isPublished: isPublished, counts: review.counts))
  }
}
