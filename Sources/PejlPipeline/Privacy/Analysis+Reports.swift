public import PejlAnalysis
public import PejlReport

extension Analysis {
  /// The reports for those who work on the case: personal numbers are hidden on pages and in tables, and only
  /// `analysis.xml`, the working file, has the texts as they are.
  ///
  /// - Parameters:
  ///   - review: what there is to decide before publishing.
  ///   - version: the version of the program.
  /// - Returns: the files, sorted by path.
  /// - Throws: when memory is out.
  public func reports(_ review: PrivacyReview, version: String) throws -> [ReportFile] {
    let privacy = ReportPrivacy(isPublished: false, counts: review.counts)
    let method = ReportMethod(version: version, codebookHashes: CodebookLoader.hashes(codebook), privacy: privacy)
    return try ReportRenderer().render(review.shown(self), method: method, working: self)
  }
}
