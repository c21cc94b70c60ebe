public import PejlAnalysis

/// What a measurement of a codebook is reported from.
public struct EvaluationReport: Sendable {
  /// The measurement.
  public let evaluation: Evaluation
  /// The comparison with another codebook, if one was named.
  public let comparison: Comparison?
  /// The gold files.
  public let golds: [GoldFile]
  /// What to say of the run.
  public let method: ReportMethod
  /// How many of the worst mistakes of each kind and facet the page shows; the XML holds all.
  public let worst: Int

  /// A report.
  public init(
    evaluation: Evaluation, comparison: Comparison? = nil, golds: [GoldFile], method: ReportMethod, worst: Int = 10
  ) {
    self.evaluation = evaluation
    self.comparison = comparison
    self.golds = golds
    self.method = method
    self.worst = worst
  }

  /// The name of a gold file without its folder: no path shows in a result.
  func goldName(_ path: String) -> String { golds.first { $0.path == path }?.fileName ?? path }
}

extension ReportRenderer {
  /// Renders `evaluation.html` and `evaluation.xml`.
  ///
  /// - Throws: when a template is missing.
  public func render(_ report: EvaluationReport) throws -> [ReportFile] {
    let style = PackageResources.style_css + PackageResources.evaluation_css
    let assets = PageAssets(language, style: style, script: [])
    let fields = EvaluationPage(report: report, words: words, assets: assets).fields
    return [
      try page("evaluation", "evaluation.html", fields),
      ReportFile(path: "evaluation.xml", bytes: try EvaluationXML(report: report).bytes()),
    ]
  }
}
