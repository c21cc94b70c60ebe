internal import PejlAnalysis
internal import PejlCodebook
internal import PejlReport

extension NoteForm {
  /// A neutral account of a topic, from figures alone: how many touch it, what they do, who they are.
  func account(_ topic: CaseNote.Topic) -> String {
    guard !topic.senders.isEmpty else { return words["account.none"] }
    let level =
      topic.code.facet == .strategy ? (topic.code.parent == nil ? "guidepost" : "objective") : topic.code.facet.rawValue
    var sentences = [
      words.words.filled(
        "account.\(level)",
        [
          "share": share(topic), "code": topic.code.number ?? topic.code.id,
          "passages": words.words.count(topic.passages, "passage"),
        ])
    ]
    if topic.direct.count != topic.passages {
      sentences.append(
        topic.direct.isEmpty
          ? words["account.parts-only"]
          : words.words.filled("account.whole", ["passages": words.words.count(topic.direct.count, "passage")]))
    }
    let stances = topic.stances.filter { $0.parties > 0 }.map { stance in
      let key = "account.stance.\(stance.code.id)"
      return words.words.filled(
        words.words.text(key) == nil ? "account.stance" : key,
        [
          "parties": words.spelled(stance.parties), "name": stance.code.name,
          "passages": words.words.count(stance.passages, "passage"),
        ])
    }
    if !stances.isEmpty {
      sentences.append(
        words.words.filled(
          topic.direct.count == topic.passages ? "account.stances" : "account.stances.whole",
          ["list": Self.capitalized(words.words.list(stances), if: topic.direct.count == topic.passages)]))
    } else if !topic.direct.isEmpty {
      sentences.append(words["account.no-stance"])
    }
    sentences.append(words.words.filled("account.senders", ["list": senders(topic)]))
    return sentences.joined(separator: " ")
  }

  private func senders(_ topic: CaseNote.Topic) -> String {
    let names = topic.senders.prefix(Self.nameLimit).map { context.name(of: analysis.parties[$0]) }
    let rest = topic.senders.count - names.count
    // Names hold commas and "and" of their own.
    return (rest == 0 ? names : names + [words.words.count(rest, "more-party")]).joined(separator: "; ")
  }

  private static func capitalized(_ text: String, if isStart: Bool) -> String {
    isStart ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  /// Proposals to change the strategy's own words.
  var wordingBlocks: [NoteBlock] {
    let blocks = [section("wordings"), .remark(words["wordings.text"])]
    guard !note.wordings.isEmpty else { return blocks + [.paragraph(words["wordings.none"])] }
    return blocks + proposalBlocks(note.wordings, topic: nil)
  }

  /// What minorities say.
  var minorityBlocks: [NoteBlock] {
    let heading = section("minority")
    guard !note.minority.isEmpty else { return [heading, .paragraph(words["minority.none"])] }
    let (shown, rest) = quoted(note.minority)
    return [heading, .remark(words["minority.text"])]
      + shown.map { .quote(text: $0.text, source: "\(source($0)); \(codes(of: $0.place))") }
      + (remark(rest: rest).map { [.remark($0)] } ?? [])
  }

  /// What was said outside the strategy.
  var outsideBlocks: [NoteBlock] {
    let total = analysis.coverage.total
    var blocks = [section("outside")]
    guard !note.outside.isEmpty else { return blocks + [.paragraph(words["outside.none"])] }
    let (shown, rest) = quoted(note.outside)
    let parties = Set(note.outside.map { context.partyOfResponse[$0.response] })
    blocks.append(
      .paragraph(
        words.words.filled(
          "coverage.outside",
          [
            "outside": words.words.number(note.outside.count), "counted": words.words.number(total.counted),
            "share": context.share(heard: parties.count { analysis.parties[$0].isHeard }, all: parties.count),
          ])))
    blocks.append(
      .table(
        NoteTable(
          caption: words["table.outside"],
          columns: [
            .init(title: words["column.passage"], share: 64), .init(title: words["column.remarks"], share: 36),
          ],
          rows: shown.map { quoted in
            [
              [.quote(quoted.text), .source("\(source(quoted)); \(codes(of: quoted.place))")],
              [.room(words["room.remarks"])],
            ]
          })))
    return blocks + (remark(rest: rest).map { [.remark($0)] } ?? [])
  }
}
