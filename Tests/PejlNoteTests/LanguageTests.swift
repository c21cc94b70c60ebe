import PejlNote
import PejlReport
import PejlText
import PejlXML
import Testing

@testable import PejlIngest

@Suite struct LanguageTests {
  private let analysis = NoteSample.random(seed: 3, answers: 6)

  /// Words of Danish that stand around the texts of the answers, and are in none of them.
  private let danish = [
    "Afsendere", "Forslag", "høring", "Målsætning", "målsætning", "Ikke modtaget", " sag ",
  ]

  /// The text of the sample's own making, which stays as it is.
  private func around(_ text: String) -> String {
    ["Fælles strategi", "Prøve Kommune", "forslag", "Navn på"].reduce(text) { $0.replacing($1, with: "") }
  }

  @Test("a note in English has no Danish words in any layout and form", arguments: NoteLayout.allCases)
  func note(layout: NoteLayout) throws {
    let renderer = try NoteRenderer(analysis, layout: layout, method: NoteSample.method, language: .english)
    let page = try XMLReader.parse(Array(renderer.page().dropFirst("<!DOCTYPE html>".utf8.count)))
    #expect(page["lang"] == "en")
    let word = try renderer.word().bytes
    let parts = try ["document", "header1", "footer1"].map {
      try SeenTable.wordPart("word/\($0).xml", of: word).all("t").map(\.text).joined(separator: " ")
    }
    let root = try XMLReader.parse(renderer.xml())
    #expect(root["language"] == "en")
    let accounts = root.all("account").map(\.text).joined(separator: " ")
    for text in parts + [page.first("body")?.text ?? "", accounts] {
      for word in danish { #expect(!around(text).contains(word), "\(word)") }
    }
    let shown = parts[0].split(whereSeparator: \.isWhitespace)
    let keys = shown.filter { $0.wholeMatch(of: /[a-z-]+(\.[a-z-]+)+\.?/) != nil }
    #expect(keys.isEmpty, "keys without a text: \(keys)")
    #expect(parts[0].contains("Parties heard") && parts[2].contains("Page"))
    #expect(page.text.contains("The strategy part by part") || layout != .state)
    let style = try SeenTable.wordPart("word/styles.xml", of: word).all("lang").first
    #expect(style?["val"] == "en-GB")
  }

  @Test("lists of quotes have English headings, and a filter takes kinds of senders in both languages")
  func quotes() throws {
    let quotes = QuoteRenderer(analysis, method: NoteSample.method, language: .english)
    let text = try String(decoding: quotes.render(QuoteFilter(), as: .csv).bytes, as: UTF8.self)
    #expect(text.contains("Passage ID;Sender;Kind;Annex"))
    let count = try ["council", "Råd", "råd"].map { try quotes.render(QuoteFilter(kinds: [$0]), as: .md).count }
    #expect(Set(count).count == 1)
    #expect(throws: (any Error).self) { try quotes.render(QuoteFilter(kinds: ["kommune"]), as: .md) }
  }

  @Test("each line of the contents leads to a heading and asks for its page", arguments: NoteLayout.allCases)
  func contents(layout: NoteLayout) throws {
    let renderer = try NoteRenderer(analysis, layout: layout, method: NoteSample.method)
    let document = try SeenTable.wordPart("word/document.xml", of: renderer.word().bytes)
    let names = Set(document.all("bookmarkStart").compactMap { $0["name"] })
    let links = document.all("hyperlink")
    #expect(!links.isEmpty && links.count == names.count)
    for link in links {
      let anchor = try #require(link["anchor"])
      #expect(names.contains(anchor))
      #expect(link.all("instrText").map(\.text) == [" PAGEREF \(anchor) \\h "])
      #expect(link.all("fldChar").map { $0["fldCharType"] } == ["begin", "separate", "end"])
    }
  }
}
