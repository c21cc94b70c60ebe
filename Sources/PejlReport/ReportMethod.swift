/// What the reports say of the run and not of the answers.
public struct ReportMethod: Sendable, Hashable {
  /// The version of Pejl.
  public let version: String
  /// The files of the codebook, each with the SHA-256 of its bytes in small hexadecimal digits.
  public let codebookHashes: [FileHash]

  /// What is to be said of personal data; nil where nobody looked for it.
  public let privacy: ReportPrivacy?

  /// The file of decisions of persons, where there is one.
  public var decisions: FileHash?

  /// A file and what identifies its content.
  public struct FileHash: Sendable, Hashable {
    /// The path relative to the folder of the codebook or of the hearing.
    public let path: String
    /// The SHA-256 in small hexadecimal digits.
    public let sha256: String

    /// A file and its hash.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// What to say of a run.
  public init(version: String, codebookHashes: [(path: String, sha256: String)], privacy: ReportPrivacy? = nil) {
    self.privacy = privacy
    self.version = version
    self.codebookHashes = codebookHashes.map { FileHash(path: $0.path, sha256: $0.sha256) }
  }
}
