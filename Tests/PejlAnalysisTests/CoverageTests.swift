import PejlAnalysis
import PejlCodebook
import PejlHearing
import PejlSegment
import PejlTagging
import Testing

@Suite struct CoverageTests {
  typealias Item = SmallHearing.Item

  @Test func aGuidepostCountsAPassageWithTwoOfItsObjectivesOnce() {
    let analysis = SmallHearing.analysis([
      SmallHearing.answer("a", from: SmallHearing.council, [Item("Text", ["1.1", "1.2"]), Item("More", ["P1"])])
    ])
    #expect(analysis.coverage.rows[0].passages == ["P1": 2, "1.1": 1, "1.2": 1, "P2": 0, "2.1": 0])
    #expect(analysis.coverage.columns.map(\.passages) == [2, 1, 1, 0, 0])
    #expect(analysis.coverage.untouched.map(\.id) == ["2.1"])
  }

  @Test func partiesWithoutAnAnswerStayAsRowsOfZeros() {
    let coverage = SmallHearing.analysis([SmallHearing.answer("a", from: SmallHearing.first, [Item("Text", ["2.1"])])])
      .coverage
    #expect(coverage.rows.map(\.party.id) == ["council", "first", "second", "relatives"])
    #expect(coverage.rows.map { $0.passages["2.1"] } == [0, 1, 0, 0])
    #expect(coverage.rows[1].party.group == "Committees")
    #expect(coverage.rows[3].party.group == nil)
    #expect(coverage.heard == 4)
    #expect(coverage.answered == 1)
  }

  @Test func twoAnswersOfOnePartyAreOneParty() {
    let analysis = SmallHearing.analysis([
      SmallHearing.answer("b", from: SmallHearing.council, annex: 2, [Item("Text", ["1.1"])]),
      SmallHearing.answer("a", from: SmallHearing.council, annex: 10, [Item("Text", ["1.1"])]),
    ])
    #expect(analysis.parties[0].responses == [0, 1])
    #expect(analysis.responses.map(\.id) == ["b", "a"])
    #expect(analysis.coverage.columns[1].passages == 2)
    #expect(analysis.coverage.columns[1].parties == 1)
    #expect(analysis.coverage.answered == 1)
  }

  @Test func unknownSendersAreRowsOfTheirOwn() {
    let analysis = SmallHearing.analysis([
      SmallHearing.answer("z", from: nil, [Item("Text", ["1.1"])]), SmallHearing.answer("y", from: nil, [Item("Text")]),
    ])
    #expect(analysis.parties.suffix(2).map(\.id) == ["unknown-y", "unknown-z"])
    #expect(analysis.partyOfResponse == [4, 5])
    #expect(analysis.coverage.unknownSenders == 2)
    #expect(analysis.coverage.answered == 0)
    #expect(analysis.coverage.columns[1].parties == 1)
    #expect(analysis.coverage.columns[1].heardParties == 0)
  }

  @Test func anAnswerFromAGroupAsAWholeIsAPartyThatWasNotHeardByItself() {
    let analysis = SmallHearing.analysis([SmallHearing.answer("a", from: SmallHearing.group, [Item("Text")])])
    #expect(analysis.parties.last?.id == "committees")
    #expect(analysis.parties.last?.isHeard == false)
    #expect(analysis.coverage.heard == 4)
  }

  @Test func setAsidePassagesAndHeadingsDoNotCount() {
    let analysis = SmallHearing.analysis([
      SmallHearing.answer(
        "a", from: SmallHearing.council,
        [
          Item("Heading", ["1.1"], kind: .heading), Item("Heading", kind: .heading),
          Item("Dear all", ["1.1"], reason: "salutation"), Item("Body", ["1.2"]), Item("Elsewhere"),
        ])
    ])
    let row = analysis.coverage.rows[0]
    #expect(row.passages["1.1"] == 0)
    #expect(row.account.passages == 5)
    #expect(row.account.tagged == 2)
    #expect(row.account.untagged == 2)
    #expect(row.account.setAside == ["salutation": 1])
    #expect(row.account.headings == 2)
    #expect(row.account.counted == 2)
    #expect(row.account.outside == 1)
    #expect(analysis.outside.map(\.passage) == [4])
  }

  @Test func theTotalIsTheSumOfTheRows() {
    let analysis = SmallHearing.analysis([
      SmallHearing.answer("a", from: SmallHearing.council, [Item("Ægget", ["1.1"]), Item("B", reason: "x")]),
      SmallHearing.answer("b", from: nil, [Item("C"), Item("D", reason: "x"), Item("E", reason: "y")]),
    ])
    let total = analysis.coverage.total
    #expect(total.passages == 5)
    #expect(total.tagged + total.untagged + total.setAsideTotal == total.passages)
    #expect(total.reasons.map(\.reason) == ["x", "y"])
    #expect(total.characters == 8 + 7)
    #expect(analysis.isComplete)
  }
}
