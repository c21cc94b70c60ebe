import PejlCodebook
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText
import PejlXML
import Testing

@Suite struct DecisionTests {
  /// A response of three paragraphs, the first of which a rule tags.
  private func response(_ book: Book, id: String = "r", sha256: String = "") -> TaggedResponse {
    var builder = DocumentBuilder(format: "test")
    for text in ["Vi taler om det.", "Intet her.", "Heller ikke her."] { builder.append(text, kind: .paragraph) }
    let document = builder.build()
    return TaggedResponse(
      id: id, file: "r.txt", sha256: sha256, document: document,
      respondent: RespondentMatch(respondent: nil, kind: .other, basis: .unknown, evidence: nil), annex: nil,
      passages: book.tag([
        ("Vi taler om det.", .paragraph), ("Intet her.", .paragraph), ("Heller ikke her.", .paragraph),
      ]))
  }

  private func file(_ content: String, _ book: Book) throws -> DecisionFile {
    let xml = "<decisions xmlns=\"urn:pejl:decisions:1\" hearing=\"h\">\n\(content)\n</decisions>"
    return try DecisionFile(Array(xml.utf8), path: "decisions.xml", codes: book.compiled.summary)
  }

  @Test("a decision takes the place of the tags of its facets, and of these alone")
  func apply() throws {
    let book = try Book(
      Book.ruleXML("r", "1.1", "<any>tale</any>") + Book.ruleXML("s", "s", "<any>tale</any>"))
    let before = response(book)
    let ids = before.passages.map(\.passage.id)
    #expect(before.passages[0].tags.map(\.code) == ["1.1", "s"])
    let decisions = try file(
      """
      <decision response="r" passage="\(ids[0])" facets="strategy" by="AB"><code facet="strategy" id="2.1"/></decision>
      <decision response="r" passage="\(ids[1])" facets="strategy stance" set-aside="procedure"/>
      <decision response="r" passage="\(ids[2])" facets="strategy stance" open="yes"><code facet="strategy" id="2.1"/></decision>
      """, book)
    let decided = decisions.apply(to: [before], codebook: book.compiled.summary)
    let (after, findings) = (decided.responses, decided.findings)
    #expect(findings.isEmpty && decisions.openCount == 1)
    let tags = after[0].passages[0].tags
    #expect(tags.map(\.code) == ["2.1", "s"])
    #expect(tags.map(\.basis) == [.human, .keyword] && tags[0].reasons.map(\.rule) == ["decision"])
    #expect(after[0].passages[1].disposition == .setAside("procedure"))
    #expect(after[0].passages[2] == before.passages[2])
  }

  @Test("no code is a decision too, and a code brings a set-aside passage back")
  func noneAndBack() throws {
    let book = try Book(
      Book.ruleXML("r", "1.1", "<any>tale</any>") + Book.ruleXML("f", "procedure", "<any>intet</any>"))
    let before = response(book)
    #expect(before.passages[1].disposition == .setAside("procedure"))
    let decisions = DecisionFile(
      hearing: "h",
      decisions: [
        Decision(response: "r", passage: before.passages[0].passage.id, codes: [.strategy: []]),
        Decision(response: "r", passage: before.passages[1].passage.id, codes: [.strategy: ["2.1"]]),
      ])
    let after = decisions.apply(to: [before], codebook: book.compiled.summary).responses[0]
    #expect(after.passages.prefix(2).map(\.disposition) == [.untagged, .tagged])
  }

  @Test("a decision for what is no longer there is found with its line and words, never lost")
  func missing() throws {
    let book = try Book("")
    let before = response(book, sha256: String(repeating: "b", count: 64))
    let decisions = try file(
      """
      <decision response="r" passage="r.0" facets="strategy"><text>Gamle ord.</text></decision>
      <decision response="gone" passage="gone.0" facets="strategy"/>
      <decision response="r" passage="\(before.passages[0].passage.id)" facets="strategy" sha256="\(String(repeating: "a", count: 64))"/>
      """, book)
    let findings = decisions.apply(to: [before], codebook: book.compiled.summary).findings
    #expect(findings.map(\.line) == [2, 3, 4] && findings.map(\.severity) == [.warning, .warning, .note])
    #expect(findings[0].message.contains("Gamle ord.") && findings[1].message.contains("no response gone"))
  }

  @Test("every unknown code and facet and every double decision is named with its line, all at once")
  func invalid() throws {
    let book = try Book("")
    let error = #expect(throws: InvalidInput.self) {
      try file(
        """
        <decision response="r" passage="a" facets="strategy"><code facet="strategy" id="9.9"/></decision>
        <decision response="r" passage="b" facets="frame"/>
        <decision response="r" passage="a" facets="strategy"/>
        <decision response="r" passage="c" facets="strategy"><code facet="stance" id="s"/></decision>
        <decision response="r" passage="d" facets="strategy"><code facet="strategy" id="1.1"/><code facet="strategy" id="1.1"/></decision>
        """, book)
    }
    #expect(error?.diagnostics.map(\.line) == [2, 3, 4, 5, 6])
    #expect(error?.diagnostics.allSatisfy { $0.path == "decisions.xml" } == true)
    #expect(throws: InvalidInput.self) { try file("<decision response=\"r\" passage=\"a\"/>", book) }
  }

  @Test("what is written is valid and reads back the same")
  func writing() throws {
    let book = try Book("")
    let decisions = DecisionFile(
      hearing: "h",
      decisions: [
        Decision(
          response: "r", passage: "r.1", codes: [.strategy: ["1.1", "P2"], .stance: []], setAside: "procedure",
          isOpen: true, sha256: String(repeating: "0f", count: 32), author: "AB", note: "n", text: "Et & to\n")
      ])
    let bytes = try decisions.bytes()
    #expect(try XMLSchema(DecisionFile.schema).validate(bytes).isEmpty)
    let read = try DecisionFile(bytes, path: "", codes: book.compiled.summary)
    #expect(try read.bytes() == bytes)
    #expect(read.decisions[0].codes == decisions.decisions[0].codes && read.decisions[0].text == "Et & to\n")
  }
}
