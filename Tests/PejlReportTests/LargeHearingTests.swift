import PejlHearing
import PejlReport
import PejlTagging
import PejlText
import PejlXML
import Testing

@Suite struct LargeHearingTests {
  private func report(_ count: Int) throws -> RenderedReport {
    try RenderedReport(
      responses: (1...count).map { number in
        SampleAnswer(
          id: "svar-\(number)", file: "svar-\(number).txt",
          match: RespondentMatch(respondent: nil, kind: .citizen, basis: .unknown, evidence: nil),
          passages: [SamplePassage("Svar \(number) om [2.4:skemaer]."), SamplePassage("Andet \(number).")]
        ).response
      })
  }

  @Test func aCodeShowsThirtyQuotesAndSaysHowManyMoreThereAre() throws {
    let page = try report(100).tree("themes.html")
    let section = try #require(page.all("section").first { $0["id"] == "strategy-2.4" })
    #expect(section.all("blockquote").count == 30)
    #expect(section.foldedText.contains("Desuden 70 passager mere"))
    #expect(section.foldedText.contains("Ukendt afsender svar-62 og 40 andre."))
    let outside = try #require(page.all("section").first { $0["id"] == "outside" })
    #expect(outside.all("blockquote").count == 30)
  }

  @Test func aHearingWithoutAnswersHasItsPages() throws {
    let report = try RenderedReport(responses: [])
    for page in report.pages { #expect(try report.tree(page.path).all("h1").count == 1) }
    #expect(try report.tree("index.html").text.contains("0 af 3 hørte parter har svaret"))
    for schema in RenderedReport.schemas {
      #expect(try XMLSchema(schema.bytes).validate(report.bytes("\(schema.rawValue).xml")).isEmpty)
    }
  }

  @Test func identifiersThatOnlyDifferInWhatPathsForbidGetPathsOfTheirOwn() throws {
    let match = RespondentMatch(respondent: nil, kind: .other, basis: .unknown, evidence: nil)
    let answers = ["a/b", "a b", "A-B"].map {
      SampleAnswer(id: $0, file: "\($0).txt", match: match, passages: [SamplePassage("Tekst")]).response
    }
    let paths = try RenderedReport(responses: answers).files.map(\.path).filter { $0.hasPrefix("responses/") }
    #expect(paths == ["responses/A-B.html", "responses/a-b-2.html", "responses/a-b-3.html"])
  }
}
