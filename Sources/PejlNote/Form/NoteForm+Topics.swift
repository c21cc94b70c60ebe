internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlReport
internal import PejlTagging

extension NoteForm {
  /// The strategy part by part, as the layout has it.
  var topicBlocks: [NoteBlock] {
    var blocks = [section("topics.\(layout.rawValue)")]
    switch layout {
    case .state: for topic in note.topics { blocks += stateBlocks(topic) }
    case .municipal: blocks += municipalBlocks
    case .topics:
      blocks.append(.remark(words["topics.legend"]))
      if !note.themes.isEmpty {
        blocks.append(.heading(level: 2, text: words["section.themes"], anchor: "section-themes"))
        for topic in note.themes { blocks += senderBlocks(topic, level: 3) }
      }
      for topic in note.topics {
        if topic.code.parent == nil || !topic.direct.isEmpty {
          blocks += senderBlocks(topic, level: topic.code.parent == nil ? 2 : 3)
        }
      }
    }
    return blocks
  }

  // MARK: state

  private func stateBlocks(_ topic: CaseNote.Topic) -> [NoteBlock] {
    var blocks = [heading(topic, level: topic.code.parent == nil ? 2 : 3)]
    if let wording = topic.code.wording ?? topic.code.motto { blocks.append(.remark(wording)) }
    blocks.append(.paragraph(account(topic)))
    blocks += quoteBlocks(topic)
    blocks += proposalBlocks(topic.proposals, topic: topic) + questionBlocks(topic)
    if !topic.direct.isEmpty { blocks.append(.table(remarkTable(topic.code))) }
    return blocks
  }

  private func heading(_ topic: CaseNote.Topic, level: Int, lead: String = "") -> NoteBlock {
    .heading(
      level: level, text: lead + context.label(topic.code), anchor: "\(topic.code.facet.rawValue)-\(topic.code.id)")
  }

  private func quoteBlocks(_ topic: CaseNote.Topic) -> [NoteBlock] {
    let (shown, rest) = quoted(topic.quotes, limit: Self.quoteLimit)
    return shown.map { .quote(text: $0.text, source: source($0)) } + remarks(rest: rest, of: topic)
  }

  private func remarks(rest: Int, of topic: CaseNote.Topic?, stance: String? = nil) -> [NoteBlock] {
    remark(rest: rest, of: topic, stance: stance).map { [.remark($0)] } ?? []
  }

  /// Where the authority writes.
  private func remarkTable(_ code: Code) -> NoteTable {
    NoteTable(
      caption: words.words.filled("table.remarks", ["code": context.label(code)]),
      columns: [
        .init(title: words["column.remarks"], share: 50), .init(title: words["column.met"], share: 22),
        .init(title: words["column.reason"], share: 28),
      ],
      rows: [[[.room(words["room.remarks"])], [.choice], [.room(words["room.reason"])]]])
  }

  /// Proposals, each with room for the authority's remarks and decision.
  func proposalBlocks(_ places: [CaseNote.Place], topic: CaseNote.Topic?) -> [NoteBlock] {
    guard !places.isEmpty else { return [] }
    let (shown, rest) = quoted(places)
    let table = NoteTable(
      caption: (topic?.code).map { words.words.filled("table.proposals", ["code": context.label($0)]) }
        ?? words["table.wordings"],
      columns: [
        .init(title: words["column.proposal"], share: 46), .init(title: words["column.remarks"], share: 28),
        .init(title: words["column.met.reason"], share: 26),
      ],
      rows: shown.map { quoted in
        let codes: [NoteTable.Part] = topic == nil ? [.source(codes(of: quoted.place))] : []
        return [cell(quoted) + codes, [.room(words["room.remarks"])], [.choice, .room(words["room.reason"])]]
      })
    return [.table(table)] + remarks(rest: rest, of: topic, stance: words.proposal)
  }

  private func questionBlocks(_ topic: CaseNote.Topic) -> [NoteBlock] {
    guard !topic.questions.isEmpty else { return [] }
    let (shown, rest) = quoted(topic.questions)
    let table = NoteTable(
      caption: words.words.filled("table.questions", ["code": context.label(topic.code)]),
      columns: [.init(title: words["column.question"], share: 54), .init(title: words["column.reply"], share: 46)],
      rows: shown.map { [cell($0), [.room(words["room.reply"])]] })
    return [.table(table)] + remarks(rest: rest, of: topic, stance: words.question)
  }

  /// The codes of strategy and theme on a passage.
  func codes(of place: CaseNote.Place) -> String {
    let tags = note.tagged(place).tags.filter { $0.facet == .strategy || $0.facet == .theme }
    let labels = tags.map { tag in analysis.codebook.code(tag.code, in: tag.facet).map(context.label) ?? tag.code }
    return tags.isEmpty
      ? words["codes.none"] : words.words.filled("codes.some", ["codes": labels.joined(separator: "; ")])
  }

  // MARK: municipal

  private var municipalBlocks: [NoteBlock] {
    note.topics.filter { $0.code.parent == nil }.flatMap { guidepost -> [NoteBlock] in
      let part = note.topics.filter { $0.code.id == guidepost.code.id || $0.code.parent == guidepost.code.id }
      let table = NoteTable(
        caption: words.words.filled("table.municipal", ["code": context.label(guidepost.code)]),
        columns: [
          .init(title: words["column.topic"], share: 15), .init(title: words["column.summary"], share: 45),
          .init(title: words["column.assessment"], share: 20), .init(title: words["column.recommendation"], share: 20),
        ],
        hasRowHeaders: true,
        rows: part.map { topic in
          let isQuiet = topic.direct.isEmpty
          return [
            [.strong(context.label(topic.code))], summary(topic),
            isQuiet ? [] : [.room(words["room.remarks"])],
            isQuiet ? [] : [.choice, .room(words["room.reason"])],
          ]
        })
      return [heading(guidepost, level: 2), .table(table)]
    }
  }

  private func summary(_ topic: CaseNote.Topic) -> [NoteTable.Part] {
    var parts: [NoteTable.Part] = [.text(account(topic))]
    let groups: [(title: String, places: [CaseNote.Place], limit: Int, stance: String?)] = [
      ("column.proposals", topic.proposals, Self.rowLimit, words.proposal),
      ("column.questions", topic.questions, Self.rowLimit, words.question),
      ("column.quotes", topic.quotes, Self.quoteLimit, nil),
    ]
    for group in groups where !group.places.isEmpty {
      let (shown, rest) = quoted(group.places, limit: group.limit)
      parts += [.strong(words[group.title])] + shown.flatMap(cell)
      if let remark = remark(rest: rest, of: topic, stance: group.stance) { parts.append(.source(remark)) }
    }
    return parts
  }

  // MARK: topics

  /// "(3, råd, MED)": the number of distinct senders and their kinds.
  func senderMark(_ topic: CaseNote.Topic) -> String {
    let kinds = Set(topic.senders.map { analysis.parties[$0].kind })
    let names = kinds.map { words["kind.\($0.rawValue).short"] }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return "(\(([words.words.number(topic.senders.count)] + names).joined(separator: ", "))) "
  }

  private func senderBlocks(_ topic: CaseNote.Topic, level: Int) -> [NoteBlock] {
    var blocks = [heading(topic, level: level, lead: senderMark(topic)), .paragraph(account(topic))]
    let annexes = Set(topic.direct.compactMap { analysis.responses[$0.response].annex?.number }).sorted()
    if !annexes.isEmpty {
      blocks.append(
        .remark(
          words.words.filled("topics.annexes", ["list": annexes.map(String.init).joined(separator: ", ")])))
    }
    blocks += quoteBlocks(topic)
    blocks += questionBlocks(topic) + proposalBlocks(topic.proposals, topic: topic)
    if !topic.direct.isEmpty { blocks.append(.table(remarkTable(topic.code))) }
    return blocks
  }
}
