internal import PejlStore
public import PejlText

extension HearingFolder {
  private var storePath: String { "\(storeFolder)/store.sqlite" }

  /// Puts `decisions.xml` back where it is gone although the latest run used one: what persons decided is not lost with a file.
  ///
  /// - Returns: what to tell the user; nil where nothing was put back.
  /// - Throws: ``InvalidInput`` when the store cannot be read, or the file cannot be written.
  public func restoreDecisions() throws -> Diagnostic? {
    guard Files.kind(decisionsPath) == .missing, Files.kind(storePath) == .file else { return nil }
    return try restoreDecisions(from: Store(path: storePath))
  }

  func restoreDecisions(from store: Store) throws -> Diagnostic? {
    guard Files.kind(decisionsPath) == .missing, let (bytes, finished) = try store.latestDecisions() else { return nil }
    try Files.replace(decisionsPath, with: bytes)
    return Diagnostic(
      .warning, code: "store.decisions-restored",
      "this file was gone; it was put back as the run of \(finished) used it. To take decisions back, take them out of the file and leave the file",
      path: decisionsPath)
  }
}
