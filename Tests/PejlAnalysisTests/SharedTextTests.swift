import PejlAnalysis
import PejlCodebook
import PejlTagging
import PejlText
import Testing

@Suite struct SharedTextTests {
  private let campaign = "Vi beder kommunen om at bevare busruten mellem de to byer og havnen i de kommende år."

  private func analysis() -> Analysis {
    SmallHearing.analysis([
      SmallHearing.answer(
        "a", from: SmallHearing.council,
        [.init(campaign, ["1.1"]), .init("Vi ønsker også mere lys på stien ved søen.")]),
      SmallHearing.answer(
        "b", from: SmallHearing.first, [.init(campaign + " Børnene kører med den hver dag.", ["1.1"])]),
      SmallHearing.answer("c", from: SmallHearing.second, [.init(campaign, ["1.1"])]),
      SmallHearing.answer("d", from: nil, [.init(campaign, ["1.1"])]),
      SmallHearing.answer(
        "e", from: SmallHearing.relatives,
        [.init("Vi vil gerne gentage os selv."), .init("Vi vil gerne gentage os selv.", ["1.2"])]),
    ])
  }

  @Test("a text of several answers counts once by text and fully by sender")
  func counts() throws {
    let analysis = analysis()
    let text = try #require(analysis.sharedTexts.first)
    #expect(analysis.sharedTexts.count == 1 && text.entries.map(\.response) == [0, 1, 2, 3])
    #expect(text.parties.count == 4 && !text.isEqual)
    let report = try #require(analysis.codeReports.first { $0.code.id == "1.1" })
    #expect(report.entries.count == 4 && report.texts == 1 && report.parties.count == 4)
    #expect(analysis.coverage.columns.first { $0.code.id == "1.1" }?.parties == 4)
  }

  @Test("what a sender adds is kept: words in the passage, and passages of its own")
  func additions() throws {
    let analysis = analysis()
    let text = try #require(analysis.sharedTexts.first)
    #expect(
      analysis.additions(of: text.entries[1], to: text).map { analysis.responses[1].document.text[$0] } == [
        "Børnene kører med den hver dag"
      ])
    #expect(analysis.borrowing.map(\.response) == [0, 1, 2, 3])
    #expect(analysis.borrowing[0].own == [1] && analysis.borrowing[2].own.isEmpty)
    #expect(analysis.equalAnswers == [[2, 3]])
  }
}
