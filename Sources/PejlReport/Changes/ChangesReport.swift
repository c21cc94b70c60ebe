public import PejlHistory

/// What a comparison of two runs is reported from.
public struct ChangesReport: Sendable {
  /// What changed.
  public let changes: RunChanges
  /// The earlier run.
  public let then: RunSnapshot
  /// The later run.
  public let now: RunSnapshot
  /// The version of Pejl.
  public let version: String

  /// The report on what changed from `then` to `now`.
  public init(then: RunSnapshot, now: RunSnapshot, version: String) {
    changes = RunChanges(then, now)
    self.then = then
    self.now = now
    self.version = version
  }
}

extension ReportRenderer {
  /// Renders `changes.html` and `changes.xml`.
  ///
  /// - Throws: when a template is missing.
  public func render(_ report: ChangesReport) throws -> [ReportFile] {
    let fields = ChangesPage(report: report, words: words).fields
    return [
      try page("changes", "changes.html", plain.fields.merging(fields)),
      ReportFile(path: "changes.xml", bytes: try ChangesXML(report: report).bytes()),
    ]
  }
}
