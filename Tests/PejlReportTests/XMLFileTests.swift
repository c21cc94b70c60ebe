import PejlAnalysis
import PejlReport
import PejlTagging
import PejlText
import PejlXML
import Testing

@Suite struct XMLFileTests {
  let report: RenderedReport
  init() throws { report = try RenderedReport() }

  @Test(arguments: RenderedReport.schemas) func theFileIsValid(_ schema: ReportSchema) throws {
    let found = try XMLSchema(schema.bytes).validate(try report.bytes("\(schema.rawValue).xml"))
    #expect(found.isEmpty, "\(found)")
  }

  @Test func theTextsOfThePassagesAreTheTextOfTheDocument() throws {
    let responses = try report.xml("analysis.xml").elements("response")
    #expect(responses.count == 2)
    for (element, response) in zip(responses, Sample.analysis.responses) {
      let text = element.elements("passage").map { $0.first("text")?.text ?? "" }.joined()
      #expect(text == response.document.text.string)
      #expect(element["id"] == response.id)
    }
  }

  @Test func offsetsCountScalarsWithoutGap() throws {
    for response in try report.xml("analysis.xml").elements("response") {
      var position = 0
      for passage in response.elements("passage") {
        let text = Array((passage.first("text")?.text ?? "").unicodeScalars)
        #expect(passage["start"] == String(position))
        #expect(passage["end"] == String(position + text.count))
        for evidence in passage.elements("tag").flatMap({ $0.elements("evidence") }) {
          let start = try #require(evidence["start"].flatMap { Int($0) }) - position
          let end = try #require(evidence["end"].flatMap { Int($0) }) - position
          #expect(0 <= start && start < end && end <= text.count)
        }
        position += text.count
      }
    }
  }

  @Test func evidenceNamesTheWordsThatMatched() throws {
    let response = try #require(try report.xml("analysis.xml").elements("response").last)
    let text = Array(response.elements("passage").map { $0.first("text")?.text ?? "" }.joined().unicodeScalars)
    let evidence = try #require(response.all("evidence").first)
    let start = try #require(evidence["start"].flatMap { Int($0) })
    let end = try #require(evidence["end"].flatMap { Int($0) })
    #expect(String(String.UnicodeScalarView(text[start..<end])) == "<b>øjenhøjde</b>")
  }

  @Test func coverageHoldsTheZerosAndTheSums() throws {
    let coverage = try report.xml("coverage.xml")
    let parties = coverage.elements("party")
    #expect(parties.map { $0["id"] } == ["handicapraad", "lmu-oerum", "lmu-skov", "unknown-b/../../etc"])
    #expect(parties.allSatisfy { $0.elements("cell").count == 5 })
    #expect(parties[1].elements("cell").allSatisfy { $0["passages"] == "0" })
    #expect(coverage.elements("untouched").map { $0["code"] } == ["1.2"])
    let sums = try #require(coverage.first("sums"))
    #expect(sums["passages"] == "9" && sums["tagged"] == "5" && sums["untagged"] == "2" && sums["set-aside"] == "2")
  }
}
