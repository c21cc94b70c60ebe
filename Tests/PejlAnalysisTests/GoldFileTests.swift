import PejlAnalysis
import PejlCodebook
import PejlText
import Testing

@Suite struct GoldFileTests {
  /// What is said of a gold file, without its path.
  private func findings(_ text: String) -> [String] {
    do {
      _ = try Coded.gold(text)
      return []
    } catch let error as InvalidInput {
      return error.diagnostics.map { "\($0.line ?? 0) \($0.code) \($0.message)" }
    } catch { return ["\(error)"] }
  }

  @Test func everyFindingNamesItsLineAndWhatToDo() {
    let head = "file\tparagraph\tstrategy\n"
    for (text, words) in [
      ("", ["1 gold.empty", "header"]), ("\n\n", ["1 gold.empty"]), (head, ["1 gold.empty", "add one row"]),
      ("a\tb\n", ["1 gold.header", "tabs"]), ("file;paragraph;strategy\n", ["1 gold.header", "tabs"]),
      ("file\tstrategy\n", ["1 gold.header", "begins"]), ("text\tstrategy\tstrategy\n", ["1 gold.header", "twice"]),
      (head + "a\t1\n", ["2 gold.row", "2 columns"]), (head + "a\tx\t-\n", ["2 gold.row", "\"x\""]),
      (head + "a\t0\t-\n", ["2 gold.row"]), (head + "\t1\t-\n", ["2 gold.row", "column file"]),
      (head + "a\t1\t9.9\n", ["2 gold.code", "\"9.9\"", "P1, 1.1"]),
      (head + "a\t1\t1.1,1.2\n", ["2 gold.code", "with ; between"]),
      (head + "a\t1\tT1\n", ["2 gold.code", "column theme"]),
      (head + "a\t1\t-\na\t2\t-\na\t1\t1.1\n", ["4 gold.duplicate", "line 2"]),
      ("text\tstrategy\n \t-\n", ["2 gold.row", "column text"]),
    ] {
      let found = findings(text)
      #expect(found.count == 1, "\(text): \(found)")
      for word in words { #expect(found.first?.contains(word) == true, "\(word) is not in \(found)") }
    }
  }

  @Test func allFindingsAreSaidAtOnce() {
    #expect(findings("file\tparagraph\tstrategy\na\tx\t9.9\nb\t1\n").count == 3)
  }

  @Test func aFileThatIsNotUTF8IsNamed() {
    #expect(throws: InvalidInput.self) {
      try GoldFile([0xFF, 0xFE, 0x00], path: "gold.tsv", codebook: SmallHearing.codebook)
    }
  }

  @Test func marksLineEndsAndBlanksAroundCodesDoNotMatter() throws {
    let gold = try Coded.gold("\u{FEFF}text\tstrategy\tstance\r\nEt.\t1.1 ; 2.1\t-\r\n\r\n")
    #expect(gold.rows.map(\.text) == ["Et."])
    #expect(gold.rows[0].codes == [.strategy: ["1.1", "2.1"], .stance: []])
    #expect(gold.facets == [.strategy, .stance])
  }

  @Test func filesThatCannotBeCountedTogetherAreNamed() throws {
    let one = try Coded.gold("file\tparagraph\tstrategy\na\t1\t-\n", path: "one.tsv")
    let same = try Coded.gold("file\tparagraph\tstrategy\nb\t1\t-\na\t1\t1.1\n", path: "same.tsv")
    let other = try Coded.gold("text\tstrategy\ttheme\nx\t-\t-\n", path: "other.tsv")
    for (golds, words) in [
      ([one, one], ["one.tsv", "named twice"]), ([one, same], ["same.tsv:3", "one.tsv:2"]),
      ([one, other], ["other.tsv:1", "strategy, theme"]),
    ] {
      let error = #expect(throws: InvalidInput.self) { try GoldFile.checkTogether(golds) }
      for word in words { #expect(error?.description.contains(word) == true, "\(word): \(String(describing: error))") }
    }
    try GoldFile.checkTogether([one, Coded.gold("text\tstrategy\nx\t-\n", path: "text.tsv")])
  }
}
