import PejlCodebook
import PejlDanish
import PejlTagging
import PejlText
import Testing

@testable import PejlDraft

@Suite struct CodebookDraftTests {
  @Test(
    "the draft loads without a finding but its own mark, and every rule's examples hold",
    arguments: [
      "socialstrategi.txt", "strategi-a-indsatsomraader.txt", "strategi-b-temaer.md", "strategi-c-principper.txt",
      "strategi-d-maal-nummereret.txt", "strategi-f-maal-som-punkter.html", "strategi-g-flade-maal.txt",
    ])
  func loads(name: String) async throws {
    let draft = try CodebookDraft(try await Fixture.document(name), name: name)
    let bytes = draft.bytes
    let codebook = try CodebookReader { _ in bytes }.read("codebook.xml")
    let lexicon = try Lexicon()
    let findings =
      codebook.findings + RuleVerifier(CompiledCodebook(codebook, lexicon: lexicon), lexicon: lexicon).verify()
      + CodebookLint(codebook, lexicon: lexicon).findings()
    #expect(findings.filter { $0.severity > .note }.isEmpty)
    #expect(findings.contains { $0.code == "codebook.draft" })
    #expect(draft.ruleCount > 0 && codebook.rules.count > draft.ruleCount)
    // Its examples are sentences of the strategy.
    let own = codebook.rules.prefix(draft.ruleCount).flatMap(\.examples).filter(\.isHit).map(\.text)
    let said = draft.outline.guideposts.flatMap { [$0.name] + $0.keywords + $0.objectives.map(\.wording) }
    #expect(own.allSatisfy(said.contains))
    #expect(draft.doubts.allSatisfy { String(decoding: bytes, as: UTF8.self).contains($0) })
  }

  @Test("codes are called as the strategy prints them, and as they are counted where it prints nothing")
  func codes() async throws {
    func ids(_ name: String) async throws -> [String] {
      let codes = DraftCodes(OutlineReader().read(try await Fixture.document(name)))
      return codes.guideposts.prefix(2).flatMap { [$0.id] + $0.objectives.map(\.id) }
    }
    #expect(try await ids("strategi-a-indsatsomraader.txt") == ["A", "A1", "A2", "A3", "B", "B1", "B2", "B3"])
    #expect(try await ids("strategi-d-maal-nummereret.txt") == ["P1", "1.1", "1.2", "1.3", "P2", "2.1", "2.2"])
    #expect(try await ids("strategi-b-temaer.md") == ["P1", "1.1", "1.2", "1.3", "P2", "2.1", "2.2"])
  }

  @Test("the same document gives the same draft")
  func determinism() async throws {
    let document = try await Fixture.document("socialstrategi.txt")
    #expect(try CodebookDraft(document, name: "s").bytes == CodebookDraft(document, name: "s").bytes)
  }
}
