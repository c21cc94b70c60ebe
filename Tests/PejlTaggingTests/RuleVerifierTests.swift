import PejlCodebook
import PejlTagging
import PejlText
import Testing

@Suite struct RuleVerifierTests {
  private func findings(_ condition: String, hit: String, miss: String) throws -> [String] {
    let book = try Book(
      "<rules code=\"1.1\"><rule id=\"r\">\(condition)<hit>\(hit)</hit><miss>\(miss)</miss></rule></rules>")
    return RuleVerifier(book.compiled, lexicon: book.lexicon).verify().map(\.message)
  }

  @Test("examples that hold give no finding")
  func good() throws {
    #expect(try findings("<any>tone</any>", hit: "En god <mark>tone</mark> og <mark>toner</mark>.", miss: "Et tog.").isEmpty)
  }

  @Test("a hit with other marks, and a miss that matches, name the rule, the example and what was found")
  func bad() throws {
    let found = try findings("<any>tone</any>", hit: "<mark>En</mark> tone.", miss: "Toner.")
    #expect(found.count == 2)
    #expect(found[0].contains("\"r\"") && found[0].contains("\"tone\"") && found[0].contains("[En] tone."))
    #expect(found[1].contains("\"Toner\""))
    #expect(try findings("<any>tone</any>", hit: "<mark>Tog</mark>.", miss: "Et tog.")[0].contains("nothing"))
  }
}
