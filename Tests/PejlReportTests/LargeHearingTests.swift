import PejlAnalysis
import PejlCodebook
import PejlHearing
import PejlReport
import PejlTagging
import PejlText
import PejlXML
import Testing

@Suite struct LargeHearingTests {
  private let unknown = RespondentMatch(respondent: nil, kind: .citizen, basis: .unknown, evidence: nil)

  private func report(_ count: Int) throws -> RenderedReport {
    try RenderedReport(
      responses: (1...count).map { number in
        SampleAnswer(
          id: "svar-\(number)", file: "svar-\(number).txt", match: unknown,
          passages: [SamplePassage("Svar \(number) om [2.4:skemaer]."), SamplePassage("Andet \(number).")]
        ).response
      })
  }

  @Test func manyQuotesStandOnSeveralPagesAndNoneIsLost() throws {
    let passages = (1...1005).map { SamplePassage("Afsnit \($0) om [2.4:skemaer].") }
    let answer = SampleAnswer(id: "a", file: "a.txt", match: unknown, passages: passages)
    let report = try RenderedReport(responses: [answer.response])
    let paths = ["codes/2.4.html", "codes/2.4_2.html"]
    #expect(try paths.map { try report.tree($0).all("figure").count } == [1000, 5])
    let page = try report.tree(paths[1])
    let said = "0 af 3 hørte parter og 1 anden afsender taler om målsætningen, i alt i 1.005 passager."
    #expect(page.all("p").contains { $0.text == said })
    let links = page.all("nav").first { $0["class"] == "pages" }?.all("a").compactMap { $0["href"] }
    #expect(links == paths.map { "../\($0)#quotes" })
    #expect(try report.tree("passages_2.html").all("figure").count == 5)
  }

  @Test func aHearingWithoutAnswersHasItsPages() throws {
    let report = try RenderedReport(responses: [])
    for page in report.pages { #expect(try report.tree(page.path).all("h1").count == 1) }
    #expect(try report.tree("index.html").text.contains("Der er ingen svar at opgøre."))
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

  @Test func aTitleOfFiveThousandCharactersIsCutEverywhere() throws {
    let title = String(repeating: "Lang titel ", count: 455)
    let hearing = Hearing(id: "x", authority: title, caseNumber: title, title: title)
    let report = try RenderedReport(
      analysis: Analysis(hearing: hearing, codebook: Sample.codebook.summary, responses: [], unread: []))
    for page in report.pages {
      let longest = try report.tree(page.path).first("body")?.all("bdi").map(\.text.count).max() ?? 0
      #expect(longest <= 200, "\(page.path)")
    }
  }

  @Test func anAnswerWithoutPassagesAndAPartyThatAnsweredTwiceAreCountedOnce() throws {
    let match = RespondentMatch(respondent: Sample.council, kind: .council, basis: .annex, evidence: nil)
    let answers = [[SamplePassage("Om [2.4:skemaer].")], []].enumerated().map { number, passages in
      SampleAnswer(id: "svar-\(number)", file: "svar-\(number).txt", match: match, passages: passages).response
    }
    let report = try RenderedReport(responses: answers)
    let said = try report.tree("index.html").all("dd").map(\.foldedText).joined(separator: " ")
    #expect(said.contains("1 af 3 hørte parter har svaret."))
    #expect(said.contains("Der mangler svar fra LMU Område Ørum og LMU Skovstjernen. I alt er der læst 2 svar."))
    #expect(said.contains("1 af den ene passage, der tæller med, handler om strategien."))
    #expect(try report.tree("responses/svar-1.html").text.contains("Filen har ingen tekst."))
    #expect(try report.tree("codes/2.4.html").all("tr").count { $0["id"] == "sender-1" } == 1)
  }

  @Test func thePageOfAnAnswerDependsOnNoOtherAnswer() throws {
    let alone = try report(1).bytes("responses/svar-1.html")
    #expect(try report(3).bytes("responses/svar-1.html") == alone)
  }
}
