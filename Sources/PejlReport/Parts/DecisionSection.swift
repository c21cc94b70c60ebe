internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

/// What the method page says of the decisions of persons.
struct DecisionSection {
  let context: ReportContext
  let report: DecisionReport

  private var words: Words { context.words }

  /// The greatest number of rules that are listed; analysis.xml has all.
  private static let ruleLimit = 100

  /// The values of the template `decisions`.
  var fields: Fields {
    [
      "settled": words.count(report.settled, "decision"),
      "open": report.open > 0 ? words.count(report.open, "open-decision") : nil,
      "replaced": report.replaced > 0 ? words.count(report.replaced, "replaced-decision") : nil,
      "decisionsPath": report.sha256.map { _ in report.file }, "decisionsHash": report.sha256,
      "orphans": report.orphans.map { orphan -> Fields in
        [
          "line": words.number(orphan.line), "id": orphan.passage ?? orphan.response,
          "who": context.who(orphan.author, orphan.date),
          "text": orphan.text.map { ShownText.shortened($0, to: 200) },
        ]
      },
      "hasOrphans": !report.orphans.isEmpty,
      "moved": report.moved.map { moved -> Fields in
        [
          "line": words.number(moved.line), "id": moved.passage,
          "likeness": words.filled("decisions.moved", ["percent": context.percent(moved.likeness)]),
        ]
      },
      "hasMoved": !report.moved.isEmpty,
      "rules": report.rules.prefix(Self.ruleLimit).map { rule -> Fields in
        ["rule": rule.rule, "agreed": words.number(rule.agreed), "refused": words.number(rule.refused)]
      },
      "hasRules": !report.rules.isEmpty,
    ]
  }
}

extension ReportContext {
  /// "AB 21. november 2026".
  func who(_ author: String?, _ date: String?) -> String {
    let who = author ?? words["decided.person"]
    return date.map { words.filled("decided.at", ["who": who, "date": self.date($0)]) } ?? who
  }

  /// A part as whole percent.
  func percent(_ part: Double) -> String { String(Int((part * 100).rounded())) }

  /// What a tag rests on; for a person's the name and the day.
  func basis(of tag: Tag, in passage: TaggedPassage) -> String {
    guard tag.basis == .human, let decision = passage.decision, decision.author != nil || decision.date != nil else {
      return words["basis.\(tag.basis.rawValue)"]
    }
    return words.filled("basis.decided", ["who": who(decision.author, decision.date)])
  }

  /// Who decided on a passage and why, and what rules had found there.
  func decision(on passage: TaggedPassage) -> Fields? {
    guard let decision = passage.decision else { return nil }
    let tags = decision.machineTags.map { tag in
      tag.facet == .stance ? analysis.codebook.code(tag.code, in: tag.facet)?.name ?? tag.code : tag.code
    }
    return [
      "who": words.filled("basis.decided", ["who": who(decision.author, decision.date)]),
      "note": decision.note.map { ShownText.shortened($0, to: 400) },
      "machine": tags.isEmpty
        ? words["decided.machine.none"] : words.filled("decided.machine", ["tags": tags.joined(separator: ", ")]),
      "changed": decision.likeness < 1
        ? words.filled("decided.moved", ["percent": percent(decision.likeness)]) : nil,
    ]
  }
}
