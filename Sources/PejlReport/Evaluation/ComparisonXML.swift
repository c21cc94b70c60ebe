internal import PejlAnalysis
internal import PejlCodebook
internal import PejlXML

/// Writes the element `comparison` of `evaluation.xml`.
struct ComparisonXML {
  let evaluation: Evaluation
  let comparison: Comparison

  /// Writes the element.
  func write(to xml: XMLWriter) {
    let other = comparison.codebook
    xml.element("comparison", [("id", other.id), ("version", other.version), ("title", other.title)]) {
      for change in comparison.levels {
        let figures = [
          ("before", change.before.score.f1), ("after", change.after.score.f1), ("difference", change.microDifference),
          ("low", change.microInterval?.low), ("high", change.microInterval?.high),
          ("mean-before", change.before.mean), ("mean-after", change.after.mean),
          ("mean-difference", change.meanDifference), ("mean-low", change.meanInterval?.low),
          ("mean-high", change.meanInterval?.high),
        ]
        xml.emptyElement(
          "level-change", [("name", change.level.rawValue)] + figures.map { ($0.0, $0.1?.decimals(4)) })
      }
      for change in comparison.codes {
        xml.emptyElement(
          "code-change",
          [
            ("id", change.code.id), ("facet", change.code.facet.rawValue), ("before", change.before?.f1.decimals(4)),
            ("after", change.after?.f1.decimals(4)), ("difference", change.difference?.decimals(4)),
          ])
      }
      for change in comparison.changes {
        xml.element(
          "change",
          [
            ("paragraph", String(change.paragraph + 1)), ("facet", change.facet.rawValue), ("code", change.code),
            ("set", change.isSet ? "true" : "false"), ("right", change.isRight ? "true" : "false"),
          ]
        ) {
          for reason in change.reasons {
            xml.emptyElement(
              "reason-change",
              [
                ("rule", reason.rule), ("code", reason.code), ("before", reason.before?.decimals(4)),
                ("after", reason.after?.decimals(4)),
              ])
          }
        }
      }
    }
  }
}
