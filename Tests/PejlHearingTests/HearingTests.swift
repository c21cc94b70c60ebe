import PejlHearing
import PejlText
import Testing

@Suite struct HearingTests {
  static let xml = """
    <hearing xmlns="urn:pejl:hearing:1" id="h" language="da"><title>T</title>
    <strategy title="S"><part code="P1" page="8"/><part code="P2" page="10" lastpage="12"/></strategy>
    <respondents>
      <respondent id="hr" kind="council" name="Handicaprådet"><email>hr@example.dk</email></respondent>
      <respondent id="lmu" kind="med-committee" name="LMU">
        <member id="lmu-o" name="LMU Område Øst"><alias>Det lokale MED-udvalg i Øst</alias></member>
      </respondent>
    </respondents>
    <annexes><annex number="2" title="Høringssvar fra Handicaprådet" response="bilag-2.pdf"/></annexes></hearing>
    """

  private func hearing() throws -> Hearing { try HearingReader.read(Array(Self.xml.utf8), path: "hearing.xml") }

  private func document(_ text: String, title: String? = nil, address: String? = nil) -> Document {
    var builder = DocumentBuilder(format: "test")
    builder.metadata.title = title
    builder.metadata.senderAddress = address
    for paragraph in text.split(separator: "\n") { builder.append(String(paragraph), kind: .paragraph) }
    return builder.build()
  }

  @Test("parties are the members of groups and the bodies without members")
  func parties() throws {
    #expect(try hearing().parties.map(\.id) == ["hr", "lmu-o"])
    #expect(try hearing().parties.map(\.kind) == [.council, .medCommittee])
  }

  @Test("a part without a last page ends before the next")
  func pages() throws {
    #expect(try hearing().strategy?.parts.map(\.pages) == [8...9, 10...12])
  }

  @Test("the strategy's file is a path below the hearing's folder")
  func strategyFile() throws {
    func file(_ name: String) throws -> String? {
      let xml = Self.xml.replacing("<strategy title=\"S\">", with: "<strategy title=\"S\" file=\"\(name)\">")
      return try HearingReader.read(Array(xml.utf8), path: "hearing.xml").strategy?.file
    }
    #expect(try hearing().strategy?.file == nil)
    #expect(try file("bilag/strategi.pdf") == "bilag/strategi.pdf")
    for name in ["../strategi.pdf", "a/../../b", "/etc/passwd", " "] {
      let error = #expect(throws: InvalidInput.self) { try file(name) }
      #expect(error?.diagnostics.first?.line != nil)
    }
  }

  @Test("a wrong hearing is named with its line")
  func invalid() {
    let broken = Self.xml.replacing("kind=\"council\"", with: "kind=\"club\"")
    #expect(throws: InvalidInput.self) { try HearingReader.read(Array(broken.utf8), path: "h.xml") }
    do {
      _ = try HearingReader.read(Array(broken.utf8), path: "h.xml")
    } catch {
      #expect((error as? InvalidInput)?.diagnostics.first?.line == 4)
    }
  }

  @Test(
    "the sender is found in annex, address, file name, title, first and last lines",
    arguments: [
      ("bilag-2.pdf", "Tekst.", nil, nil, "hr", .annex),
      ("a.eml", "Tekst.", nil, "HR@example.dk", "hr", .address),
      ("svar fra lmu omraade oest.docx", "Tekst.", nil, nil, "lmu-o", .fileName),
      ("a.docx", "Tekst.", "Svar: det lokale MED-udvalg i Øst", nil, "lmu-o", .title),
      ("a.docx", "LMU\nOmråde Øst\nVi har læst det.", nil, nil, "lmu-o", .opening),
      ("a.docx", String(repeating: "Lang tekst. ", count: 90) + "\nHilsen LMU Område Øst", nil, nil, "lmu-o", .closing),
    ] as [(String, String, String?, String?, String, RespondentMatch.Basis)])
  func matches(file: String, text: String, title: String?, address: String?, id: String, basis: RespondentMatch.Basis)
    throws
  {
    let match = RespondentMatcher(try hearing()).match(document(text, title: title, address: address), file: file)
    #expect(match.respondent?.id == id)
    #expect(match.basis == basis)
  }

  @Test("a body of a group that the hearing does not list is the group; anyone else is unknown")
  func groupsAndStrangers() throws {
    let matcher = RespondentMatcher(try hearing())
    #expect(matcher.match(document("LMU på Vest har læst det."), file: "x.txt").respondent?.id == "lmu")
    let stranger = matcher.match(document("Jeg er borger."), file: "x.txt")
    #expect(stranger.respondent == nil)
    #expect(stranger.basis == .unknown)
  }
}
