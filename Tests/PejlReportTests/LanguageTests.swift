import PejlReport
import PejlXML
import Testing

@Suite struct LanguageTests {
  @Test func allCataloguesHaveTheSameKeys() throws {
    let danish = try Words(.danish).keys
    for language in ReportLanguage.allCases {
      let keys = try Words(language).keys
      #expect(danish.subtracting(keys).isEmpty && keys.subtracting(danish).isEmpty, "\(language)")
    }
  }

  @Test func textsOfAllCataloguesNameTheSameValues() throws {
    let danish = try Words(.danish)
    let english = try Words(.english)
    for key in danish.keys {
      // English needs no article for "the one passage".
      #expect(values(danish[key]) == values(english[key]), "\(key)")
    }
  }

  private func values(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{[#^\/]?[A-Za-z0-9 ]+\}/).map { String($0.output) })
  }

  @Test func everyPageIsWrittenInTheLanguageThatWasAskedFor() throws {
    let report = try RenderedReport(language: .english)
    #expect(report.files.map(\.path) == (try RenderedReport()).files.map(\.path))
    for page in report.pages {
      let tree = try report.tree(page.path)
      #expect(tree["lang"] == "en")
      let frame = (tree.all("nav") + tree.all("footer") + tree.all("h2")).map(\.text).joined(separator: " ")
      for word in ["Dækning", "Svar", "Regnskab", "Dannet", "Citater", "Kilde"] {
        #expect(!frame.contains(word), "\(page.path) \(word)")
      }
      #expect(tree.all("blockquote").allSatisfy { $0["lang"] == "da" }, "\(page.path)")
    }
    #expect(try report.tree("index.html").text.contains("1 of 3 parties heard answered."))
    let code = try report.tree("codes/1.1.html")
    #expect(code.text.contains("Øjenhøjde"))
    #expect(!code.all("blockquote").isEmpty)
  }

  @Test func aMissingTextIsAnErrorAndNoGapInThePage() throws {
    var library = TemplateLibrary(words: try Words(.danish))
    #expect(throws: (any Error).self) { try library.register(Array("{{@no.such.text}}".utf8), named: "page") }
    try library.register(Array("<p>{{@frame.case}}</p>".utf8), named: "page")
    let page = library.render(["caseNumber": "<1>"], with: "page")
    #expect(page.map { String(decoding: $0, as: UTF8.self) } == "<p>Sag &lt;1&gt;</p>")
  }
}
