internal import PejlHistory

/// The page that shows what changed from one run to another, and why.
struct ChangesPage {
  let report: ChangesReport
  let words: Words

  /// The greatest number of passages that are shown; changes.xml has all.
  private static let passageLimit = 300

  private let states: [String: RunChanges.AnswerState]

  init(report: ChangesReport, words: Words) {
    self.report = report
    self.words = words
    states = Dictionary(report.changes.answers.map { ($0.id, $0.state) }) { first, _ in first }
  }

  private var changes: RunChanges { report.changes }

  /// The values of the template `changes`.
  var fields: Fields { frame.merging(answers).merging(coverage).merging(tags) }

  private var frame: Fields {
    [
      "pageTitle": words["page.changes"],
      "caseTitle": ShownText.shortened(report.now.title, to: 120),
      "menuLabel": words["menu.sections"],
      "menu": ["answers", "coverage", "tags"].map { name -> Fields in
        ["address": "#\(name)", "label": words["changes.\(name)"]]
      },
      "version": report.version,
      "summary": words.filled(
        "changes.summary",
        [
          "answers": words.count(changes.answers.count { $0.state != .unchanged }, "changed-answer"),
          "added": words.count(changes.tags.count(where: \.isAdded), "added-tag"),
          "removed": words.count(changes.tags.count { !$0.isAdded }, "removed-tag"),
        ]),
      "codebook": words[changes.isOtherCodebook ? "changes.codebook.other" : "changes.codebook.same"],
    ]
  }

  private var answers: Fields {
    let states: [RunChanges.AnswerState] = [.new, .withdrawn, .changed, .renamed]
    let equal = changes.answers.filter { !$0.equal.isEmpty }
    return [
      "states": states.compactMap { state -> Fields? in
        let own = changes.answers.filter { $0.state == state }
        guard !own.isEmpty else { return nil }
        return [
          "state": words["changes.state.\(state.rawValue)"], "count": words.number(own.count),
          "members": own.map { answer -> Fields in
            ["party": name(answer), "id": answer.id]
          },
        ]
      },
      "unchanged": words.count(changes.answers.count { $0.state == .unchanged }, "unchanged-answer"),
      "equal": equal.map { answer -> Fields in
        [
          "party": name(answer), "id": answer.id,
          "others": answer.equal.joined(separator: ", "),
        ]
      },
      "hasEqual": !equal.isEmpty,
    ]
  }

  private func name(_ answer: RunChanges.Answer) -> String {
    ShownText.shortened(answer.name ?? words["party.unknown.plain"], to: 90)
  }

  private var coverage: Fields {
    let shown = changes.codes.filter { $0.parties.then != $0.parties.now || $0.passages.then != $0.passages.now }
    return [
      "nowTouched": changes.codes.filter(\.isNowTouched).map(code),
      "hasNowTouched": changes.codes.contains(where: \.isNowTouched),
      "noLonger": changes.codes.filter(\.isNoLongerTouched).map(code),
      "hasNoLonger": changes.codes.contains(where: \.isNoLongerTouched),
      "rows": shown.map { change -> Fields in
        code(change).merging([
          "partiesThen": words.number(change.parties.then), "partiesNow": words.number(change.parties.now),
          "passagesThen": words.number(change.passages.then), "passagesNow": words.number(change.passages.now),
        ])
      },
      "hasRows": !shown.isEmpty,
    ]
  }

  private func code(_ change: RunChanges.CodeChange) -> Fields {
    ["code": change.code.id, "name": change.code.name, "isGuidepost": change.code.parent == nil]
  }

  private var tags: Fields {
    var groups: [[RunChanges.TagChange]] = []
    for change in changes.tags {
      if let last = groups.last?.first, last.passage == change.passage, last.response == change.response {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    let rest = groups.count - Self.passageLimit
    return [
      "causes": Self.causes.compactMap { cause -> Fields? in
        let own = changes.tags.filter { self.cause($0) == cause }
        guard !own.isEmpty else { return nil }
        return [
          "cause": words["changes.cause.\(cause)"],
          "added": words.number(own.count(where: \.isAdded)),
          "removed": words.number(own.count { !$0.isAdded }),
        ]
      },
      "hasTags": !changes.tags.isEmpty,
      "passages": groups.prefix(Self.passageLimit).map(passage),
      "more": rest > 0 ? words.count(rest, "more-passage") : nil,
    ]
  }

  /// Why a tag came or went; that an answer is new or withdrawn says more than that there is another text.
  private func cause(_ change: RunChanges.TagChange) -> String {
    let state = change.cause == .text ? states[change.response] : nil
    return state == .new || state == .withdrawn ? state?.rawValue ?? "" : change.cause.rawValue
  }

  private static let causes =
    [RunChanges.AnswerState.new, .withdrawn].map(\.rawValue) + RunChanges.Cause.allCases.map(\.rawValue)

  private func passage(_ group: [RunChanges.TagChange]) -> Fields {
    [
      "id": group.first?.passage ?? "",
      "text": group.first.map { ShownText.shortened(Self.folded($0.text), to: 400) } ?? "",
      "changes": group.map { change -> Fields in
        [
          "sign": change.isAdded ? "+" : "−", "class": change.isAdded ? "added" : "removed",
          "word": words[change.isAdded ? "changes.added" : "changes.removed"], "code": change.code,
          "cause": words["changes.cause.\(cause(change))"], "rule": change.rule,
        ]
      },
    ]
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
