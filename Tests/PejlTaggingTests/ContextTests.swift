import PejlCodebook
import PejlHearing
import PejlTagging
import PejlText
import Testing

/// Conditions on what stands around the words.
@Suite struct ContextTests {
  private static let worry = Book.ruleXML("worry", "s", "<any>frygte</any>")

  private func codes(
    _ condition: String, _ blocks: [(String, Block.Kind)], rules: String = worry, from kind: Respondent.Kind = .other
  ) throws -> [[String]] {
    try Book(Book.ruleXML("r", "1.1", condition) + rules).tag(blocks, from: kind).map {
      $0.tags(.strategy).filter { $0.basis == .keyword }.map(\.code)
    }
  }

  private func codes(_ condition: String, _ text: String, rules: String = worry) throws -> [String] {
    try codes(condition, [(text, .paragraph)], rules: rules)[0]
  }

  @Test("a stance is asked for in the same sentence or anywhere in the passage, and can be forbidden")
  func stance() throws {
    let near = "<any>tone</any><stance code=\"s\"/>"
    #expect(try codes(near, "Vi frygter tonen.") == ["1.1"])
    #expect(try codes(near, "Vi frygter kulden. Tonen er god.") == [])
    let wide = "<any>tone</any><stance code=\"s\" within=\"passage\"/>"
    #expect(try codes(wide, "Vi frygter kulden. Tonen er god.") == ["1.1"])
    #expect(try codes(wide, "Tonen er god.") == [])
    let without = "<any>tone</any><unless><stance code=\"s\"/></unless>"
    #expect(try codes(without, "Vi frygter tonen.") == [])
    #expect(try codes(without, "Vi frygter kulden. Tonen er god.") == ["1.1"])
    let nowhere = "<any>tone</any><unless within=\"passage\"><stance code=\"s\"/></unless>"
    #expect(try codes(nowhere, "Vi frygter kulden. Tonen er god.") == [])
  }

  @Test("a stance that only other respondents can take does not hold")
  func stanceOfKind() throws {
    let rule =
      "<rules code=\"s\"><rule id=\"k\" kind=\"council\"><any>frygte</any><hit><mark>frygte</mark></hit><miss>x</miss></rule></rules>"
    for (kind, expected) in [(Respondent.Kind.council, ["1.1"]), (.citizen, [])] {
      let found = try codes(
        "<any>tone</any><stance code=\"s\"/>", [("Vi frygter tonen.", .paragraph)], rules: rule, from: kind)
      #expect(found[0] == expected)
    }
  }

  @Test("what stands around a match is no evidence of it and moves no word")
  func evidence() throws {
    let book = try Book(Book.ruleXML("r", "1.1", "<any>tone</any><stance code=\"s\"/>") + Self.worry)
    #expect(book.evidence("Vi frygter [tonen].") == "Vi frygter [tonen].")
    let near = try Book(
      Book.ruleXML(
        "r", "1.1", "<near words=\"2\"><all><any>tone</any><stance code=\"s\"/></all><any>møde</any></near>")
        + Self.worry)
    #expect(near.evidence("Vi frygter [tonen] på [mødet].") == "Vi frygter [tonen] på [mødet].")
  }

  @Test("the heading above holds a term, also one of higher rank, until the next heading of its rank")
  func heading() throws {
    let blocks: [(String, Block.Kind)] = [
      ("Tonen.", .paragraph), ("Vores bekymringer om tonen", .heading), ("Tonen.", .paragraph), ("Tonen.", .listItem),
      ("Ros", .heading), ("Tonen.", .paragraph),
    ]
    #expect(
      try codes("<any>tone</any><heading>bekymring</heading>", blocks) == [[], [], ["1.1"], ["1.1"], [], []])
    #expect(
      try codes("<any>tone</any><unless><heading>bekymring, ros</heading></unless>", blocks)
        == [["1.1"], ["1.1"], [], [], [], []])
  }

  @Test("the passage before is the one before, furniture and empty lines passed over")
  func before() throws {
    let blocks: [(String, Block.Kind)] = [
      ("Tonen.", .paragraph), ("Vi mangler:", .paragraph), ("Side 3", .furniture), ("***", .paragraph),
      ("Tonen.", .listItem), ("Tonen.", .listItem),
    ]
    let missing = [[], [], [], [], ["1.1"], []]
    #expect(try codes("<any>tone</any><before>mangle</before>", blocks) == missing)
    #expect(
      try codes("<any>tone</any><before><near words=\"1\"><any>vi</any><any>mangle</any></near></before>", blocks)
        == missing)
    #expect(
      try codes("<any>tone</any><unless><before>mangle</before></unless>", blocks) == [
        ["1.1"], [], [], [], [], ["1.1"],
      ])
  }

  @Test("the passage before may be asked for its own heading, stance and passage before")
  func chain() throws {
    let blocks: [(String, Block.Kind)] = [
      ("Frygt", .heading), ("Vi frygter kulden.", .paragraph), ("Og regnen.", .paragraph), ("Tonen.", .paragraph),
      ("Tonen.", .paragraph),
    ]
    let third = [[], [], [], ["1.1"], []]
    #expect(
      try codes("<any>tone</any><before><any>regn</any><before><stance code=\"s\"/></before></before>", blocks) == third
    )
    #expect(try codes("<any>tone</any><before><heading>frygt</heading><any>regn</any></before>", blocks) == third)
    #expect(
      try codes(
        "<any>tone</any><before><fires rule=\"f\"/></before>", blocks,
        rules: Self.worry
          + Book.ruleXML("f", "1.2", "<any>regn</any><before><stance code=\"s\"/></before>", weight: 0.1)) == third)
  }

  @Test("of several surroundings either one or all can be asked for")
  func together() throws {
    let blocks: [(String, Block.Kind)] = [
      ("Ros", .heading), ("Vi mangler:", .paragraph), ("Tonen.", .listItem), ("Tonen.", .listItem),
    ]
    #expect(
      try codes("<any>tone</any><either><heading>ros</heading><before>mangle</before></either>", blocks)
        == [[], [], ["1.1"], ["1.1"]])
    #expect(
      try codes("<any>tone</any><heading>ros</heading><before>mangle</before>", blocks) == [[], [], ["1.1"], []])
  }

  @Test("an example states the heading above it and the passage before it")
  func examples() throws {
    func findings(_ examples: String) throws -> [String] {
      let book = try Book(
        "<rules code=\"1.1\"><rule id=\"r\"><any>tone</any><heading>ros</heading><before>mangle</before>\(examples)</rule></rules>"
      )
      return RuleVerifier(book.compiled, lexicon: book.lexicon).verify().map(\.message)
        + CodebookLint(book.compiled.codebook, lexicon: book.lexicon).findings().filter { $0.severity > .note }.map(
          \.code)
    }
    let hit = "<hit above=\"Ros til alle\" before=\"Vi mangler:\"><mark>Tonen</mark> er god.</hit>"
    #expect(try findings(hit + "<miss above=\"Ros\">Tonen er god.</miss>") == [])
    #expect(try findings(hit + "<miss above=\"Ros\" before=\"Vi mangler\">Tonen er god.</miss>").count == 1)
    let none = try findings("<hit><mark>Tonen</mark> er god.</hit><miss>Toget.</miss>")
    #expect(none.count == 2)
    #expect(none[0].contains("nothing") && none[1] == "codebook.no-surroundings")
  }
}
