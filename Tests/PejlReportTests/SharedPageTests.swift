import PejlReport
import PejlXML
import Testing

@Suite struct SharedPageTests {
  private func report() throws -> RenderedReport {
    let campaign = "Vi beder om, at [2.4:skemaer] ikke tager tiden fra borgerne på <b>bostedet</b> i hverdagen."
    var answers = [Sample.councilAnswer, Sample.unknownAnswer]
    answers[0].passages = [SamplePassage(campaign), SamplePassage("Busruten til hallen bør også komme tilbage.")]
    answers[1].passages = [SamplePassage(campaign + " Det gælder især om aftenen.")]
    return try RenderedReport(responses: answers.map(\.response))
  }

  @Test("the page shows who shares a text and what each added; the code's page names the other senders last")
  func page() throws {
    let report = try report()
    let text = try report.tree("shared.html").text
    #expect(text.contains("Samme tekst fra 2 afsendere") && text.contains("Det gælder især om aftenen"))
    #expect(text.contains("Busruten til hallen bør også"))
    let code = try report.tree("codes/2.4.html")
    #expect(code.all("figure").count { $0["class"] == "quote" } == 2)
    #expect(code.text.contains("2 passager (1 tekst)"))
    let list = try #require(code.all("div").first { $0["id"] == "quote-list" })
    #expect(list.elements.map(\.name) == ["figure", "p", "figure"])
    #expect(list.all("a").contains { $0["href"] == "../shared.html#text-1" })
    #expect(try report.tree("index.html").all("a").contains { $0["href"] == "shared.html" })
    #expect(try XMLSchema(ReportSchema.analysis.bytes).validate(try report.bytes("analysis.xml")).isEmpty)
    let shared = try report.xml("analysis.xml").elements("shared-texts").flatMap { $0.elements("shared-text") }
    #expect(shared.map { $0["number"] } == ["1"])
    #expect(shared.first?.elements("same").map { $0["likeness"] }.contains("1.00") == true)
  }

  @Test("very many texts stand on several pages, each once, and every quote leads to its text")
  func manyTexts() throws {
    let texts = (0..<700).map { number in
      let words = ["skole", "vej", "hus", "bro", "plads", "have", "skov", "strand", "by"].map { "\($0)\(number)" }
      return SamplePassage("\(words.joined(separator: " ")) [2.4:skemaer]")
    }
    var answers = [Sample.councilAnswer, Sample.unknownAnswer]
    for place in answers.indices { answers[place].passages = texts }
    let report = try RenderedReport(responses: answers.map(\.response))
    let pages = report.pages.filter { $0.path.hasPrefix("shared") }
    #expect(pages.map(\.path) == ["shared.html", "shared_2.html"])
    let anchors = try pages.map { page in
      try report.tree(page.path).all("figure").compactMap { figure in figure["id"].map { "../\(page.path)#\($0)" } }
    }.joined()
    #expect(anchors.count == 700 && Set(anchors).count == 700)
    let links = try ["codes/2.4.html", "codes/2.4_2.html"].flatMap { path in
      try report.tree(path).all("a").filter { $0["class"] == "same-text" }.compactMap { $0["href"] }
    }
    #expect(links.count == 1400 && Set(links) == Set(anchors))
    #expect(try report.tree("shared_2.html").all("nav").contains { $0["class"] == "pages" })
  }

  @Test("a hearing in which nothing is shared has no such page")
  func none() throws {
    #expect(try RenderedReport().files.allSatisfy { $0.path != "shared.html" })
  }
}
