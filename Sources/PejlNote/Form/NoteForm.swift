internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlReport
internal import PejlSegment
internal import PejlTagging

/// How the topics of a note are laid out.
public enum NoteLayout: String, Sendable, CaseIterable {
  /// The state's høringsnotat: topic by topic an account, quotes, and the authority's remarks.
  case state
  /// A municipality's table: summary, assessment, recommendation.
  case municipal
  /// Topics with the number and kinds of their senders in the heading.
  case topics
}

/// The words of a note: sections of blocks, and the values that a template can name.
struct NoteForm {
  let note: CaseNote
  let layout: NoteLayout
  let method: ReportMethod
  let words: NoteWords
  let context: ReportContext
  private let minority: Set<CaseNote.Place>

  /// The greatest number of quotes under one topic that are neither proposals nor questions.
  static let quoteLimit = 12
  /// What lists put before their items.
  private static let itemMarks = "•–-*·"
  /// The greatest number of characters of a quote.
  static let quoteLength = 4_000
  /// The greatest number of characters of a title that a person wrote.
  static let titleLength = 240
  /// The greatest number of objectives that are named as those that most senders touch.
  static let mostTouchedLimit = 6
  /// The greatest number of senders that are named in one sentence.
  static let nameLimit = 40

  var analysis: Analysis { note.analysis }

  init(_ note: CaseNote, layout: NoteLayout, method: ReportMethod, language: ReportLanguage) throws {
    self.note = note
    self.layout = layout
    self.method = method
    words = try NoteWords(language)
    context = words.context(note.analysis)
    minority = Set(note.minority)
  }

  /// The sections in the order of a note without a template.
  var sections: [NoteSection] {
    [
      NoteSection(id: "hearing", blocks: hearingBlocks),
      NoteSection(id: "parties", blocks: partyBlocks),
      NoteSection(id: "overview", blocks: overviewBlocks),
      NoteSection(id: "topics", blocks: topicBlocks),
      NoteSection(id: "wordings", blocks: wordingBlocks),
      NoteSection(id: "minority", blocks: minorityBlocks),
      NoteSection(id: "outside", blocks: outsideBlocks),
      NoteSection(id: "method", blocks: methodBlocks),
    ]
  }

  /// The values that stand inside a line, by the key of their placeholder.
  var values: [String: String] {
    let hearing = analysis.hearing
    let unknown = words["value.unknown"]
    return [
      "title": title, "case": hearing.caseNumber ?? unknown, "authority": hearing.authority ?? unknown,
      "strategy": hearing.strategy.map { ShownText.shortened($0.title, to: Self.titleLength) } ?? unknown,
      "period": period, "days": days ?? unknown,
      "heard": words.words.number(analysis.coverage.heard), "answered": words.words.number(analysis.coverage.answered),
      "kind": words["layout.\(layout.rawValue)"],
    ]
  }

  /// The title of the case.
  var title: String {
    analysis.hearing.title.map { ShownText.shortened($0, to: Self.titleLength) } ?? words["hearing.untitled"]
  }

  var period: String {
    let period = analysis.hearing.period
    switch (period?.start.map(context.date), period?.end.map(context.date)) {
    case (let start?, let end?): return words.words.filled("period.both", ["start": start, "end": end])
    case (let start?, nil): return words.words.filled("period.start", ["start": start])
    case (nil, let end?): return words.words.filled("period.end", ["end": end])
    default: return words["period.unknown"]
    }
  }

  var days: String? { note.days.map { words.words.count($0, "day") } }

  /// The heading of a section.
  func section(_ id: String) -> NoteBlock {
    .heading(level: 1, text: words["section.\(id)"], anchor: "section-\(id)")
  }

  /// A passage as it stands, on one line, without the mark that a list gave it.
  func quote(_ place: CaseNote.Place) -> String {
    let text = context.text(response: place.response, passage: place.passage)
    let isItem = Self.itemMarks.contains { text.hasPrefix("\($0) ") }
    return ShownText.shortened(isItem ? String(text.dropFirst(2)) : text, to: Self.quoteLength)
  }

  /// Where a passage stands: party, annex, page, passage, and whether it is a minority's.
  func source(_ place: CaseNote.Place) -> String {
    let response = analysis.responses[place.response]
    let passage = response.passages[place.passage].passage
    let parts = [
      context.name(of: context.party(of: place.response)),
      response.annex.map { words.words.filled("source.annex", ["number": String($0.number)]) },
      passage.page.map { words.words.filled("source.page", ["number": String($0)]) },
      words.words.filled("source.passage", ["number": String(passage.number)]),
      minority.contains(place) ? words["source.minority"] : nil,
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}
