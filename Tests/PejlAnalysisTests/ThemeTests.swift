import PejlAnalysis
import PejlCodebook
import PejlTagging
import Testing

@Suite struct ThemeTests {
  typealias Item = SmallHearing.Item

  @Test func stancesAreSplitByCode() throws {
    let analysis = SmallHearing.analysis([
      SmallHearing.answer(
        "a", from: SmallHearing.council,
        [
          Item("A", ["1.1", "support"]), Item("B", ["1.1", "worry"]), Item("C", ["1.1", "worry"]), Item("D", ["1.2"]),
        ]),
      SmallHearing.answer("b", from: SmallHearing.first, [Item("E", ["1.1"])]),
    ])
    let report = try #require(analysis.codeReports.first { $0.code.id == "1.1" })
    #expect(report.stances.map(\.code.id) == ["support", "worry"])
    #expect(report.stances.map(\.passages) == [1, 2])
    #expect(report.stances.map(\.parties) == [1, 1])
    #expect(report.parties == [0, 1])
  }

  @Test func everyCodeHasAReportInTheOrderOfTheCodebook() {
    #expect(
      SmallHearing.analysis([]).codeReports.map(\.code.id) == [
        "P1", "1.1", "1.2", "P2", "2.1", "T1", "support", "worry",
      ])
  }

  @Test func theMostCertainPassagesStandFirst() throws {
    let analysis = SmallHearing.analysis([
      SmallHearing.answer("a", from: SmallHearing.council, basis: .heading, [Item("A", ["1.1"])]),
      SmallHearing.answer("b", from: SmallHearing.first, [Item("B", ["1.1"]), Item("C", ["P2", "1.1"])]),
      SmallHearing.answer("c", from: SmallHearing.second, basis: .reference, [Item("D", ["1.1"])]),
    ])
    let entries = try #require(analysis.codeReports.first { $0.code.id == "1.1" }).entries
    #expect(entries.map(\.response) == [2, 1, 1, 0])
    #expect(entries.map(\.passage) == [0, 1, 0, 0])
  }

  @Test func theOrderOfTheInputDoesNotMatter() {
    let answers = ["a", "b", "c"].map { SmallHearing.answer($0, from: nil, [Item("Bussen kører \($0)")]) }
    #expect(
      SmallHearing.analysis(answers).responses.map(\.id)
        == SmallHearing.analysis(answers.reversed()).responses.map(\.id))
  }
}
