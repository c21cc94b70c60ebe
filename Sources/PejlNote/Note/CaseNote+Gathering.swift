public import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
public import PejlReport
internal import PejlSegment
internal import PejlTagging
internal import PejlText

extension CaseNote {
  /// Gathers the note of `analysis`.
  ///
  /// - Parameters:
  ///   - analysis: the figures.
  ///   - language: what senders without a name are called in.
  /// - Throws: what is wrong with the catalogue, which is part of the program.
  public init(_ analysis: Analysis, language: ReportLanguage = .danish) throws {
    let words = try NoteWords(language)
    let context = words.context(analysis)
    let gatherer = Gatherer(analysis: analysis, words: words, context: context)
    self.analysis = analysis
    heard = gatherer.lines { $0.isHeard }
    others = gatherer.lines { !$0.isHeard }
    days = analysis.hearing.period.flatMap { period in
      guard let start = period.start.flatMap(CalendarDay.init), let end = period.end.flatMap(CalendarDay.init) else {
        return nil
      }
      return end.number >= start.number ? end.number - start.number + 1 : nil
    }
    topics = gatherer.topics(.strategy)
    themes = gatherer.topics(.theme).filter { !$0.direct.isEmpty }
    wordings = gatherer.wordings
    minority = gatherer.minority
    outside = analysis.outside.map { Place(response: $0.response, passage: $0.passage) }
  }

  /// The passage at a place.
  func tagged(_ place: Place) -> TaggedPassage { analysis.responses[place.response].passages[place.passage] }
}

/// Takes the parts of a note out of an analysis.
private struct Gatherer {
  let analysis: Analysis
  let words: NoteWords
  let context: ReportContext

  func lines(_ isIncluded: (Party) -> Bool) -> [CaseNote.PartyLine] {
    analysis.parties.indices.filter { isIncluded(analysis.parties[$0]) }.map { place in
      let party = analysis.parties[place]
      return CaseNote.PartyLine(
        party: place, name: context.name(of: party), answer: answer(of: party),
        annexes: Set(party.responses.compactMap { analysis.responses[$0].annex?.number }).sorted())
    }.sorted { DanishCollation.isBefore($0.name, $1.name) }
  }

  /// A party has no remarks when it says so and nothing that it says bears a tag.
  private func answer(of party: Party) -> CaseNote.Answer {
    guard party.hasAnswered else { return .none }
    let responses = party.responses.map { analysis.responses[$0] }
    let isSilent = responses.allSatisfy { response in response.passages.allSatisfy { !$0.isCounted || $0.tags.isEmpty }
    }
    let saysSo = responses.contains { response in
      response.passages.contains { words.noRemarks.isIn(response.document.text[$0.passage.core]) }
    }
    return isSilent && saysSo ? .noRemarks : .answered
  }

  func topics(_ facet: Facet.ID) -> [CaseNote.Topic] {
    let columns = Dictionary(analysis.coverage.columns.map { ($0.code.id, $0) }) { first, _ in first }
    return analysis.codeReports.filter { $0.code.facet == facet }.map { report in
      let column = facet == .strategy ? columns[report.code.id] : nil
      let senders =
        column == nil
        ? report.parties
        : analysis.coverage.rows.indices.filter { analysis.coverage.rows[$0].passages[report.code.id, default: 0] > 0 }
      let places = inOrder(report.entries)
      let proposals = report.entries.filter { $0.stances.contains(words.proposal) }
      let questions = report.entries.filter { $0.stances.contains(words.question) }
      let others = report.entries.filter {
        !$0.stances.contains(words.proposal) && !$0.stances.contains(words.question)
      }
      return CaseNote.Topic(
        code: report.code,
        senders: senders.sorted {
          DanishCollation.isBefore(context.name(of: analysis.parties[$0]), context.name(of: analysis.parties[$1]))
        },
        heardSenders: senders.count { analysis.parties[$0].isHeard }, passages: column?.passages ?? places.count,
        direct: places, stances: report.stances, proposals: inOrder(proposals), questions: inOrder(questions),
        quotes: inTurn(others))
    }
  }

  private func inOrder(_ entries: [CodeReport.Entry]) -> [CaseNote.Place] {
    entries.map { CaseNote.Place(response: $0.response, passage: $0.passage) }.sorted {
      ($0.response, $0.passage) < ($1.response, $1.passage)
    }
  }

  /// One entry of each sender, then a second of each, and so on.
  private func inTurn(_ entries: [CodeReport.Entry]) -> [CaseNote.Place] {
    var seen: [Int: Int] = [:]
    let turns = entries.enumerated().map { index, entry in
      let party = context.partyOfResponse[entry.response]
      defer { seen[party, default: 0] += 1 }
      return (turn: seen[party, default: 0], index: index, entry: entry)
    }
    return turns.sorted { ($0.turn, $0.index) < ($1.turn, $1.index) }.map {
      CaseNote.Place(response: $0.entry.response, passage: $0.entry.passage)
    }
  }

  var wordings: [CaseNote.Place] {
    counted { response, passage in
      passage.tags(.stance).contains { $0.code == words.proposal }
        && words.wording.isIn(response.document.text[passage.passage.core])
    }
  }

  /// Passages that speak of a minority, and those under a heading that does.
  var minority: [CaseNote.Place] {
    var result: [CaseNote.Place] = []
    for (place, response) in analysis.responses.enumerated() {
      var level: Int?
      for (index, tagged) in response.passages.enumerated() {
        let speaks = words.minority.isIn(response.document.text[tagged.passage.core])
        if tagged.passage.kind == .heading {
          if let open = level, tagged.passage.level <= open { level = nil }
          if speaks { level = tagged.passage.level }
        } else if tagged.isCounted, speaks || level != nil {
          result.append(CaseNote.Place(response: place, passage: index))
        }
      }
    }
    return result
  }

  private func counted(_ isIncluded: (TaggedResponse, TaggedPassage) -> Bool) -> [CaseNote.Place] {
    analysis.responses.enumerated().flatMap { place, response in
      response.passages.indices.filter { index in
        response.passages[index].isCounted && isIncluded(response, response.passages[index])
      }.map { CaseNote.Place(response: place, passage: $0) }
    }
  }
}
