import PejlText
import PejlXML
import Testing

@Suite struct XMLReaderTests {
  private func failure(_ xml: String) -> Diagnostic? {
    do {
      _ = try XMLReader.parse(Array(xml.utf8), path: "x.xml")
      return nil
    } catch {
      return (error as? InvalidInput)?.diagnostics.first
    }
  }

  @Test("elements, attributes, text and lines come out as they stand")
  func reads() throws {
    let root = try XMLReader.parse(Array("<a xmlns='urn:t' x='1 &amp; 2'>\n<b>æ<c/>ø</b></a>".utf8))
    #expect(root.namespace == "urn:t")
    #expect(root["x"] == "1 & 2")
    #expect(root.first("b")?.text == "æø")
    #expect(root.first("b")?.line == 2)
  }

  @Test(
    "a document in parts gives each child of the root as the whole document does, also beyond the limit of the whole")
  func parts() throws {
    let xml = "<a xmlns='urn:t' x='1'>\n<b y='2'>æ<b>in</b></b> tail <c/><b>z</b></a>"
    var parts: [XMLElement] = []
    let root = try XMLReader.parse(Array(xml.utf8)) { parts.append($0) }
    #expect(root.namespace == "urn:t" && root["x"] == "1" && root.elements.isEmpty && root.foldedText == "tail")
    #expect(parts.map(\.name) == ["b", "c", "b"] && parts.map(\.text) == ["æin", "", "z"])
    #expect(parts[0]["y"] == "2" && parts[0].line == 2 && parts[0].namespace == "urn:t")

    let many =
      Array("<a>".utf8) + Array(repeating: Array("<b><c/><c/></b>".utf8), count: 400_000).joined() + Array("</a>".utf8)
    var count = 0
    try XMLReader.parse(many) { count += $0.elements.count }
    #expect(count == 800_000)
    #expect(throws: InvalidInput.self) { try XMLReader.parse(many) }
  }

  @Test("what takes the parts can end the reading, and damage behind the parts is told")
  func partsThatFail() {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
      try XMLReader.parse(Array("<a><b/><b/><b/></a>".utf8)) { _ in
        count += 1
        if count == 2 { throw Enough() }
      }
    }
    #expect(count == 2)
    #expect(throws: InvalidInput.self) { try XMLReader.parse(Array("<a><b/>\n<c></a>".utf8)) { _ in } }
    #expect(throws: InvalidInput.self) { try XMLReader.parse(Array("<!DOCTYPE a><a/>".utf8)) { _ in } }
  }

  @Test("a DOCTYPE is refused with its line, so no entity is ever expanded")
  func doctype() {
    let bomb = "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY e 'ha'><!ENTITY f '&e;&e;'>]>\n<a>&f;</a>"
    #expect(failure(bomb)?.code == "xml.doctype")
    #expect(failure(bomb)?.line == 2)
  }

  @Test(
    "what is not well-formed is named with its line",
    arguments: [("<a>\n<b></a>", 2), ("", 1), ("<a>&none;</a>", 1), ("<a", 1), ("text", 1)])
  func broken(xml: String, line: Int) {
    #expect(failure(xml)?.code == "xml.not-well-formed")
    #expect(failure(xml)?.line == line)
  }

  @Test("elements nested deeper than any document are refused, not a crash")
  func deep() {
    let depth = 30_000
    let xml = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    #expect(failure(xml)?.code == "xml.not-well-formed")
  }
}

@Suite struct XMLWriterTests {
  @Test("what is written reads back the same, hostile text included")
  func roundTrip() throws {
    let hostile = "<script>]]>&\"'\u{202E}æ\u{0}\u{1}\u{B}\u{FFFF}😀\n\t"
    let writer = XMLWriter()
    writer.element("a", [("x", hostile), ("y", nil)]) { writer.element("b", text: hostile) }
    let root = try XMLReader.parse(writer.finish())
    let legal = "<script>]]>&\"'\u{202E}æ😀\n\t"
    #expect(root["x"] == legal)
    #expect(root["y"] == nil)
    #expect(root.first("b")?.text == legal)
  }

  @Test("elements and comments stand on lines of their own, text on that of its element")
  func form() {
    let writer = XMLWriter()
    writer.comment("første -- --")
    writer.element("a", [("x", "<&>\"'æ\n\t\r😀\u{1}\u{FFFE}")]) {
      writer.element("b", text: "<&>\"'æ\n\t\r\u{1}\u{FFFF}")
      writer.emptyElement("tom", [])
      writer.element("c") {
        writer.comment("i c & d")
        writer.emptyElement("d", [("n", "1"), ("m", nil)])
        writer.comment("efter")
      }
      writer.mixedElement("m") {
        writer.text("før ")
        writer.element("q", text: "citat")
        writer.emptyElement("e", [])
        writer.text(" efter")
      }
      writer.element("kun") { writer.comment("kommentar") }
      writer.element("tekst", text: "")
    }
    let written = String(decoding: writer.finish(), as: UTF8.self)
    #expect(
      written == """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- første - - - -  -->
        <a x="&lt;&amp;&gt;&quot;'æ&#10;&#9;&#13;😀">
          <b>&lt;&amp;&gt;&quot;'æ
        \t&#13;</b>
          <tom/>
          <c>
            <!-- i c & d -->
            <d n="1"/>
            <!-- efter -->
          </c>
          <m>før <q>citat</q><e/> efter</m>
          <kun>
            <!-- kommentar -->
          </kun>
          <tekst></tekst>
        </a>

        """)
  }
}

@Suite struct HTMLReaderTests {
  @Test(
    "unclosed and misnested tags still give all the text", arguments: ["<p>a<b>b</p>c", "<div><p>a<p>b<li>c", "a b c"])
  func forgiving(html: String) throws {
    let text = try #require(HTMLReader.parse(Array(html.utf8))).text
    for letter in ["a", "b", "c"] { #expect(text.contains(letter)) }
  }

  @Test("half a million unclosed tags are survived")
  func manyTags() {
    _ = HTMLReader.parse(Array(String(repeating: "<b>", count: 500_000).utf8))
  }
}

@Suite struct XMLSchemaTests {
  private let schema = XMLSchema(
    Array(
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'><xs:complexType><xs:attribute name='n' type='xs:integer' use='required'/></xs:complexType></xs:element></xs:schema>"
        .utf8))

  @Test("a valid document has no findings, an invalid one names the line")
  func validates() throws {
    #expect(try schema.validate(Array("<a n='1'/>".utf8)).isEmpty)
    let found = try schema.validate(Array("<!-- -->\n<a n='x'/>".utf8), path: "a.xml")
    #expect(found.first?.line == 2)
    #expect(found.first?.path == "a.xml")
  }
}
