internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlReport
internal import PejlSegment
internal import PejlTagging
internal import PejlText
internal import PejlXML

/// Writes a note as XML: its figures and quotes without the words around them.
struct NoteXML {
  let form: NoteForm

  private var note: CaseNote { form.note }
  private var analysis: Analysis { form.analysis }

  /// The document.
  func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    let hearing = analysis.hearing
    let coverage = analysis.coverage
    xml.element(
      "note",
      [
        ("xmlns", "urn:pejl:note:1"), ("hearing", hearing.id), ("codebook", analysis.codebook.id),
        ("layout", form.layout.rawValue), ("language", form.words.language.rawValue),
      ]
    ) {
      xml.emptyElement(
        "hearing",
        [
          ("title", hearing.title), ("case", hearing.caseNumber), ("authority", hearing.authority),
          ("strategy", hearing.strategy?.title), ("start", hearing.period?.start), ("end", hearing.period?.end),
          ("days", note.days.map { String($0) }), ("manner", hearing.period?.manner), ("heard", String(coverage.heard)),
          ("answered", String(coverage.answered)), ("others", String(coverage.unknownSenders)),
          ("responses", String(analysis.responses.count)),
        ])
      for line in note.heard + note.others { write(line, to: xml) }
      for finding in analysis.unread {
        xml.element("unread", [("file", finding.path), ("code", finding.code)], text: finding.message)
      }
      for topic in note.topics + note.themes { write(topic, to: xml) }
      for (name, places) in [("wordings", note.wordings), ("minority", note.minority), ("outside", note.outside)] {
        xml.element(name, [("passages", String(places.count))]) { for place in places { write(place, to: xml) } }
      }
      xml.emptyElement(
        "sums",
        [
          ("passages", String(coverage.total.passages)), ("tagged", String(coverage.total.tagged)),
          ("untagged", String(coverage.total.untagged)), ("set-aside", String(coverage.total.setAsideTotal)),
          ("counted", String(coverage.total.counted)), ("outside", String(coverage.total.outside)),
        ])
    }
    return xml.finish()
  }

  private func write(_ line: CaseNote.PartyLine, to xml: XMLWriter) {
    let party = analysis.parties[line.party]
    xml.emptyElement(
      "party",
      [
        ("id", party.id), ("name", line.name), ("kind", party.kind.rawValue), ("group", party.group),
        ("heard", party.isHeard ? "true" : "false"), ("answer", line.answer.rawValue),
        ("responses", String(party.responses.count)),
        ("annexes", line.annexes.isEmpty ? nil : line.annexes.map(String.init).joined(separator: " ")),
      ])
  }

  private func write(_ topic: CaseNote.Topic, to xml: XMLWriter) {
    let code = topic.code
    xml.element(
      "topic",
      [
        ("code", code.id), ("facet", code.facet.rawValue), ("parent", code.parent), ("name", code.name),
        ("senders", String(topic.senders.count)), ("heard-senders", String(topic.heardSenders)),
        ("passages", String(topic.passages)), ("direct", String(topic.direct.count)),
      ]
    ) {
      if let wording = code.wording ?? code.motto { xml.element("wording", text: wording) }
      xml.element("account", text: form.account(topic))
      for sender in topic.senders { xml.emptyElement("sender", [("party", analysis.parties[sender].id)]) }
      for stance in topic.stances {
        xml.emptyElement(
          "stance",
          [("code", stance.code.id), ("passages", String(stance.passages)), ("senders", String(stance.parties))])
      }
      let proposals = Set(topic.proposals)
      let questions = Set(topic.questions)
      for place in topic.direct {
        write(place, to: xml, isProposal: proposals.contains(place), isQuestion: questions.contains(place))
      }
    }
  }

  private func write(_ place: CaseNote.Place, to xml: XMLWriter, isProposal: Bool = false, isQuestion: Bool = false) {
    let response = analysis.responses[place.response]
    let tagged = response.passages[place.passage]
    xml.element(
      "quote",
      [
        ("response", response.id), ("passage", tagged.passage.id),
        ("party", form.context.party(of: place.response).id), ("annex", response.annex.map { String($0.number) }),
        ("document", response.annex?.document), ("page", tagged.passage.page.map { String($0) }),
        ("codes", tagged.tags.map(\.code).joined(separator: " ")), ("proposal", isProposal ? "true" : nil),
        ("question", isQuestion ? "true" : nil),
      ],
      text: response.document.text[tagged.passage.core])
  }
}
