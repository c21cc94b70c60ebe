import PejlCodebook
import PejlSegment
import PejlTagging
import PejlText
import PejlXML
import Testing

@Suite struct QuoteTests {
  let report: RenderedReport
  init() throws { report = try RenderedReport() }

  @Test func aQuoteFoldsWhiteSpaceAndJoinsBrokenWordsAndNothingElse() throws {
    let quotes = try report.tree("codes/1.1.html").all("blockquote").map(\.text)
    #expect(
      quotes.contains {
        $0.contains("Rådet er glad for, at man vil tale med borgeren. Det styrker retssikkerheden.")
      })
  }

  @Test func aHyphenThatBelongsToTheWordStays() throws {
    #expect(try report.tree("responses/a.html").text.contains("Beboer- og pårørenderåd bør høres."))
  }

  @Test func theEvidenceIsMarkedAndLabelled() throws {
    let marks = try report.tree("responses/a.html").all("div").filter { $0["class"] == "body" }.flatMap {
      $0.all("mark")
    }
    #expect(marks.map(\.text).contains("tale med borgeren"))
    #expect(marks.first { $0.text == "skemaer" }?["data-label"] == "2.4")
    #expect(marks.first { $0.text == "skemaer" }?["class"] == "strategy")
    #expect(marks.first { $0.text == "tid" }?["class"] == "theme")
  }

  @Test func aLabelIsSaidOnceInARow() throws {
    let answer = SampleAnswer(
      id: "a", file: "a.txt", match: Sample.councilAnswer.match,
      passages: [SamplePassage("[2.4:En], [2.4:to], [1.1:tre], [2.4:fire].")])
    let marks = try RenderedReport(responses: [answer.response]).tree("responses/a.html").all("div")
      .filter { $0["class"] == "body" }.flatMap { $0.all("mark") }
    #expect(marks.map(\.text) == ["En", "to", "tre", "fire"])
    #expect(marks.map { $0["data-label"] } == ["2.4", nil, "1.1", "2.4"])
  }

  @Test func aTagFromAHeadingNamesTheHeading() throws {
    let answer = SampleAnswer(
      id: "a", file: "a.txt", match: Sample.councilAnswer.match,
      passages: [
        SamplePassage("[2.4:Om dokumentation]", .heading, basis: .reference),
        SamplePassage("[2.4:x] Det tager tid.", basis: .heading),
      ])
    var response = answer.response
    let tagged = response.passages[1]
    let tag = Tag(
      code: "2.4", facet: .strategy, basis: .heading, score: 1,
      reasons: [.init(rule: "heading", weight: 1, evidence: [])])
    response = TaggedResponse(
      id: "a", file: "a.txt", sha256: "", document: response.document, respondent: response.respondent, annex: nil,
      passages: [
        response.passages[0], TaggedPassage(passage: tagged.passage, disposition: .tagged, tags: [tag]),
      ])
    let page = try RenderedReport(responses: [response]).tree("responses/a.html")
    #expect(page.foldedText.contains("overskriften over Om dokumentation"))
  }

  @Test func readersFindingsAreToldInDanish() throws {
    var answer = SampleAnswer(
      id: "a", file: "a.txt", match: Sample.councilAnswer.match, passages: [SamplePassage("Tekst")])
    answer.notes = [
      Diagnostic(.note, code: "ingest.encoding", "read as windows-1252, guessed from its bytes"),
      Diagnostic(.note, code: "ingest.encoding", "declared as x, but the text is utf-8"),
      Diagnostic(.warning, code: "ingest.garbled", "12 of 3400 characters have no meaning"),
      Diagnostic(.note, code: "other", "said as it is"),
    ]
    let notes = try RenderedReport(responses: [answer.response]).tree("responses/a.html").foldedText
    #expect(notes.contains("Læst med tegnsættet windows-1252. Se efter"))
    #expect(notes.contains("teksten er læst som den er."))
    #expect(notes.contains("12 af 3.400 tegn har ingen betydning"))
    #expect(notes.contains("said as it is"))
  }

  @Test func aQuoteNamesItsSource() throws {
    let sources = try report.tree("codes/1.1.html").all("figcaption").map(\.foldedText)
    #expect(sources.contains { $0.hasPrefix("Handicaprådet, bilag 2, side 1, passage 3 støtte ord i teksten") })
  }

  @Test func setAsidePassagesSayWhy() throws {
    let aside = try report.tree("responses/a.html").all("div").filter { $0["class"]?.hasSuffix("set-aside") == true }
    #expect(aside.count == 1)
    #expect(aside.first?.foldedText.contains("Lagt til side: Hilsen") == true)
  }
}
