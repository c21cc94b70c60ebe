import PejlTagging
import PejlText
import Testing

/// What the reader lets through is bounded, whatever the text.
@Suite struct CostTests {
  @Test(
    "a near of six with one that is never there is done quickly on a megabyte of the others", .timeLimit(.minutes(1)))
  func near() throws {
    let operands = String(repeating: "<any>=aa</any>", count: 5) + "<any>=bb</any>"
    let book = try Book.rule("<near words=\"40\">\(operands)</near>")
    #expect(book.codes(String(repeating: "aa ", count: 60_000) + String(repeating: "cc ", count: 50) + "bb") == [])
    #expect(book.codes("aa aa aa aa aa bb") == ["1.1"])
  }

  @Test("more demands than words that could meet them are given up quickly", .timeLimit(.minutes(1)))
  func together() throws {
    let operands = String(repeating: "<any>=aa</any>", count: 6)
    let book = try Book.rule("<all within=\"passage\">\(operands)</all>")
    #expect(book.codes("aa aa aa aa aa") == [])
    #expect(book.codes("aa aa aa aa aa aa") == ["1.1"])
  }
}
