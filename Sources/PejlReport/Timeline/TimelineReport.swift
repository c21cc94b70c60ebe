public import PejlHistory

/// What several rounds side by side are reported from.
public struct TimelineReport: Sendable {
  /// The rounds, the earliest first.
  public let rounds: [RunSnapshot]
  /// The version of Pejl.
  public let version: String

  /// A report on `rounds`, the earliest first.
  public init(rounds: [RunSnapshot], version: String) {
    self.rounds = rounds
    self.version = version
  }
}

extension ReportRenderer {
  /// Renders `timeline.html` and `timeline.xml`.
  ///
  /// - Throws: when a template is missing.
  public func render(_ report: TimelineReport) throws -> [ReportFile] {
    let asking = ["stance.proposal", "stance.question", "stance.worry"].map { words[$0] }
    let timeline = Timeline(report.rounds, asking: Set(asking))
    let fields = TimelinePage(timeline: timeline, version: report.version, words: words).fields
    return [
      try page("timeline", "timeline.html", plain.fields.merging(fields)),
      ReportFile(path: "timeline.xml", bytes: try TimelineXML(timeline: timeline).bytes()),
    ]
  }
}
