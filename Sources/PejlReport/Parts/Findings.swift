internal import PejlAnalysis
internal import PejlCodebook

/// The few most important findings in words; every word rests on a figure.
struct Findings {
  let context: ReportContext

  private var analysis: Analysis { context.analysis }
  private var words: Words { context.words }

  /// The findings that there are figures for, in order; each has a `lead` and a `text`.
  var items: [Fields] {
    guard !analysis.responses.isEmpty else { return [] }
    let all: [(key: String, text: String?)] = [
      ("most", mostTouched), ("untouched", untouched), ("worry", worry), ("outside", outside), ("asks", asks),
    ]
    return all.compactMap { key, text in
      text.map { ["lead": words["finding.\(key)"], "text": $0, "address": words.text("finding.\(key).address")] }
    }
  }

  /// The three objectives that most parties touched.
  private var mostTouched: String? {
    let objectives = analysis.coverage.columns.filter { $0.code.parent != nil && $0.parties > 0 }
    let top = objectives.enumerated().sorted {
      ($1.element.parties, $1.element.passages, $0.offset) < ($0.element.parties, $0.element.passages, $1.offset)
    }.prefix(3).map(\.element)
    guard !top.isEmpty else { return nil }
    return words.list(
      top.map { "\(context.label($0.code)) (\(context.share(heard: $0.heardParties, all: $0.parties)))" })
  }

  private var untouched: String? {
    let untouched = analysis.coverage.untouched
    guard analysis.coverage.columns.contains(where: { $0.code.parent != nil }) else { return nil }
    return untouched.isEmpty ? words["finding.untouched.none"] : words.list(untouched.map(context.label))
  }

  /// The objectives on which more passages worry than support.
  private var worry: String? {
    let outweighed = analysis.codeReports.compactMap { report -> String? in
      guard report.code.facet == .strategy else { return nil }
      let support = count(report, "stance.support")
      let worry = count(report, "stance.worry")
      guard worry > support else { return nil }
      let values = ["worry": words.number(worry), "support": words.number(support)]
      return "\(context.label(report.code)) \(words.filled("finding.worry.count", values))"
    }
    guard analysis.codebook.code(words["stance.worry"], in: .stance) != nil else { return nil }
    return outweighed.isEmpty ? words["finding.worry.none"] : words.list(outweighed)
  }

  private func count(_ report: CodeReport, _ stance: String) -> Int {
    report.stances.first { $0.code.id == words[stance] }?.passages ?? 0
  }

  private var outside: String? {
    let total = analysis.coverage.total
    guard total.counted > 0 else { return nil }
    let percent = Int((Double(total.outside) * 100 / Double(total.counted)).rounded())
    return words.filled(
      "finding.outside.text",
      [
        "outside": words.number(total.outside), "counted": words.number(total.counted), "percent": String(percent),
      ])
  }

  /// How many proposals and questions there are.
  private var asks: String? {
    let reports = ["stance.proposal", "stance.question"].compactMap { stance in
      analysis.codeReports.first { $0.code.facet == .stance && $0.code.id == words[stance] }
    }
    guard !reports.isEmpty else { return nil }
    return words.list(
      reports.map { report in
        let values = [
          "passages": words.count(report.entries.count, "passage"), "name": report.code.name.lowercased(),
          "share": context.share(of: report.parties),
        ]
        return words.filled("finding.asks.count", values)
      })
  }
}
