import Foundation
import PejlReport
import PejlText
import PejlXML
import Testing

@Suite struct PageTests {
  let report: RenderedReport
  init() throws { report = try RenderedReport() }

  @Test func theReportHasItsFilesSortedByPath() {
    #expect(
      report.files.map(\.path) == [
        "analysis.xml", "codes/1.1.html", "codes/1.2.html", "codes/2.4.html", "codes/P1.html", "codes/P2.html",
        "codes/T2.html", "codes/bekymring.html", "codes/forslag.html", "codes/outside.html", "codes/spoergsmaal.html",
        "codes/stoette.html", "coverage.html", "coverage.xml", "index.html", "method.html", "passages.html",
        "responses.html",
        "responses/a.html", "responses/b-------etc.html", "themes.html", "themes.xml",
      ])
  }

  @Test func theSameAnalysisGivesTheSameBytes() throws {
    #expect(try RenderedReport().files == report.files)
  }

  @Test func everyPageIsWellFormedWithLandmarksAndOneHeading() throws {
    for page in report.pages {
      let tree = try report.tree(page.path)
      #expect(tree["lang"] == "da")
      #expect(tree.all("h1").count == 1, "\(page.path)")
      for landmark in ["header", "nav", "main", "footer"] { #expect(!tree.all(landmark).isEmpty) }
      for table in tree.all("table") { #expect(table.first("caption") != nil) }
      for header in tree.all("th") { #expect(header["scope"] != nil) }
      for region in tree.all("div") where region["class"] == "scroll" {
        #expect(region["tabindex"] == "0" && region["role"] == "region")
      }
      for image in tree.all("svg") { #expect(image["aria-hidden"] == "true") }
    }
  }

  @Test func idsAreUniqueAndLinksInsideThePageLeadSomewhere() throws {
    for page in report.pages {
      let tree = try report.tree(page.path)
      let ids = tree.all.compactMap { $0["id"] }
      #expect(Set(ids).count == ids.count, "\(page.path)")
      for link in tree.all("a") {
        guard let address = link["href"], address.hasPrefix("#") else { continue }
        #expect(ids.contains { address == "#\($0)" }, "\(page.path) \(address)")
      }
    }
  }

  @Test func linksLeadToFilesOfTheReport() throws {
    let paths = Set(report.files.map(\.path))
    for page in report.pages {
      for link in try report.tree(page.path).all("a") {
        let file = (link["href"] ?? "").prefix { $0 != "#" }
        guard !file.isEmpty else { continue }
        let isInside = page.path.contains("/")
        let target = (isInside ? String(file.dropFirst(3)) : String(file)).removingPercentEncoding ?? ""
        #expect(paths.contains(target), "\(page.path) \(file)")
      }
    }
  }

  @Test func noPageAsksForAnythingFromAnywhere() throws {
    for page in report.pages {
      let text = try report.text(page.path).lowercased()
      #expect(!text.contains("url("))
      #expect(!text.contains("@import"))
      #expect(text.contains("default-src 'none'"))
      for element in try report.tree(page.path).all {
        #expect(element["src"] == nil && element["style"] == nil)
        for attribute in element.attributes {
          #expect(!attribute.name.hasPrefix("on") && !attribute.value.contains("://"))
        }
      }
    }
  }

  @Test func textOfStrangersStaysText() throws {
    for page in report.pages {
      let tree = try report.tree(page.path)
      #expect(tree.all("img").isEmpty)
      #expect(tree.all("b").allSatisfy { Int($0.text) != nil || $0.text == "ingen" })
      let characters = tree.text.unicodeScalars
      #expect(!characters.contains("\u{202E}") && !characters.contains("\u{1}"))
    }
    let answer = try report.tree("responses/b-------etc.html")
    #expect(answer.text.contains("<script>alert('x')</script> ]]> & \"quoted\" ⟦U+202E⟧gnits"))
  }

  @Test func aLongTitleDoesNotFillThePage() throws {
    let answer = try report.tree("responses/a.html")
    let title = try #require(answer.all("dd").first { $0.text.hasPrefix("Meget lang titel") })
    #expect(title.text.count == 200)
  }

  @Test func aHeardPartyWithoutAnAnswerReadsNotReceived() throws {
    #expect(
      try report.tree("responses.html").foldedText.contains(
        "Ikke modtaget LMU Område Ørum MED-udvalg · Lokale MED-udvalg LMU Skovstjernen"))
    let row = try report.tree("coverage.html").all("tr").first { $0.text.contains("LMU Skovstjernen") }
    #expect(try #require(row).text.contains("Ikke modtaget"))
  }

  @Test func unreadFilesAreShownWithTheReason() throws {
    for page in ["index.html", "responses.html", "method.html"] {
      #expect(try report.tree(page).text.contains("filen er låst med adgangskode <b>"))
    }
  }

  @Test func everyPageBearsTheSumsAndThePageOfAnAnswerItsOwn() throws {
    for page in report.pages where page.path.hasPrefix("responses/") {
      #expect(try report.tree(page.path).text.contains(" passager: "))
      #expect(try report.tree(page.path).all("footer").first?.foldedText.contains("2 svar læst") == false)
    }
    for page in report.pages where !page.path.hasPrefix("responses/") {
      let footer = try #require(try report.tree(page.path).all("footer").first)
      #expect(footer.foldedText.contains("2 svar læst, 1 fil ikke læst."))
      #expect(
        footer.foldedText.contains(
          "i 9 passager: 5 mærket, 2 uden mærke, 2 lagt til side. Hvert tegn ligger i netop én passage."))
    }
  }

  @Test func noKeyOfTheCatalogueIsMissing() throws {
    for page in report.pages {
      let text = try report.tree(page.path).text
      for prefix in [
        "basis.", "kind.", "facet.", "page.", "passage.", "share.", "finding.", "matched.", "stance.", "filter.",
      ] {
        #expect(!text.contains(prefix + "a") && !text.contains(prefix + "k"), "\(page.path) \(prefix)")
      }
    }
  }
}
