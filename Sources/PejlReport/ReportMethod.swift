/// What the reports say of the run and not of the answers.
public struct ReportMethod: Sendable, Hashable {
  /// The version of Pejl.
  public let version: String
  /// The files of the codebook, each with the SHA-256 of its bytes in small hexadecimal digits.
  public let codebookHashes: [CodebookHash]

  /// What is to be said of personal data; nil where nobody looked for it.
  public let privacy: ReportPrivacy?

  /// The paths of the documents that are written beside the pages by the same run.
  public var documents: [String] = []

  /// A file of the codebook and what identifies its content.
  public struct CodebookHash: Sendable, Hashable {
    /// The path relative to the folder of the codebook.
    public let path: String
    /// The SHA-256 in small hexadecimal digits.
    public let sha256: String
  }

  /// What to say of a run.
  public init(version: String, codebookHashes: [(path: String, sha256: String)], privacy: ReportPrivacy? = nil) {
    self.privacy = privacy
    self.version = version
    self.codebookHashes = codebookHashes.map { CodebookHash(path: $0.path, sha256: $0.sha256) }
  }
}
