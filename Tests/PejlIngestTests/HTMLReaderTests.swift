import PejlText
import Testing

@testable import PejlIngest

@Suite struct HTMLReaderTests {
  @Test("a page gives its text as a browser shows it, without menus, scripts and hidden text")
  func page() async throws {
    let document = try await read(
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>Høringssvar</title><style>p{}</style></head><body>
      <nav><a href="/">Forside</a></nav><script>alert(1)</script>
      <h1>Vores svar</h1><p>Første   linje<br>anden <b>linje</b>.</p>
      <ul><li>Et<ul><li>To</li></ul></li></ul>
      <table><tr><th>Spørgsmål</th><td>Svar &amp; mere</td></tr></table>
      <blockquote>Citat</blockquote><p hidden>Skjult</p><div style="display: none">Også</div>
      <pre>linje et
        linje to</pre><label>Navn</label><textarea>Fritekst
      i felt</textarea><p>Uafsluttet<footer>Kontakt</footer></body></html>
      """, "svar.html")
    #expect(document.metadata.title == "Høringssvar")
    #expect(codes(document) == ["ingest.hidden-text"])
    #expect(
      outline(document) == """
        furniture: Forside
        heading 1: Vores svar
        paragraph: Første linje⏎anden linje.
        list-item 1: Et
        list-item 2: To
        table-cell: Spørgsmål
        table-cell: Svar & mere
        paragraph: Citat
        paragraph: linje et⏎  linje to
        furniture: Navn
        paragraph: Fritekst⏎i felt
        paragraph: Uafsluttet
        furniture: Kontakt
        """)
  }

  @Test("the fields of a portal are furniture, but a field that holds the answer is not")
  func fields() async throws {
    let answer = String(repeating: "Det er et langt svar om hverdagen. ", count: 4)
    let document = try await read(
      "<dl><dt>Sagsnummer</dt><dd>12/345</dd><dt>Svar</dt><dd>\(answer)</dd></dl>", "portal.html")
    #expect(
      outline(document) == """
        furniture: Sagsnummer
        furniture: 12/345
        furniture: Svar
        paragraph: \(answer.dropLast())
        """)
  }

  @Test("the encoding is the one that the bytes are in, whatever the page claims")
  func encoding() async throws {
    let claims = "<html><head><meta charset=iso-8859-1></head><body><p>Blåbær</p></body></html>"
    #expect(try await read(claims, "svar.html").text.string == "Blåbær")
    let latin = claims.unicodeScalars.map { UInt8($0.value) }
    #expect(try await read(latin, "svar.html").text.string == "Blåbær")
    let utf16: [UInt8] = claims.utf16.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try await read([0xFF, 0xFE] + utf16, "svar.html").text.string == "Blåbær")
  }

  @Test("two line breaks part paragraphs, and marks after breaks begin items")
  func breaks() async throws {
    let document = try await read("<html><body><p>Et<br><br>To<br>• tre<br>• fire</p></body></html>", "svar.htm")
    #expect(outline(document) == "paragraph: Et\nparagraph: To\nlist-item 1: • tre\nlist-item 1: • fire")
  }

  @Test("a page nested ten thousand deep does no harm")
  func deep() async throws {
    let page =
      "<html><body>" + String(repeating: "<div>", count: 10_000) + "Bund" + String(repeating: "</div>", count: 10_000)
    let (documents, refusals) = await FileReader().read(bytes: Array(page.utf8), name: "dyb.html")
    #expect(documents.count + refusals.count == 1)
  }
}
