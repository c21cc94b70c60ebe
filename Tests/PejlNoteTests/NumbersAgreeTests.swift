import PejlAnalysis
import PejlCodebook
import PejlNote
import PejlReport
import PejlText
import PejlXML
import Testing

@testable import PejlIngest

@Suite struct NumbersAgreeTests {
  @Test("every count in web page, Word document and XML is the analysis' own", arguments: 0..<40)
  func counts(seed: Int) throws {
    let analysis = NoteSample.random(seed: UInt64(seed), answers: [0, 1, 2, 7, 20][seed % 5])
    let renderer = try NoteRenderer(analysis, layout: .state, method: NoteSample.method)
    let page = try SeenTable.ofPage(renderer.page())
    let word = try SeenTable.ofWord(renderer.word().bytes)
    #expect(page.map(\.rows.count) == word.map(\.rows.count))
    let expected = analysis.coverage.columns.map { column -> [String] in
      let report = analysis.codeReports.first { $0.code.id == column.code.id && $0.code.facet == .strategy }
      return ["\(column.parties)", "\(column.passages)"] + (report?.stances.map { "\($0.passages)" } ?? [])
    }
    for tables in [page, word] where !analysis.responses.isEmpty {
      let coverage = try #require(tables.first { $0.rows[0].count == 3 + NoteSample.stances.count })
      #expect(coverage.rows.dropFirst().map { Array($0.dropFirst()) } == expected)
      for report in analysis.codeReports where report.code.facet == .strategy {
        for (title, stance) in [("Forslag, der gælder", "forslag"), ("Spørgsmål, der", "spørgsmål")] {
          let count = report.stances.first { $0.code.id == stance }?.passages ?? 0
          let table = tables.first { $0.caption.hasPrefix(title) && $0.caption.contains(" \(report.code.id) ") }
          #expect((table?.rows.count ?? 1) - 1 == count)
        }
      }
      let outside = tables.first { $0.caption == "Passager uden for strategien" }
      #expect((outside?.rows.count ?? 1) - 1 == analysis.coverage.total.outside)
    }
    try checkXML(renderer.xml(), analysis)
  }

  private func checkXML(_ bytes: [UInt8], _ analysis: Analysis) throws {
    #expect(try XMLSchema(NoteRenderer.schema).validate(bytes).isEmpty)
    let root = try XMLReader.parse(bytes)
    #expect(root.first("hearing")?["heard"] == "\(analysis.coverage.heard)")
    #expect(root.first("hearing")?["answered"] == "\(analysis.coverage.answered)")
    #expect(root.elements("party").count == analysis.parties.count)
    #expect(root.first("outside")?.elements("quote").count == analysis.coverage.total.outside)
    for topic in root.elements("topic") {
      let report = try #require(
        analysis.codeReports.first { $0.code.id == topic["code"] && $0.code.facet.rawValue == topic["facet"] })
      #expect(topic["direct"] == "\(report.entries.count)" && topic.elements("quote").count == report.entries.count)
      #expect(topic.elements("stance").map { $0["passages"] } == report.stances.map { "\($0.passages)" })
      #expect(topic.elements("stance").map { $0["senders"] } == report.stances.map { "\($0.parties)" })
      #expect(topic["senders"] == "\(Set(topic.elements("sender").map { $0["party"] }).count)")
      if let column = analysis.coverage.columns.first(where: { $0.code == report.code }) {
        #expect(topic["senders"] == "\(column.parties)" && topic["passages"] == "\(column.passages)")
      }
    }
  }

  @Test("what a table does not show is counted beneath it, and the same words stand once with all who wrote them")
  func limits() throws {
    let parties = (0..<130).map { NoteSample.party($0) }
    let responses = parties.enumerated().map { number, party in
      NoteSample.response(
        number, from: party,
        [("Vi foreslår nummer \(number) i stedet.", ["2.4", "forslag"]), ("Samme ord her.", ["1.1", "forslag"])])
    }
    let analysis = Analysis(
      hearing: NoteSample.hearing(parties), codebook: NoteSample.codebook.summary, responses: responses, unread: [])
    let page = try NoteRenderer(analysis, method: NoteSample.method).page()
    let tables = try SeenTable.ofPage(page)
    let proposals = try ["2.4", "1.1"].map { code in
      try #require(tables.first { $0.caption.hasPrefix("Forslag, der gælder \(code)") })
    }
    #expect(proposals.map(\.rows.count) == [101, 2])
    #expect(proposals[1].rows[1][0].contains("Ordret det samme:") && proposals[1].rows[1][0].contains("117 passager"))
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("Hertil kommer 30 passager") && text.contains("--code 2.4 --stance forslag"))
  }

  @Test("the number before a topic's kinds equals its distinct senders", arguments: 0..<20)
  func senders(seed: Int) throws {
    let analysis = NoteSample.random(seed: UInt64(seed), answers: 12)
    let renderer = try NoteRenderer(analysis, layout: .topics, method: NoteSample.method)
    let page = try renderer.page()
    let headings = try XMLReader.parse(Array(page.dropFirst("<!DOCTYPE html>".utf8.count))).all.filter {
      ["h3", "h4"].contains($0.name) && $0.foldedText.hasPrefix("(")
    }
    var seen = 0
    for report in analysis.codeReports where report.code.facet != .stance {
      let column = analysis.coverage.columns.first { $0.code == report.code }
      guard let heading = headings.first(where: { $0.foldedText.hasSuffix(") \(report.code.id) \(report.code.name)") })
      else { continue }
      seen += 1
      let number = heading.foldedText.dropFirst().prefix { $0.isNumber }
      #expect(number == "\(column?.parties ?? report.parties.count)")
      if report.code.parent != nil || report.code.facet == .theme {
        let parties = Set(report.entries.map { analysis.partyOfResponse[$0.response] })
        #expect(number == "\(parties.count)")
      }
    }
    #expect(seen == headings.count && seen > 0)
  }

  @Test("a workbook's sheets hold the analysis' counts", arguments: 0..<10)
  func workbook(seed: Int) throws {
    let analysis = NoteSample.random(seed: UInt64(seed), answers: [0, 1, 9][seed % 3])
    let (bytes, count) = try QuoteRenderer(analysis, method: NoteSample.method).render(QuoteFilter(), as: .xlsx)
    #expect(count == analysis.coverage.total.counted)
    let archive = try ZipArchive(bytes, limits: ReadingLimits())
    let numbers = { (sheet: Int) throws -> [[String]] in
      let part = try #require(try archive.read("xl/worksheets/sheet\(sheet).xml"))
      return try XMLReader.parse(part).all("row").dropFirst().map { row in
        row.elements("c").filter { $0["t"] == nil }.compactMap { $0.first("v")?.text }
      }
    }
    #expect(try numbers(1).count == count)
    let coverage = analysis.coverage
    let expected =
      coverage.rows.map { row in
        [row.party.isHeard ? "1" : "0"] + coverage.columns.map { "\(row.passages[$0.code.id, default: 0])" }
      } + [coverage.columns.map { "\($0.passages)" }, coverage.columns.map { "\($0.parties)" }]
    #expect(try numbers(2) == expected)
    #expect(
      try numbers(3).map { Array($0.suffix(5)) }
        == coverage.rows.map { row in
          let account = row.account
          return [account.passages, account.counted, account.tagged, account.untagged, account.setAsideTotal].map(
            String.init)
        })
    for (sheet, code) in analysis.codebook.codes(.strategy).enumerated() {
      let marked = try numbers(1).filter { $0.suffix(11)[$0.suffix(11).startIndex + sheet] == "1" }.count
      let report = analysis.codeReports.first { $0.code == code }
      #expect(marked == report?.entries.count)
    }
  }

  @Test("the same analysis gives the same bytes")
  func bytes() throws {
    let analysis = NoteSample.random(seed: 5, answers: 9)
    for layout in NoteLayout.allCases {
      let first = try NoteRenderer(analysis, layout: layout, method: NoteSample.method)
      let second = try NoteRenderer(analysis, layout: layout, method: NoteSample.method)
      #expect(try first.word().bytes == second.word().bytes)
      #expect(try first.page() == second.page() && first.xml() == second.xml())
    }
    let quotes = QuoteRenderer(analysis, method: NoteSample.method)
    for format in QuoteRenderer.Format.allCases {
      #expect(try quotes.render(QuoteFilter(), as: format).bytes == quotes.render(QuoteFilter(), as: format).bytes)
    }
  }
}
