/// One file of a report.
public struct ReportFile: Sendable, Hashable {
  /// The path inside the report's folder, such as `index.html` or `responses/bilag-2.html`.
  public let path: String
  /// The content.
  public let bytes: [UInt8]

  /// A file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
