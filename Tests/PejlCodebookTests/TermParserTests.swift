@testable import PejlCodebook
import Testing

@Suite struct TermParserTests {
  private let parser = TermParser(wordsOfList: { name in
    if name == "kin" { return [.lemma("søn"), .lemma("datter")] }
    throw TermParser.Failure(message: "no list \(name)")
  })

  private func term(_ text: String) throws -> [PhraseStep] {
    guard case .term(let term)? = try parser.items(text).first else { return [] }
    return term.steps
  }

  @Test(
    "each mark gives its pattern",
    arguments: [
      ("Borger", .lemma("borger")), ("=Lære", .exact("lære")), ("=STU", .capitals("stu")), ("involver*", .prefix("involver")),
      ("*råd", .suffix("råd")), ("*hjælp*", .infix("hjælp")), ("~ansvar", .part("ansvar")),
    ] as [(String, WordPattern)])
  func patterns(text: String, pattern: WordPattern) throws {
    #expect(try term(text) == [.word([pattern])])
  }

  @Test("phrases have gaps, alternatives and lists of words")
  func phrases() throws {
    #expect(
      try term("min|vores @kin … hjem")
        == [.word([.lemma("min"), .lemma("vores")]), .word([.lemma("søn"), .lemma("datter")]), .gap(3), .word([.lemma("hjem")])])
    #expect(try term("a …6 b") == [.word([.lemma("a")]), .gap(6), .word([.lemma("b")])])
    #expect(try parser.items("a, @kin,\n b c").count == 3)
  }

  @Test(
    "what cannot be meant is refused",
    arguments: ["… a", "a …", "a …99 b", "=a*", "~x", "a;b", "*", "a|", "x*", "a b c d e f g h i j k l m", "a @none"])
  func refused(text: String) {
    #expect(throws: TermParser.Failure.self) { try parser.items(text) }
  }
}
