internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlReport
internal import PejlText

extension NoteForm {
  /// The case and the hearing.
  var hearingBlocks: [NoteBlock] {
    let hearing = analysis.hearing
    let annex = hearing.strategy?.annex.map { words.words.filled("source.annex", ["number": String($0)]) }
    var facts: [(String, String?)] = [
      ("fact.case", hearing.caseNumber), ("fact.authority", hearing.authority),
      ("fact.strategy", hearing.strategy.map { ShownText.shortened($0.title, to: Self.titleLength) }),
      ("fact.document", annex), ("fact.period", period), ("fact.days", days),
      ("fact.manner", hearing.period?.manner), ("fact.note", hearing.period?.note),
    ]
    facts += [
      ("fact.heard", words.words.number(analysis.coverage.heard)),
      ("fact.answered", words.words.number(analysis.coverage.answered)),
      ("fact.others", words.words.number(analysis.coverage.unknownSenders)),
      ("fact.responses", words.words.number(analysis.responses.count)),
    ]
    var rows = facts.compactMap { key, value -> [[NoteTable.Part]]? in
      value.map { [[.strong(words[key])], [.text($0)]] }
    }
    for (key, parts) in [("fact.procedure", procedure), ("fact.decisions", decisions)] where !parts.isEmpty {
      rows.append([[.strong(words[key])], parts])
    }
    let table = NoteTable(
      caption: words["table.hearing"],
      columns: [.init(title: words["column.fact"], share: 32), .init(title: words["column.value"], share: 68)],
      hasRowHeaders: true, rows: rows)
    return [section("hearing")] + [words.privacy(method.privacy)].compactMap { $0.map { .remark($0) } } + [
      .table(table)
    ]
  }

  /// The stages of the case, a line each.
  private var procedure: [NoteTable.Part] {
    analysis.hearing.procedure.enumerated().map { .text("\($0.offset + 1). \($0.element)") }
  }

  /// What was decided, each with who decided and when.
  private var decisions: [NoteTable.Part] {
    analysis.hearing.decisions.flatMap { decision -> [NoteTable.Part] in
      let source = [decision.body, decision.date.map(context.date)].compactMap(\.self).joined(separator: ", ")
      return [.text(decision.text)] + (source.isEmpty ? [] : [.source(source)])
    }
  }

  /// Who was heard, who answered, what could not be read.
  var partyBlocks: [NoteBlock] {
    var blocks = [section("parties")]
    if !note.heard.isEmpty {
      let count = words.words.filled(
        "answered.heard",
        ["count": words.words.number(analysis.coverage.answered), "of": words.words.number(analysis.coverage.heard)])
      blocks += [.paragraph(count + "."), .table(partyTable(note.heard, caption: "table.parties"))]
    } else {
      blocks.append(.paragraph(words["parties.none"]))
    }
    if !note.others.isEmpty {
      blocks += [
        .heading(level: 2, text: words["section.others"], anchor: "section-others"),
        .table(partyTable(note.others, caption: "table.others")),
      ]
    }
    if !analysis.unread.isEmpty {
      blocks += [
        .heading(level: 2, text: words["section.unread"], anchor: "section-unread"),
        .paragraph(words["unread.text"]),
        .table(
          NoteTable(
            caption: words["table.unread"],
            columns: [.init(title: words["column.file"], share: 40), .init(title: words["column.why"], share: 60)],
            rows: analysis.unread.map { finding in
              [
                [.text(ShownText.shortened(finding.path ?? words["unread.no-path"]))],
                [.text(context.message(finding))],
              ]
            })),
      ]
    }
    return blocks
  }

  private func partyTable(_ lines: [CaseNote.PartyLine], caption: String) -> NoteTable {
    NoteTable(
      caption: words[caption],
      columns: [
        .init(title: words["column.party"], share: 48), .init(title: words["column.kind"], share: 18),
        .init(title: words["column.answer"], share: 20), .init(title: words["column.annex"], share: 14),
      ],
      hasRowHeaders: true,
      rows: lines.map { line in
        let party = analysis.parties[line.party]
        var answer = words["answer.\(line.answer.rawValue)"]
        if party.responses.count > 1 {
          answer += " (\(words.words.count(party.responses.count, "answer-read.of")))"
        }
        var name: [NoteTable.Part] = [.strong(line.name)]
        if let group = party.group { name.append(.source(group)) }
        return [
          name, [.text(words["kind.\(party.kind.rawValue)"])], [.text(answer)],
          [.text(line.annexes.map(String.init).joined(separator: ", "))],
        ]
      })
  }

  /// Coverage in short, and what nobody touched.
  var overviewBlocks: [NoteBlock] {
    let coverage = analysis.coverage
    var blocks = [section("overview")]
    guard !analysis.responses.isEmpty else { return blocks + [.paragraph(words["overview.empty"])] }
    blocks += mostTouched
    if !coverage.columns.isEmpty {
      blocks.append(
        .paragraph(
          coverage.untouched.isEmpty
            ? words["overview.untouched.none"]
            : words.words.filled(
              "overview.untouched", ["list": words.words.list(coverage.untouched.map(context.label))])))
    }
    blocks.append(
      .paragraph(
        words.words.filled(
          "overview.counts",
          [
            "counted": words.words.count(coverage.total.counted, "passage"),
            "inside": words.words.number(coverage.total.inside), "outside": words.words.number(coverage.total.outside),
          ])))
    if !note.topics.isEmpty { blocks.append(.table(coverageTable)) }
    return blocks
  }

  /// The objectives that most senders touch: three, and those that as many senders touch as the third.
  private var mostTouched: [NoteBlock] {
    let ranked = note.topics.filter { $0.code.parent != nil && !$0.senders.isEmpty }.enumerated().sorted {
      ($1.element.senders.count, $1.element.passages, $0.offset) < (
        $0.element.senders.count, $0.element.passages, $1.offset
      )
    }.map(\.element)
    guard let last = ranked.prefix(3).last else { return [] }
    let tied = ranked.filter { $0.senders.count >= last.senders.count }
    let isShort = tied.count <= Self.mostTouchedLimit
    let items = (isShort ? tied : Array(ranked.prefix(3))).map { "\(context.label($0.code)) (\(share($0)))" }
    let key = isShort ? "overview.most" : "overview.most.some"
    return [.paragraph(words.words.filled(key, ["list": words.words.list(items)]))]
  }

  /// Every code of the strategy with its figures.
  private var coverageTable: NoteTable {
    let stances = note.topics.first?.stances.map(\.code) ?? []
    let share = stances.isEmpty ? 0 : 48 / stances.count
    return NoteTable(
      caption: words["table.coverage"],
      columns: [
        .init(title: words["column.code"], share: 100 - 24 - share * stances.count),
        .init(title: words["column.senders"], share: 12, isNumber: true),
        .init(title: words["column.passages"], share: 12, isNumber: true),
      ] + stances.map { .init(title: $0.name, share: share, isNumber: true) },
      hasRowHeaders: true,
      rows: note.topics.map { topic in
        let label: NoteTable.Part =
          topic.code.parent == nil ? .strong(context.label(topic.code)) : .text(context.label(topic.code))
        let figures = [topic.senders.count, topic.passages] + topic.stances.map(\.passages)
        return [[label]] + figures.map { [.text(words.words.number($0))] }
      })
  }

  /// "4 af 6 hørte parter".
  func share(_ topic: CaseNote.Topic) -> String {
    context.share(heard: topic.heardSenders, all: topic.senders.count)
  }

  /// How the note was made, with the sums.
  var methodBlocks: [NoteBlock] {
    let total = analysis.coverage.total
    let sums = words.words.filled(
      "method.sums",
      [
        "passages": words.words.count(total.passages, "passage"), "tagged": words.words.number(total.tagged),
        "untagged": words.words.number(total.untagged), "setAside": words.words.number(total.setAsideTotal),
      ])
    let book = words.words.filled(
      "method.codebook",
      [
        "id": analysis.codebook.id, "version": analysis.codebook.version, "pejl": method.version,
        "sha256": method.codebookHashes.first?.sha256 ?? "",
      ])
    return [section("method")]
      + ["method.text", "method.counts", "method.apart"].map { .paragraph(words[$0]) }
      + [.paragraph(sums), .remark(book)]
  }
}
