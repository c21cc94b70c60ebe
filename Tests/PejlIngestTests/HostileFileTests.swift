import PejlText
import Testing

@testable import PejlIngest

/// Files that somebody made to do harm, or that a broken program wrote. Each is read or refused, in bounded time.
@Suite(.serialized) struct HostileFileTests {
  private func survives(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) async
    -> (documents: [ReadDocument], refusals: [Diagnostic])
  {
    let clock = ContinuousClock()
    let start = clock.now
    let (documents, refusals) = await FileReader().read(bytes: bytes, name: name)
    #expect(clock.now - start < .seconds(60), "\(name)", sourceLocation: sourceLocation)
    #expect(documents.count + refusals.count > 0, "\(name)", sourceLocation: sourceLocation)
    for document in documents { checkContract(document.document, sourceLocation: sourceLocation) }
    return (documents, refusals)
  }

  @Test("form feeds, NUL, lone surrogates and odd line ends are survived")
  func oddCharacters() async {
    #expect(
      await survives(Array("Et\u{C}To\u{C}\u{C}Tre\u{B}\u{85}\u{2028}fire\r\r\nfem".utf8), "a.txt").documents.count == 1
    )
    #expect(await survives(Array("Et svar\0med nul".utf8), "a.txt").refusals.map(\.code) == ["ingest.unknown-format"])
    // The halves of a surrogate pair alone, in UTF-8 and in UTF-16.
    #expect(
      await survives(Array("Ja ".utf8) + [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80] + Array(" nej".utf8), "a.txt").documents
        .count == 1)
    #expect(await survives([0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x43], "a.txt").documents.count == 1)
    let pairs: [UInt8] = [0xFF, 0xFE] + [0x3D, 0xD8, 0x3D, 0xD8, 0x41, 0]
    #expect(await survives(pairs, "a.txt").documents.count == 1)
    #expect(await survives(Array("<p>&#xD800;&#0;&#x110000;\u{C}Ja</p>".utf8), "a.html").documents.count == 1)
    #expect(await survives(Array("Navn;Svar\nA\u{C};\u{1}Ja\u{FFFE}\n".utf8), "a.csv").documents.count == 1)
  }

  @Test("words of ten million letters, lines without end and files of nothing but line ends are survived")
  func longWords() async {
    let longest = [UInt8](repeating: 0x61, count: 10_000_000)
    _ = await survives(longest, "a.txt")
    let word = Array(longest.prefix(1_000_000))
    for name in ["a.md", "a.html", "a.csv"] { _ = await survives(word, name) }
    _ = await survives(Array("<html><p>".utf8) + word, "b.html")
    _ = await survives(Array("Navn;Svar\nA;".utf8) + word, "b.csv")
    _ = await survives(TestWord(TestWord.p(String(decoding: word, as: UTF8.self))).bytes, "a.docx")
    for byte: UInt8 in [0x0A, 0x2A, 0x5B, 0x3E, 0x22, 0x3B] {
      for name in ["a.txt", "a.md", "a.csv", "a.eml"] {
        _ = await survives([UInt8](repeating: byte, count: 500_000), name)
      }
    }
    _ = await survives(MailReaderTests.mail("Content-Type: text/plain\n\n") + word, "a.eml")
  }

  @Test("half a million unclosed tags and thirty thousand elements within one another are survived")
  func tags() async {
    for tag in ["<b>", "<div>", "<table>", "<li>", "<p", "<!--", "&amp", "<a href='"] {
      _ = await survives(Array("<html><body>Ja".utf8) + Array(String(repeating: tag, count: 500_000).utf8), "a.html")
    }
    let deep = String(repeating: "<a>", count: 30_000) + "x" + String(repeating: "</a>", count: 30_000)
    #expect(await survives(Array("<?xml version=\"1.0\"?>\(deep)".utf8), "a.xml").documents.isEmpty)
    for body in ["w:tbl><w:tr><w:tc", "w:sdt><w:sdtContent", "w:ins"] {
      let open = body.split(separator: ">").map { "<\($0.filter { $0 != "<" })>" }.joined()
      let close = body.split(separator: ">").reversed().map { "</\($0.filter { $0 != "<" })>" }.joined()
      let content =
        String(repeating: open, count: 30_000) + TestWord.p("Bund") + String(repeating: close, count: 30_000)
      _ = await survives(TestWord(content).bytes, "a.docx")
    }
    let lists = String(repeating: "<text:list><text:list-item>", count: 30_000)
    _ = await survives(OpenDocumentReaderTests.bytes(lists), "a.odt")
    _ = await survives(AnswerTableTests.sheet(deep), "a.xlsx")
  }

  @Test("XML of millions of empty elements is refused before it fills the memory")
  func elements() async {
    let many = "<?xml version=\"1.0\"?><a>" + String(repeating: "<b/>", count: 1_500_000) + "</a>"
    #expect(await survives(Array(many.utf8), "a.xml").refusals.map(\.code) == ["ingest.too-large"])
    let page = "<html><body><p>Ja</p>" + String(repeating: "<br>", count: 1_500_000)
    #expect(await survives(Array(page.utf8), "a.html").documents.count == 1)
  }

  @Test("entities, DOCTYPE and inclusions are refused in every XML that is read")
  func entities() async {
    let laughs =
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;\">]><a><svar>&c;</svar></a>"
    #expect(await survives(Array(laughs.utf8), "a.xml").refusals.map(\.code) == ["ingest.doctype"])
    let include =
      "<?xml version=\"1.0\"?><a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><r><svar>Ja</svar><xi:include href=\"/etc/passwd\"/></r></a>"
    let documents = await survives(Array(include.utf8), "a.xml").documents
    #expect(documents.allSatisfy { !$0.document.text.string.contains("root:") })
    let sheet = AnswerTableTests.sheet("</sheetData></worksheet>")
    #expect(await survives(sheet, "a.xlsx").refusals.map(\.code) == ["ingest.damaged"])
  }

  @Test("a link in a zip is not followed, and a locked entry is named")
  func links() async {
    let bytes = TestZip.linked("svar.txt", to: "/etc/passwd")
    #expect(await survives(bytes, "a.zip").refusals.map(\.code) == ["ingest.unsafe-zip"])
  }

  @Test("an Outlook file cut off or overwritten anywhere is read or refused")
  func outlook() async {
    let good = Fixture.bytes("twin/cover.msg")
    for length in stride(from: 8, to: good.count, by: 211) { _ = await survives(Array(good.prefix(length)), "a.msg") }
    var state: UInt64 = 7
    for _ in 0..<300 {
      var bytes = good
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 13)
      }
      _ = await survives(bytes, "a.msg")
    }
  }

  @Test("mail within mail within mail, and ten thousand parts, are bounded")
  func mails() async {
    _ = await survives(Array(MailReaderTests.nested(40).utf8), "a.eml")
    let parts = String(repeating: "--x\nContent-Disposition: attachment; filename=a.txt\n\nJa\n", count: 10_000)
    let (documents, refusals) = await survives(
      MailReaderTests.mail("Content-Type: multipart/mixed; boundary=x\n\n\(parts)--x--\n"), "a.eml")
    #expect(documents.count == 100 && refusals.count == 9_900)
  }
}
