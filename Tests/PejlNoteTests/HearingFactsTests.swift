import PejlAnalysis
import PejlCodebook
import PejlHearing
import PejlNote
import Testing

@testable import PejlIngest

@Suite struct HearingFactsTests {
  @Test("the note tells how the case goes on, and what was decided, by whom and when")
  func procedureAndDecisions() throws {
    let hearing = Hearing(
      id: "prøve", title: "En prøve", procedure: ["Socialudvalget", "Byrådet"],
      decisions: [
        .init(body: "Socialudvalget", date: "2023-11-02", text: "Udkastet sendes i høring."),
        .init(body: nil, date: nil, text: "Godkendt."),
      ])
    let analysis = Analysis(hearing: hearing, codebook: NoteSample.codebook.summary, responses: [], unread: [])
    let renderer = try NoteRenderer(analysis, layout: .state, method: NoteSample.method)
    for tables in [try SeenTable.ofPage(renderer.page()), try SeenTable.ofWord(renderer.word().bytes)] {
      let rows = tables.flatMap(\.rows).map {
        $0.joined(separator: "|").split(whereSeparator: \.isNewline).joined(separator: "/")
      }
      #expect(rows.contains("Sagens gang|1. Socialudvalget/2. Byrådet"), "\(rows)")
      #expect(
        rows.contains("Beslutninger|Udkastet sendes i høring./Socialudvalget, 2. november 2023/Godkendt."), "\(rows)")
    }
  }
}
