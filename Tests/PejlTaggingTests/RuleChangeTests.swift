import PejlCodebook
import PejlDanish
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText
import Testing

/// Which responses a change of rules touches.
@Suite struct RuleChangeTests {
  /// A change of rules, a response, and whether the change touches it.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let former: String
    let current: String
    let blocks: [(String, Block.Kind)]
    let isTouched: Bool
  }

  private static func rule(
    _ words: String, _ more: String = "", id: String = "r", code: String = "1.1", weight: Double = 1
  ) -> String {
    Book.ruleXML(id, code, "<any>\(words)</any>\(more)", weight: weight)
  }

  private static func changed(
    _ name: String, _ former: String, _ current: String, _ texts: String..., isTouched: Bool
  ) -> Case {
    let blocks = texts.map { text in
      text.hasPrefix("# ") ? (String(text.dropFirst(2)), Block.Kind.heading) : (text, .paragraph)
    }
    return Case(testDescription: name, former: former, current: current, blocks: blocks, isTouched: isTouched)
  }

  private static let worry = rule("frygte", id: "w", code: "s")
  private static let moreWorry = rule("frygte, grue", id: "w", code: "s")

  static let cases: [Case] = [
    changed("a new keyword", rule("vej"), rule("vej, tone"), "En tone.", isTouched: true),
    changed("a new keyword in its plural", rule("vej"), rule("vej, tone"), "To toner.", isTouched: true),
    changed("a new keyword elsewhere", rule("vej"), rule("vej, tone"), "En vej.", isTouched: false),
    changed("a keyword that adds no evidence", rule("tone"), rule("tone, =toner"), "To toner.", isTouched: false),
    changed("a new weight", rule("vej"), rule("vej", weight: 0.6), "En vej.", isTouched: true),
    changed("a new weight of what does not hold", rule("vej"), rule("vej", weight: 0.6), "En sti.", isTouched: false),
    changed("another code", rule("vej"), rule("vej", code: "2.1"), "En vej.", isTouched: true),
    changed("a rule that is gone", rule("vej") + worry, worry, "En vej.", isTouched: true),
    changed(
      "a new frame", rule("vej"), rule("vej") + rule("hilsen", id: "f", code: "procedure"), "Hilsen fra os.",
      isTouched: true),
    changed(
      "a keyword behind a passage", rule("vej", "<before>hus</before>"), rule("vej, tone", "<before>hus</before>"),
      "Et hus.", "En tone.", isTouched: true),
    changed(
      "a keyword behind another passage", rule("vej", "<before>hus</before>"),
      rule("vej, tone", "<before>hus</before>"), "En bil.", "En tone.", isTouched: false),
    changed(
      "a keyword under a heading", rule("vej", "<heading>hus</heading>"), rule("vej, tone", "<heading>hus</heading>"),
      "# Et hus", "En tone.", isTouched: true),
    changed(
      "a keyword under another heading", rule("vej", "<heading>hus</heading>"),
      rule("vej, tone", "<heading>hus</heading>"), "# En bil", "En tone.", isTouched: false),
    changed(
      "a stance that another rule forbids", rule("vej", "<unless><stance code=\"s\"/></unless>") + worry,
      rule("vej", "<unless><stance code=\"s\"/></unless>") + moreWorry, "Vi gruer for en vej.", isTouched: true),
    changed(
      "a rule that another refers to", rule("vej", "<fires rule=\"o\"/>") + rule("bil", id: "o", code: "1.2"),
      rule("vej", "<fires rule=\"o\"/>") + rule("bil, bus", id: "o", code: "1.2"), "En vej til en bus.",
      isTouched: true),
    changed(
      "a misspelling that may now be two words", rule("kørestol"), rule("kørestol") + rule("kørestal", id: "n"),
      "Vi har en kørestwl.", isTouched: true),
    changed("a misspelt keyword", rule("vej"), rule("vej, kørestol"), "Vi har en kørestool.", isTouched: true),
    changed("a keyword in two words", rule("vej"), rule("vej, pårørenderåd"), "Et pårørende råd.", isTouched: true),
    changed("the two words apart", rule("vej"), rule("vej, pårørenderåd"), "Et råd for pårørende.", isTouched: false),
  ]

  @Test("a response is touched when a changed rule finds something else in it", arguments: cases)
  func touched(_ own: Case) throws {
    let (former, current) = (try Book(own.former), try Book(own.current))
    let lexicon = try Lexicon()
    let change = try #require(RuleChange(from: former.compiled, to: current.compiled, lexicon: lexicon))
    let response = response(own.blocks, former)
    let probe = RuleChangeProbe(change, hearing: Hearing(id: ""), strategy: nil, lexicon: lexicon)
    #expect(probe.touches(response) == own.isTouched)
    let isSame = former.tag(own.blocks) == current.tag(own.blocks)
    #expect(isSame == !own.isTouched)
  }

  @Test("lines, examples and titles touch nothing; what is no rule may touch everything")
  func otherChanges() throws {
    let book = try Book(Self.rule("vej") + Self.worry)
    func change(_ content: String, facet: String = "threshold=\"1\" limit=\"3\" share=\"0.5\"") throws -> RuleChange? {
      try RuleChange(from: book.compiled, to: Book(content, facet: facet).compiled, lexicon: book.lexicon)
    }
    let moved = try #require(try change("\n\n" + Self.rule("vej", "<hit>En <mark>vej</mark>.</hit>") + Self.worry))
    let probe = RuleChangeProbe(moved, hearing: Hearing(id: ""), strategy: nil, lexicon: book.lexicon)
    #expect(!probe.touches(response([("En vej.", .paragraph)], book)))
    #expect(try change(Self.rule("vej") + Self.worry, facet: "threshold=\"2\" limit=\"3\" share=\"0.5\"") == nil)
    #expect(try change(Self.worry + Self.rule("vej")) == nil)
    let damper =
      "<damper id=\"d\" factor=\"0.5\" facets=\"strategy\"><any>bil</any>"
      + "<hit><mark>x</mark></hit><miss>y</miss></damper>"
    #expect(try change(Self.rule("vej") + Self.worry + damper) == nil)
    let learned = "<learned code=\"1.1\"><word weight=\"0.3\">bil</word></learned>"
    #expect(try change(Self.rule("vej") + Self.worry + learned) == nil)
  }

  private func response(_ blocks: [(String, Block.Kind)], _ book: Book) -> TaggedResponse {
    var builder = DocumentBuilder(format: "test")
    for (text, kind) in blocks { builder.append(text, kind: kind, level: kind == .heading ? 1 : 0) }
    return TaggedResponse(
      id: "r", file: "r.txt", sha256: "", document: builder.build(),
      respondent: RespondentMatch(respondent: nil, kind: .other, basis: .unknown, evidence: nil), annex: nil,
      passages: book.tag(blocks))
  }
}
