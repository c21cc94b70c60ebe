internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging
internal import PejlXML

extension AnalysisXML {
  /// Writes what a person decided on a passage, and what rules had found there.
  static func write(_ decision: HumanDecision, to xml: XMLWriter) {
    let machine: (name: String, reason: String?) =
      switch decision.machineDisposition {
      case .tagged: ("tagged", nil)
      case .untagged: ("untagged", nil)
      case .setAside(let reason): ("set-aside", reason)
      }
    xml.element(
      "decision",
      [
        ("by", decision.author), ("at", decision.date), ("note", decision.note),
        ("likeness", decision.likeness.twoDecimals), ("machine-disposition", machine.name),
        ("machine-reason", machine.reason),
      ]
    ) {
      for tag in decision.machineTags {
        xml.emptyElement(
          "machine-tag",
          [("code", tag.code), ("facet", tag.facet.rawValue), ("rule", tag.reasons.first?.rule ?? "")])
      }
    }
  }

  /// Writes what became of the decisions of persons.
  func write(_ report: DecisionReport, to xml: XMLWriter) {
    xml.element(
      "decisions",
      [
        ("path", report.sha256.map { _ in report.file }), ("sha256", report.sha256),
        ("settled", String(report.settled)), ("open", String(report.open)), ("replaced", String(report.replaced)),
      ]
    ) {
      for orphan in report.orphans {
        xml.element(
          "orphan",
          [
            ("line", String(orphan.line)), ("response", orphan.response), ("passage", orphan.passage),
            ("by", orphan.author), ("at", orphan.date),
          ], text: orphan.text ?? "")
      }
      for moved in report.moved {
        xml.emptyElement(
          "moved",
          [
            ("line", String(moved.line)), ("response", moved.response), ("passage", moved.passage),
            ("before", moved.before), ("likeness", moved.likeness.twoDecimals),
          ])
      }
      for rule in report.rules {
        xml.emptyElement(
          "judged-rule",
          [("rule", rule.rule), ("agreed", String(rule.agreed)), ("refused", String(rule.refused))])
      }
    }
  }
}
