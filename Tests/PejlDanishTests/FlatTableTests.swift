import Testing

@testable import PejlDanish

@Suite struct FlatTableTests {
  @Test("what was said of thousands of words is found again, also where more of a word became known")
  func answers() {
    var answers = NewAnswers()
    for number in 0..<5_000 { answers.set("ord\(number)", .init(isKnown: number % 3 == 0)) }
    for number in 0..<5_000 where number % 2 == 0 {
      answers.set("ord\(number)", .init(isKnown: number % 3 == 0, stems: ["s\(number)", "ø"]))
    }
    var met: Set<String> = []
    answers.forEach { word, _ in met.insert(word) }
    #expect(answers.count == 5_000 && met.count == 5_000)
    for number in 0..<5_000 {
      let known = answers.answer("ord\(number)")
      #expect(known?.isKnown == (number % 3 == 0) && known?.stems == (number % 2 == 0 ? ["s\(number)", "ø"] : nil))
    }
    #expect(answers.answer("ord") == nil && answers.answer("") == nil)
  }

  @Test("a word that is too long for a record is asked for again, and harms no other")
  func long() {
    var answers = NewAnswers()
    let long = String(repeating: "å", count: 101)
    answers.set(long, .init(isKnown: true))
    answers.set("å", .init(isKnown: true, stems: [String(repeating: "s", count: 256)]))
    answers.set("ø", .init(isKnown: false))
    #expect(answers.answer(long) == nil && answers.answer("å") == nil && answers.answer("ø")?.isKnown == false)
  }

  @Test("lists of words come back as they were kept, empty ones too")
  func lists() {
    var lists = WordLists()
    lists.keep(["råd", "råde"], of: 7)
    lists.keep([], of: 3)
    lists.keep([String(repeating: "x", count: 300)], of: 4)
    #expect(lists[7] == ["råd", "råde"] && lists[3] == [])
    #expect(lists[4] == nil && lists[0] == nil && lists[100] == nil)
  }
}
