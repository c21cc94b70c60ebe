import PejlHistory
import PejlText
import Testing

@Suite struct RunChangesTests {
  private let long = "Vi ønsker, at borgerne får en fast kontaktperson, som kender dem og deres hverdag godt."
  private let other = "Busruten til hallen bør komme tilbage, for mange unge bruger den hver eneste aften."

  @Test("answers are new, withdrawn, changed, renamed or as they were, and equal answers are named")
  func answers() throws {
    let then = try Run.snapshot([
      ("a", "A", [.init(text: long, codes: [])]), ("b", "B", [.init(text: other, codes: [])]),
      ("c", "C", [.init(text: "Tak for brevet.", codes: [])]), ("d", "D", [.init(text: "Farvel.", codes: [])]),
    ])
    let now = try Run.snapshot([
      ("a", "A", [.init(text: long, codes: [])]), ("b", "B", [.init(text: other + " Nyt.", codes: [])]),
      ("e", "E", [.init(text: long, codes: [])]), ("x", "C", [.init(text: "Tak for brevet.", codes: [])]),
    ])
    let changes = RunChanges(then, now)
    #expect(changes.answers.map(\.id) == ["a", "b", "e", "x", "d"])
    #expect(changes.answers.map(\.state) == [.unchanged, .changed, .new, .renamed, .withdrawn])
    #expect(changes.answers[0].equal == ["e"] && changes.answers[1].equal.isEmpty)
  }

  @Test("each tag that comes or goes has its cause: text, rule, human or the program")
  func causes() throws {
    let then = try Run.snapshot([("a", "A", [.init(text: long, codes: ["1.1"]), .init(text: other, codes: [])])])
    let causes = { (items: [Run.Item], codebook: String) in
      RunChanges(then, try Run.snapshot([("a", "A", items)], codebook: codebook)).tags
        .map { "\($0.isAdded ? "+" : "-")\($0.code) \($0.cause.rawValue)" }
    }
    let same = Run.Item(text: other, codes: [])
    #expect(try causes([.init(text: long, codes: ["1.1"]), same], "b").isEmpty)
    #expect(try causes([.init(text: long, codes: ["1.2"]), same], "b") == ["+1.2 rule", "-1.1 rule"])
    #expect(try causes([.init(text: long, codes: ["1.2"]), same], "a") == ["+1.2 program", "-1.1 program"])
    #expect(
      try causes([.init(text: long.replacing("godt", with: "skidt"), codes: ["1.2"]), same], "b")
        == ["+1.2 text", "-1.1 text"])
    let decided = Run.Item(text: long, codes: [], human: ["1.2"], machine: ["1.1"])
    #expect(try causes([decided, same], "b") == ["+1.2 human", "-1.1 human"])
    #expect(try causes([.init(text: other, codes: [])], "b") == ["-1.1 text"])
  }

  @Test("beside a decision each tag has its own cause: a person's where rules say what they said before")
  func causesBesideDecisions() throws {
    let then = try Run.snapshot([("a", "A", [.init(text: long, codes: ["1.1"], human: ["1.2"], machine: ["1.1"])])])
    let causes = { (item: Run.Item, codebook: String) in
      RunChanges(then, try Run.snapshot([("a", "A", [item])], codebook: codebook)).tags
        .map { "\($0.isAdded ? "+" : "-")\($0.code) \($0.cause.rawValue)" }
    }
    #expect(try causes(.init(text: long, codes: [], human: ["1.2"], machine: ["1.1"]), "a") == ["-1.1 human"])
    #expect(try causes(.init(text: long, codes: [], human: ["1.2"], machine: []), "b") == ["-1.1 rule"])
    #expect(try causes(.init(text: long, codes: ["1.1"]), "a") == ["-1.2 human"])
  }

  @Test("personal numbers are shown in no comparison")
  func numbers() throws {
    let then = try Run.snapshot([
      ("a", "A", [.init(text: "Mit nummer er 070761-4285, og jeg bor her.", codes: ["1.1"])])
    ])
    #expect(then.responses[0].passages[0].text == "Mit nummer er ******-****, og jeg bor her.")
  }

  @Test("coverage is told then and now, with what crossed between nobody and somebody")
  func coverage() throws {
    let then = try Run.snapshot([("a", "A", [.init(text: long, codes: ["1.1"])])])
    let now = try Run.snapshot([
      ("a", "A", [.init(text: long, codes: ["1.2"])]), ("b", "B", [.init(text: other, codes: ["1.2"])]),
      ("c", "C", [.init(text: other, codes: ["1.1"], heading: true)]),
    ])
    let codes = RunChanges(then, now).codes
    #expect(codes.map(\.code.id) == ["P1", "1.1", "1.2"])
    #expect(codes.map(\.parties.now) == [2, 0, 2] && codes.map(\.passages.then) == [1, 1, 0])
    #expect(codes.map(\.isNowTouched) == [false, false, true])
    #expect(codes.map(\.isNoLongerTouched) == [false, true, false])
  }

  @Test("a file that is no analysis is refused with its name")
  func wrong() throws {
    let error = #expect(throws: InvalidInput.self) {
      try RunSnapshot(analysis: Array("<x/>".utf8), coverage: nil, path: "other.xml")
    }
    #expect(error?.diagnostics.first?.path == "other.xml")
  }
}
