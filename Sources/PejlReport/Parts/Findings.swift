internal import PejlAnalysis
internal import PejlCodebook

/// The few most important findings in words; every word rests on a figure.
struct Findings {
  let context: ReportContext

  /// The greatest number of codes that a finding names.
  private static let limit = 5
  private var analysis: Analysis { context.analysis }
  private var words: Words { context.words }

  /// The findings that there are figures for: each has a `lead`, and either a `text` or a list of codes.
  var items: [Fields] {
    guard !analysis.responses.isEmpty else { return [] }
    return [mostTouched, untouched, worry, outside, asks, shared].compactMap(\.self)
  }

  /// The objectives that most parties touched.
  private var mostTouched: Fields? {
    let objectives = analysis.coverage.columns.filter { $0.code.parent != nil && $0.parties > 0 }
    let top = objectives.enumerated().sorted {
      ($1.element.parties, $1.element.passages, $0.offset) < ($0.element.parties, $0.element.passages, $1.offset)
    }.prefix(3).map(\.element)
    guard !top.isEmpty else { return nil }
    return list("most", top.map { ($0.code, context.share(heard: $0.heardParties, all: $0.parties)) })
  }

  private var untouched: Fields? {
    guard analysis.coverage.columns.contains(where: { $0.code.parent != nil }) else { return nil }
    let untouched = analysis.coverage.untouched
    return untouched.isEmpty
      ? text("untouched", words["finding.untouched.none"]) : list("untouched", untouched.map { ($0, nil) })
  }

  /// The codes of the strategy on which more passages worry than support, the widest difference first.
  private var worry: Fields? {
    guard analysis.codebook.code(words["stance.worry"], in: .stance) != nil else { return nil }
    let outweighed = analysis.codeReports.filter { $0.code.facet == .strategy }.map { report in
      (report.code, worry: count(report, "stance.worry"), support: count(report, "stance.support"))
    }.filter { $0.worry > $0.support }.enumerated().sorted {
      ($1.element.worry - $1.element.support, $0.offset) < ($0.element.worry - $0.element.support, $1.offset)
    }.map(\.element)
    guard !outweighed.isEmpty else { return text("worry", words["finding.worry.none"]) }
    return list(
      "worry",
      outweighed.map { code, worry, support in
        let values = ["worry": words.count(worry, "worried"), "support": words.count(support, "supporting")]
        return (code, words.filled("finding.worry.count", values))
      })
  }

  private func count(_ report: CodeReport, _ stance: String) -> Int {
    report.stances.first { $0.code.id == words[stance] }?.passages ?? 0
  }

  private var outside: Fields? {
    let total = analysis.coverage.total
    guard total.counted > 0 else { return nil }
    let percent = Int((Double(total.outside) * 100 / Double(total.counted)).rounded())
    return text(
      "outside",
      words.filled(
        "finding.outside.text",
        [
          "outside": words.number(total.outside), "counted": words.number(total.counted), "percent": String(percent),
        ]))
  }

  /// How many proposals and questions there are.
  private var asks: Fields? {
    let reports = ["stance.proposal", "stance.question"].compactMap { stance in
      analysis.codeReports.first { $0.code.facet == .stance && $0.code.id == words[stance] }
    }
    guard !reports.isEmpty else { return nil }
    return text(
      "asks",
      words.list(
        reports.map { report in
          let values = [
            "passages": words.count(report.entries.count, "passage"), "name": report.code.name.lowercased(),
            "share": context.share(of: report.parties),
          ]
          return words.filled("finding.asks.count", values)
        }))
  }

  /// How much stands in several answers.
  private var shared: Fields? {
    guard !analysis.sharedTexts.isEmpty else { return nil }
    let passages = analysis.sharedTexts.reduce(0) { $0 + $1.entries.count }
    let values = [
      "passages": words.count(passages, "passage"),
      "texts": words.count(analysis.sharedTexts.count, "different-text"),
      "senders": words.count(Set(analysis.sharedTexts.flatMap(\.parties)).count, "sender"),
    ]
    return [
      "lead": words["finding.shared"], "text": words.filled("finding.shared.text", values), "isList": true,
      "items": [Fields](), "moreAddress": words["finding.shared.address"], "more": words["finding.shared.more"],
    ]
  }

  private func text(_ key: String, _ text: String) -> Fields {
    ["lead": words["finding.\(key)"], "text": text, "isList": false]
  }

  private func list(_ key: String, _ codes: [(code: Code, detail: String?)]) -> Fields {
    let rest = codes.count - Self.limit
    return [
      "lead": words["finding.\(key)"],
      "text": nil,
      "isList": true,
      "items": codes.prefix(Self.limit).map { code, detail -> Fields in
        [
          "hue": context.hue(of: code.id), "code": code.id, "name": code.name, "detail": detail ?? "",
          "address": "themes.html#\(CodeSection.anchor(of: code))",
        ]
      },
      "moreAddress": words["finding.\(key).address"],
      "more": rest > 0 ? words.count(rest, "finding.more") : nil,
    ]
  }
}
