import PejlAnalysis
import PejlCodebook
import PejlHearing
import PejlReport
import PejlSegment
import PejlTagging
import PejlText
import PejlXML
import Testing

/// Every count on the pages and in the XML is the analysis' own, for hearings made at random.
@Suite struct NumbersAgreeTests {
  static let seeds: [UInt64] = [1, 2, 3, 4]

  @Test(arguments: seeds) func theHeatMapIsTheCoverage(seed: UInt64) throws {
    let (analysis, report) = try Self.hearing(seed)
    let coverage = analysis.coverage
    let page = try report.tree("coverage.html")
    let rows = try #require(page.all("tbody").first { $0["id"] == "matrix-rows" }).elements("tr")
    #expect(rows.count == coverage.rows.count)
    for (row, shown) in zip(coverage.rows, rows) {
      let counts = coverage.columns.map { row.passages[$0.code.id, default: 0] } + [row.account.outside]
      #expect(shown.elements("td").map(\.foldedText) == counts.map(String.init))
    }
    let sums = page.all("tfoot")[0].elements("tr").map { $0.elements("td").map(\.foldedText) }
    #expect(sums[0] == (coverage.columns.map(\.passages) + [coverage.total.outside]).map(String.init))
    #expect(sums[1] == coverage.columns.map { String($0.parties) } + [""])
    let xml = try report.xml("coverage.xml")
    for (row, party) in zip(coverage.rows, xml.elements("party")) {
      #expect(
        party.elements("cell").map { Int($0["passages"] ?? "") } == coverage.columns.map { row.passages[$0.code.id] })
    }
  }

  @Test(arguments: seeds) func thePageOfACodeHoldsItsPassagesAndParties(seed: UInt64) throws {
    let (analysis, report) = try Self.hearing(seed)
    for code in analysis.codeReports {
      let name = code.code.id.map { PlainNames.spelling[$0] ?? String($0) }.joined()
      let page = try report.tree("codes/\(name).html")
      let column = analysis.coverage.columns.first { $0.code.id == code.code.id && code.code.facet == .strategy }
      let passages = column?.passages ?? code.entries.count
      let parties = column?.parties ?? code.parties.count
      let quotes = page.all("figure").filter { $0["class"] == "quote" }
      #expect(quotes.count == passages, "\(code.code.id)")
      #expect(Set(quotes.compactMap { $0["data-sender"] }).count == parties, "\(code.code.id)")
      let senders = page.all("tr").filter { $0["id"]?.hasPrefix("sender-") == true }
      #expect(senders.count == parties)
      let counts = senders.compactMap { Int($0.elements("td").first?.text ?? "") }
      #expect(counts.reduce(0, +) == passages)
      for (place, stance) in analysis.codebook.codes(.stance).enumerated() {
        let sum = senders.compactMap { Int($0.elements("td")[place + 1].text) }.reduce(0, +)
        #expect(sum == quotes.count { $0["data-stance"]?.split(separator: " ").contains(Substring(stance.id)) == true })
        if code.code.parent != nil {
          #expect(sum == code.stances[place].passages, "\(code.code.id) \(stance.id)")
          let bar = page.all("ul").first { $0["class"] == "bars" }?.elements("li")[place]
          #expect(passages == 0 || bar?.first("b")?.text == String(sum))
        }
      }
      let xml = try report.xml("themes.xml").elements("code").first { $0["id"] == code.code.id }
      #expect(xml?["passages"] == String(code.entries.count) && xml?["parties"] == String(code.parties.count))
    }
    let outside = try report.tree("codes/outside.html").all("figure").count
    #expect(outside == analysis.coverage.total.outside && outside == analysis.outside.count)
  }

  @Test(arguments: seeds) func accountsAndSumsAreThoseOfTheAnalysis(seed: UInt64) throws {
    let (analysis, report) = try Self.hearing(seed)
    let total = analysis.coverage.total
    let page = try report.tree("responses.html")
    let tables = page.all("table")
    let answers = try #require(tables.first).all("tbody").flatMap { $0.elements("tr") }
    #expect(answers.count == analysis.responses.count)
    for (response, row) in zip(analysis.responses, answers) {
      let account = Account(response)
      let figures = [account.passages, account.tagged, account.untagged, account.setAsideTotal]
      #expect(row.elements("td").suffix(4).map(\.text) == figures.map(String.init))
    }
    let accounts = try #require(tables.last).all("tr")
    let figures = [total.passages, total.tagged, total.untagged, total.setAsideTotal]
    #expect(try #require(accounts.last).elements("td").dropFirst().prefix(4).map(\.text) == figures.map(String.init))
    let front = try report.tree("index.html")
    let said = front.all("dd").map(\.foldedText).joined(separator: " ")
    if total.counted > 1 {
      #expect(said.contains("\(total.inside) af de \(total.counted) passager, der tæller med, handler om strategien."))
    }
    let bars = front.all("ul").filter { $0["class"] == "bars wide-bars" }.flatMap { $0.elements("li") }
    let objectives = analysis.coverage.columns.filter { $0.code.parent != nil }
    #expect(bars.map { Int($0.first("b")?.text ?? "") ?? 0 } == objectives.map(\.parties))
    let sums = try #require(try report.xml("analysis.xml").first("sums"))
    #expect(sums["passages"] == String(total.passages) && sums["outside"] == String(total.outside))
  }

  /// A hearing of some answers by known and unknown senders; one party may answer twice, one answer has no passage.
  private static func hearing(_ seed: UInt64) throws -> (Analysis, RenderedReport) {
    var random = Numbers(state: seed)
    let codes = ["1.1", "1.2", "2.4", "P1", "P2", "T2", "støtte", "bekymring", "forslag", "spørgsmål"]
    let senders: [RespondentMatch] = [
      .init(respondent: Sample.council, kind: .council, basis: .annex, evidence: nil),
      .init(respondent: Sample.committee, kind: .medCommittee, basis: .title, evidence: nil),
      .init(respondent: nil, kind: .citizen, basis: .unknown, evidence: nil),
    ]
    let responses = (0..<5).map { number in
      let passages = (0..<(number == 4 ? 0 : 3 + random.below(6))).map { place -> SamplePassage in
        let marks = (0..<random.below(4)).map { _ in "[\(codes[random.below(codes.count)]):ord\(random.below(9))]" }
        let isAside = random.below(6) == 0
        let text = "Afsnit \(place) \(marks.joined(separator: " ")) slut."
        return SamplePassage(text, random.below(5) == 0 ? .heading : .paragraph, reason: isAside ? "salutation" : nil)
      }
      return SampleAnswer(
        id: "svar-\(number)", file: "svar-\(number).txt", match: senders[random.below(senders.count)],
        passages: passages
      ).response
    }
    let analysis = Analysis(
      hearing: Sample.hearing, codebook: Sample.codebook.summary, responses: responses, unread: [])
    return (analysis, try RenderedReport(analysis: analysis))
  }

  /// The same numbers on every machine (Knuth's 64-bit linear congruence).
  private struct Numbers {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }
}
