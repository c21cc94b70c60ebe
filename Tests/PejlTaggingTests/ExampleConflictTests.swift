import PejlTagging
import PejlText
import Testing

@Suite struct ExampleConflictTests {
  private func conflicts(_ rules: String) throws -> [Diagnostic] {
    let book = try Book(rules)
    return CodebookLint(book.compiled.codebook, lexicon: book.lexicon).findings().filter {
      $0.code == "codebook.example-conflict"
    }
  }

  private func rule(_ id: String, _ condition: String, hit: String, miss: String, code: String = "1.1") -> String {
    "\n<rules code=\"\(code)\"><rule id=\"\(id)\">\(condition)<hit>\(hit)</hit><miss>\(miss)</miss></rule></rules>"
  }

  private let any = "<any>tone</any><any>møde</any>"
  private let near = "<near words=\"1\"><any>tone</any><any>møde</any></near>"
  private let hit = "<mark>Tonen</mark> er god på et langt <mark>møde</mark>."
  private let plain = "Tonen er god på et langt møde."

  @Test("a sentence that is a hit and a miss of the same condition is an error, with both places")
  func same() throws {
    for code in ["1.1", "1.2"] {
      let found = try conflicts(
        rule("a", any, hit: hit, miss: "x")
          + rule("b", any, hit: "<mark>tone</mark> <mark>møde</mark>", miss: plain, code: code))
      #expect(found.count == 1)
      #expect(found.first?.severity == .error)
      #expect(found.first?.message.contains("\"a\"") == true && found.first?.message.contains("\"b\"") == true)
      #expect((found.first?.line ?? 0) > 1)
    }
    #expect(try conflicts(rule("a", any, hit: hit, miss: plain)).map(\.severity) == [.error])
  }

  @Test("a hit and a miss of two rules of one code that look for the same words is a warning; other rules may differ")
  func similar() throws {
    let other = "<mark>tone</mark> <mark>møde</mark>"
    #expect(
      try conflicts(rule("a", any, hit: hit, miss: "x") + rule("b", near, hit: other, miss: plain)).map(\.severity)
        == [.warning])
    #expect(
      try conflicts(rule("a", any, hit: hit, miss: "x") + rule("b", near, hit: other, miss: plain, code: "1.2")).isEmpty
    )
    #expect(
      try conflicts(
        rule("a", any, hit: hit, miss: "x") + rule("b", "<any>tog</any>", hit: "<mark>tog</mark>", miss: plain)
      ).isEmpty)
  }

  @Test("the same sentence under another heading is another example")
  func surroundings() throws {
    let text = any + "<unless><heading>ros</heading></unless>"
    let xml =
      "<rules code=\"1.1\"><rule id=\"a\">\(text)<hit>\(hit)</hit><miss above=\"Ros\">\(plain)</miss></rule></rules>"
    #expect(try conflicts(xml).isEmpty)
  }
}
