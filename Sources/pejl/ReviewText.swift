internal import PejlCodebook
internal import PejlPipeline
internal import PejlSegment
internal import PejlTagging

/// Passages to decide on, as text for a terminal.
enum ReviewText {
  private static let opening = 160
  private static let shownRules = 5

  /// The passages, numbered.
  static func text(_ list: ReviewList) -> String {
    guard !list.entries.isEmpty else { return "no passage is left to decide on" }
    var lines = [
      "\(list.entries.count) of \(list.undecided) undecided passages; certainties from 0 to 1, * is a tag now"
    ]
    for (index, entry) in list.entries.enumerated() {
      let page = entry.passage.passage.page.map { ", page \($0)" } ?? ""
      lines += [
        "", "\(index + 1). \(entry.passage.passage.id)\(page), \(entry.expectedErrors.decimals(2)) errors to expect",
      ]
      let folded = EvaluationText.folded(entry.text)
      lines.append("   \(folded.count > opening ? folded.prefix(opening - 1) + "…" : folded)")
      for facet in DecisionFile.facets {
        let own = entry.candidates.filter { $0.facet == facet }
        guard !own.isEmpty else { continue }
        let codes = own.map { "\($0.code)\($0.isSet ? "*" : "") \($0.certainty.decimals(2))" }
        lines.append("   \(facet.rawValue): \(codes.joined(separator: ", "))")
      }
      lines.append("   why: \(entry.reasons.map(words).joined(separator: "; "))")
    }
    return lines.joined(separator: "\n")
  }

  /// How many decisions a file holds.
  static func sums(_ decisions: DecisionFile) -> String {
    "\(decisions.settledCount) decisions of persons in \(decisions.path), \(decisions.openCount) open"
  }

  /// How often persons agreed with each rule, the most often refused first; the first few, or all.
  static func rules(_ rules: [DecisionReport.RuleAgreement], all: Bool) -> [String] {
    let shown = all ? rules : rules.filter { $0.refused > 0 }.prefix(shownRules).map(\.self)
    return shown.map { "persons agreed with \($0.rule) \($0.agreed) times and not \($0.refused) times" }
  }

  private static func words(_ reason: ReviewEntry.Reason) -> String {
    switch reason {
    case .uncertain(let code): "\(code) is uncertain"
    case .rival(let code, let other): "\(code) is a rival of \(other)"
    case .silent(let words): "\(words) words and nothing speaks for a code of the strategy"
    case .setAside(let reason): "set aside (\(reason))"
    case .alike(let passages): "\(passages) passages say nearly the same"
    case .manySmall: "many small doubts"
    }
  }
}
