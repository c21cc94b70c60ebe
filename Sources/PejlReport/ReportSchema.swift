/// The schemas of the XML files that reports hold.
public enum ReportSchema: String, Sendable, CaseIterable {
  /// Of `analysis.xml`: every passage with its tags and their evidence.
  case analysis
  /// Of `coverage.xml`: who touched what.
  case coverage
  /// Of `themes.xml`: who said what about each code.
  case themes
  /// Of `evaluation.xml`: how well the tags agree with a person's codes.
  case evaluation
  /// Of `changes.xml`: what changed from one run to another.
  case changes
  /// Of `timeline.xml`: several rounds side by side.
  case timeline

  /// The XML Schema; its text is its documentation.
  public var bytes: [UInt8] {
    switch self {
    case .analysis: PackageResources.analysis_xsd
    case .coverage: PackageResources.coverage_xsd
    case .themes: PackageResources.themes_xsd
    case .evaluation: PackageResources.evaluation_xsd
    case .changes: PackageResources.changes_xsd
    case .timeline: PackageResources.timeline_xsd
    }
  }

  /// The namespace of the documents.
  var namespace: String { "urn:pejl:\(rawValue):1" }
}
