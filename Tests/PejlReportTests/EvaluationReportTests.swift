import PejlAnalysis
import PejlCodebook
import PejlReport
import PejlSegment
import PejlTagging
import PejlText
import PejlXML
import Testing

@Suite struct EvaluationReportTests {
  private static let rows = """
    file\tbegins\tstrategy\ttheme\tstance
    a.pdf\tRådet er glad\t2.4\t-\tstøtte
    a.pdf\tVi frygter\t2.4\tT2\t-
    a.pdf\tBusruten\t1.2\t-\t-
    """

  /// The sample's first answer and a hostile paragraph, measured; `before` without the tags of a code.
  private func report(
    worst: Int = 10, compared: Bool = true, language: ReportLanguage = .danish
  ) throws -> RenderedReport {
    let gold = try GoldFile(Array(Self.rows.utf8), path: "some/folder/gold <b>.tsv", codebook: Sample.codebook)
    let aligned = GoldAlignment(Sample.councilAnswer.response).align(gold)
    #expect(aligned.missing.isEmpty)
    let evil = try GoldFile(
      Array("id\ttext\tstrategy\ttheme\tstance\nid <i>\t\(Sample.evil)\tP1\t-\t-\n".utf8), path: "evil.tsv",
      codebook: Sample.codebook)
    let hostile = Sample.unknownAnswer.response
    let paragraphs =
      aligned.found + [
        CodedParagraph(
          gold: evil.rows[0], goldPath: "evil.tsv", source: "evil.tsv",
          text: hostile.document.text[hostile.passages[0].passage.core], span: hostile.passages[0].passage.core,
          passages: [hostile.passages[0]])
      ]
    let evaluation = Evaluation(paragraphs, codebook: Sample.codebook)
    let before = paragraphs.map { paragraph in
      CodedParagraph(
        gold: paragraph.gold, goldPath: paragraph.goldPath, source: paragraph.source, text: paragraph.text,
        span: paragraph.span, passages: [])
    }
    let comparison = Comparison(before: Evaluation(before, codebook: Sample.codebook), after: evaluation)
    let method = ReportMethod(version: "0.1.0", codebookHashes: [("codebook.xml", "ab")])
    return RenderedReport(
      files: try ReportRenderer(language: language).render(
        EvaluationReport(
          evaluation: evaluation, comparison: compared ? comparison : nil, golds: [gold, evil], method: method,
          worst: worst)))
  }

  @Test func theSameMeasurementGivesTheSameBytesWithoutPaths() throws {
    let report = try report()
    #expect(try self.report().files == report.files)
    #expect(report.files.map(\.path) == ["evaluation.html", "evaluation.xml"])
    for file in report.files { #expect(!String(decoding: file.bytes, as: UTF8.self).contains("some/folder")) }
  }

  @Test(arguments: [true, false]) func theXMLIsValid(compared: Bool) throws {
    let bytes = try report(compared: compared).bytes("evaluation.xml")
    let found = try XMLSchema(ReportSchema.evaluation.bytes).validate(bytes)
    #expect(found.isEmpty, "\(found)")
  }

  @Test func theXMLHoldsFiguresMistakesAndEvidence() throws {
    let root = try report(worst: 0).xml("evaluation.xml")
    let objective = try #require(root.elements("level").first)
    // Set: 1.1, 2.4, none, 1.1; gold: 2.4, 2.4, 1.2, P1.
    #expect(objective["true-positives"] == "1" && objective["false-positives"] == "2")
    #expect(objective["false-negatives"] == "3")
    #expect(root.elements("confusion").map { "\($0["missed"] ?? "") \($0["set"] ?? "")" } == ["P1 1.1", "2.4 1.1"])
    let wrong = root.elements("mistake").filter { $0["kind"] == "false-positive" && $0["facet"] == "strategy" }
    #expect(wrong.compactMap { $0["paragraph"] } == ["1", "4"])
    #expect(wrong.first?.all("evidence").first?.text == "tale med\nborgeren")
    #expect(wrong.last?.all("evidence").first?.text == "<b>øjenhøjde</b>")
    #expect(root.all("change").count == 6)
  }

  @Test func thePageIsWellFormedStandsAloneAndLeadsSomewhere() throws {
    for report in [try report(), try report(compared: false)] {
      let tree = try report.tree("evaluation.html")
      #expect(tree["lang"] == "da" && tree.all("h1").count == 1)
      let text = try report.text("evaluation.html").lowercased()
      #expect(!text.contains("<script") && !text.contains("url(") && text.contains("default-src 'none'"))
      for table in tree.all("table") { #expect(table.first("caption") != nil) }
      for header in tree.all("th") { #expect(header["scope"] != nil) }
      let ids = tree.all.compactMap { $0["id"] }
      #expect(Set(ids).count == ids.count)
      for link in tree.all("a") {
        let address = link["href"] ?? ""
        #expect(address == "evaluation.xml" || ids.contains { address == "#\($0)" }, "\(address)")
      }
      for element in tree.all { #expect(element["src"] == nil && element["style"] == nil) }
    }
  }

  @Test func textOfStrangersStaysText() throws {
    let tree = try report().tree("evaluation.html")
    #expect(tree.all("b").isEmpty && tree.all("i").isEmpty && tree.all("script").isEmpty)
    #expect(!tree.text.unicodeScalars.contains("\u{202E}"))
    #expect(tree.text.contains("gold <b>.tsv") && tree.text.contains("id <i>"))
  }

  @Test func mistakesShowTextEvidenceAndRules() throws {
    let figures = try report().tree("evaluation.html").all("figure").filter { ($0["class"] ?? "").contains("mistake") }
    let first = try #require(figures.first)
    #expect(first.all("mark").map(\.text) == ["tale med borgeren"])
    #expect(first.foldedText.contains("1.1-rule-1"))
    #expect(figures.contains { $0.foldedText.contains("Ingen regel talte for koden.") })
    #expect(try report(worst: 1).tree("evaluation.html").all("blockquote").count < figures.count)
  }

  @Test func noKeyOfTheCatalogueIsMissing() throws {
    let text = try report().tree("evaluation.html").text
    for key in ["level.", "mistake.", "unit.", "change.", "number.", "menu.", "paragraph.", "basis."] {
      #expect(!text.split(whereSeparator: \.isWhitespace).contains { $0.hasPrefix(key) }, "\(key)")
    }
  }

  @Test func inEnglishNoWordOfThePageIsDanish() throws {
    let tree = try report(language: .english).tree("evaluation.html")
    #expect(tree["lang"] == "en" && tree.text.contains("How often Pejl agrees with a person"))
    let own = tree.all.filter { ["h1", "h2", "h3", "th", "caption", "dt", "summary"].contains($0.name) }
    let text = own.map(\.text).joined(separator: " ").replacing("Målsætning", with: "")
    for word in ["Guld", "Kode", "Regel", "Præcision", "Genfinding", "Afsnit", "Før", "Resultat", "Fejl", "Navn"] {
      #expect(!text.contains(word + " ") && !text.contains(" " + word), "\(word)")
    }
  }
}
