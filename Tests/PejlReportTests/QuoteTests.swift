import PejlXML
import Testing

@Suite struct QuoteTests {
  let report: RenderedReport
  init() throws { report = try RenderedReport() }

  @Test func aQuoteFoldsWhiteSpaceAndJoinsBrokenWordsAndNothingElse() throws {
    let quotes = try report.tree("themes.html").all("blockquote").map(\.text)
    #expect(
      quotes.contains {
        $0.contains("Rådet er glad for, at man vil tale med borgeren. Det styrker retssikkerheden.")
      })
  }

  @Test func aHyphenThatBelongsToTheWordStays() throws {
    #expect(try report.tree("responses/a.html").text.contains("Beboer- og pårørenderåd bør høres."))
  }

  @Test func theEvidenceIsMarkedAndLabelled() throws {
    let marks = try report.tree("responses/a.html").all("div").filter { $0["class"] == "body" }.flatMap {
      $0.all("mark")
    }
    #expect(marks.map(\.text).contains("tale med borgeren"))
    #expect(marks.first { $0.text == "skemaer" }?["data-label"] == "2.4")
    #expect(marks.first { $0.text == "skemaer" }?["class"] == "strategy")
    #expect(marks.first { $0.text == "tid" }?["class"] == "theme")
  }

  @Test func aQuoteNamesItsSource() throws {
    let sources = try report.tree("themes.html").all("figcaption").map(\.foldedText)
    #expect(sources.contains { $0.hasPrefix("Handicaprådet, bilag 2, side 1, passage 3 støtte ord i teksten") })
  }

  @Test func setAsidePassagesSayWhy() throws {
    let aside = try report.tree("responses/a.html").all("div").filter { $0["class"]?.hasSuffix("set-aside") == true }
    #expect(aside.count == 1)
    #expect(aside.first?.foldedText.contains("Lagt til side: Hilsen") == true)
  }
}
