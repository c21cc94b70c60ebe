import PejlAnalysis
import PejlCodebook
import PejlHearing
import PejlNote
import PejlTagging
import PejlText
import PejlXML
import Testing

@testable import PejlIngest

@Suite struct BadNoteInputTests {
  private let evil = "<img src=x onerror=alert(1)> \u{202E}txt.exe | `x` =1+1"

  private func analysis(title: String = "Sag") -> Analysis {
    let party = NoteSample.party(0, name: evil)
    return Analysis(
      hearing: NoteSample.hearing([party, NoteSample.party(1)], title: title), codebook: NoteSample.codebook.summary,
      responses: [
        NoteSample.response(
          1, from: party, [("=HYPERLINK(\"http://x\") \(evil)", ["2.4", "forslag"]), ("@ ]]> & \u{200F}", [])]),
        NoteSample.response(2, from: party, [("Anden gang om skemaer.", ["2.4", "bekymring"])]),
      ], unread: [])
  }

  @Test("names with markup and marks of direction stay text in every form", arguments: NoteLayout.allCases)
  func markup(layout: NoteLayout) throws {
    let renderer = try NoteRenderer(analysis(), layout: layout, method: NoteSample.method)
    let page = try renderer.page()
    let root = try XMLReader.parse(Array(page.dropFirst("<!DOCTYPE html>".utf8.count)))
    #expect(root.all("img").isEmpty && root.text.contains("<img src=x onerror"))
    #expect(!String(decoding: page, as: UTF8.self).unicodeScalars.contains("\u{202E}"))
    let word = try SeenTable.wordPart("word/document.xml", of: renderer.word().bytes)
    #expect(word.text.contains("<img src=x onerror") && !word.text.unicodeScalars.contains("\u{202E}"))
    #expect(try XMLSchema(NoteRenderer.schema).validate(renderer.xml()).isEmpty)
  }

  @Test("no cell of a CSV can be a formula, and a quote with separators stays one cell")
  func formulas() throws {
    let bytes = try QuoteRenderer(analysis(), method: NoteSample.method).render(QuoteFilter(), as: .csv).bytes
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
    #expect(lines.count == 4)
    for cell in lines.flatMap({ $0.split(separator: ";") }) {
      #expect(!"=+-@".contains(cell.drop { $0 == "\"" }.first ?? "x"), "\(cell)")
    }
    #expect(text.contains("\"'=HYPERLINK(\"\"http://x\"\")"))
  }

  @Test("a Markdown cell cannot end its row or become markup")
  func markdown() throws {
    let bytes = try QuoteRenderer(analysis(), method: NoteSample.method).render(QuoteFilter(), as: .md).bytes
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 5)
    for row in rows.dropFirst(2) {
      #expect(!row.contains("<img") && row.replacing("\\|", with: "").filter { $0 == "|" }.count == 5)
    }
  }

  @Test("a party that answered twice is one sender, and its line says so")
  func twice() throws {
    let root = try XMLReader.parse(NoteRenderer(analysis(), method: NoteSample.method).xml())
    let topic = try #require(root.elements("topic").first { $0["code"] == "2.4" })
    #expect(topic["senders"] == "1" && topic["passages"] == "2")
    #expect(root.elements("party").first { $0["id"] == "part-0" }?["annexes"] == "3 4")
  }

  @Test("a title of 5,000 characters is cut on pages and whole in XML")
  func title() throws {
    let title = String(repeating: "lang ", count: 1_000) + "x"
    let renderer = try NoteRenderer(analysis(title: title), method: NoteSample.method)
    #expect(try XMLReader.parse(renderer.xml()).first("hearing")?["title"]?.count == 5_001)
    let root = try XMLReader.parse(Array(renderer.page().dropFirst("<!DOCTYPE html>".utf8.count)))
    #expect((root.all("h1").first?.foldedText.count ?? 0) <= 240)
  }

  @Test("an answer without remarks is told from silence")
  func noRemarks() throws {
    let parties = (0..<3).map { NoteSample.party($0) }
    let analysis = Analysis(
      hearing: NoteSample.hearing(parties), codebook: NoteSample.codebook.summary,
      responses: [
        NoteSample.response(1, from: parties[0], [("Rådet har ingen\nbemærkninger.", [])], set: "procedure"),
        NoteSample.response(2, from: parties[1], [("Ingen bemærkninger ud over dette.", ["1.1"])]),
      ], unread: [])
    let lines = try XMLReader.parse(NoteRenderer(analysis, method: NoteSample.method).xml()).elements("party")
    #expect(
      Set(lines.map { "\($0["id"] ?? "") \($0["answer"] ?? "")" }) == [
        "part-0 no-remarks", "part-1 answered", "part-2 none",
      ])
    #expect(lines.map { $0["name"]?.first } == ["Æ", "A", "Å"].map { $0.first })
  }

  @Test("an unknown code, stance or kind is named with those that there are")
  func filters() throws {
    let quotes = QuoteRenderer(analysis(), method: NoteSample.method)
    for (filter, known) in [
      (QuoteFilter(codes: ["9.9"]), "2.4"), (QuoteFilter(stances: ["vrede"]), "bekymring"),
      (QuoteFilter(kinds: ["konge"]), "råd"),
    ] {
      #expect {
        try quotes.render(filter, as: .md)
      } throws: { "\($0)".contains(known) }
    }
    #expect(try quotes.render(QuoteFilter(codes: ["P2"], stances: ["bekymring"], kinds: ["RÅD"]), as: .md).count == 1)
  }
}
