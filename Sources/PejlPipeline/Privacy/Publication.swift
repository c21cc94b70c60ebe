internal import PejlIngest
public import PejlReport
internal import PejlTagging
internal import PejlText

/// The reports of a hearing as they may be published.
public struct Publication: Sendable {
  /// The files.
  public let files: [ReportFile]
  /// The version of the program that made them.
  public let version: String
  private let check: PublicationCheck

  /// The reports of `run` with everything hidden that `review` masks.
  ///
  /// - Throws: ``InvalidInput`` when something is not decided.
  public init(_ run: HearingRun, _ review: PrivacyReview, version: String) throws {
    guard review.open.isEmpty else {
      throw InvalidInput(code: "publish.open", "\(review.open.count) findings are not decided")
    }
    self.version = version
    let method = ReportMethod(
      version: version, codebookHashes: CodebookLoader.hashes(run.compiled.codebook),
      privacy: ReportPrivacy(isPublished: true, counts: review.counts))
    files = try ReportRenderer().render(review.published(run.analysis), method: method)
    check = PublicationCheck(review)
  }

  /// What identifies the content: the SHA-256 over the paths and hashes of all files.
  public var sha256: String {
    let list = files.map { "\($0.path) \(ContentHash.sha256($0.bytes))\n" }.joined()
    return ContentHash.sha256(Array(list.utf8))
  }

  /// Writes the files into `folder`. Before they take their place, and once more when they stand there, every file is read
  /// again and searched for what should be hidden.
  ///
  /// - Throws: ``InvalidInput`` when something is left, naming each file; what stood in the folder before is then kept.
  public func write(to folder: OutputFolder) throws {
    try folder.replace(with: files) { stage in try Self.demandNone(check.leaks(in: stage)) }
    try Self.demandNone(check.leaks(in: folder.path))
  }

  private static func demandNone(_ leaks: [Diagnostic]) throws {
    guard leaks.isEmpty else { throw InvalidInput(leaks) }
  }
}
