import PejlAnalysis
import PejlCodebook
import PejlTagging
import Testing

@Suite struct TellingWordTests {
  typealias Item = SmallHearing.Item

  private func words(outside: [String], inside: [String]) -> [TellingWord] {
    SmallHearing.analysis([
      SmallHearing.answer(
        "a", from: nil, outside.map { Item($0) } + inside.map { Item($0, ["1.1"]) })
    ]).tellingWords
  }

  @Test func aWordThatStandsMostlyOutsideIsTelling() throws {
    let found = words(
      outside: ["Bussen er nedlagt. Bussen kommer ikke", "Hvor er bussen"],
      inside: ["Borgeren er i centrum og bliver hørt", "Borgeren er tryg"])
    let first = try #require(found.first)
    #expect(first.word == "Bussen")
    #expect(first.count == 3)
    #expect(first.passages == 2)
    #expect(first.keyness > 3)
  }

  @Test func shortRareAndSharedWordsAreNot() {
    let found = words(outside: ["og og og hjem borger borger"], inside: ["borger borger borger"])
    #expect(found.map(\.word) == [])
  }

  @Test func wordsAreCutAtWhatIsNoLetter() {
    let found = words(outside: ["kørsel/kørsel (kørsel), kørsel2kørsel"], inside: ["andet"])
    #expect(found.map(\.count) == [5])
    #expect(found.map(\.word) == ["kørsel"])
  }

  @Test func wordsOfEqualWeightAreInOrder() {
    let found = words(outside: ["zebra abekat zebra abekat"], inside: ["noget helt andet her"])
    #expect(found.map(\.word) == ["abekat", "zebra"])
  }
}
