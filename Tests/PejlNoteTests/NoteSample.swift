import PejlAnalysis
import PejlCodebook
import PejlHearing
import PejlNote
import PejlReport
import PejlSegment
import PejlTagging
import PejlText
import PejlXML
import PejlZip

@testable import PejlIngest

/// Hearings of any size, made from a seed: the same seed gives the same hearing.
enum NoteSample {
  static let codes = ["P1", "1.1", "1.2", "P2", "2.4"]
  static let stances = ["støtte", "bekymring", "forslag", "spørgsmål"]
  static let method = ReportMethod(version: "0", codebookHashes: [("codebook.xml", "00")])

  static var codebook: Codebook {
    Codebook(
      id: "prøve", version: "1", language: "da", title: "Prøve",
      facets: [
        Facet(
          id: .strategy, name: "Strategi", threshold: 1, limit: 3, share: 0.6,
          codes: codes.map { id in
            Code(
              id: id, facet: .strategy, name: "Navn på \(id)", number: id.replacing("P", with: ""),
              parent: id.hasPrefix("P") ? nil : "P\(id.prefix(1))")
          }),
        Facet(
          id: .theme, name: "Temaer", threshold: 1, limit: 3, share: 0.6,
          codes: [Code(id: "T1", facet: .theme, name: "Tid"), Code(id: "T2", facet: .theme, name: "Penge")]),
        Facet(
          id: .stance, name: "Holdninger", threshold: 1, limit: 2, share: 0.5,
          codes: stances.map { Code(id: $0, facet: .stance, name: $0) }),
      ], rules: [], dampers: [], references: ReferenceWords(), sources: [])
  }

  static func party(_ number: Int, name: String? = nil) -> Respondent {
    Respondent(
      id: "part-\(number)", kind: Respondent.Kind.allCases[number % 5],
      name: name ?? ["Ålborg Råd", "Aabenraa MED", "Ældrerådet", "Brugere", "Østerbo", "Zonen"][number % 6]
        + " \(number)")
  }

  /// One answer with a passage for each text; the codes on each stand beside it.
  static func response(
    _ number: Int, from party: Respondent?, evidence: String? = nil, _ passages: [(text: String, codes: [String])],
    set: String? = nil
  ) -> TaggedResponse {
    var builder = DocumentBuilder(format: "txt")
    for passage in passages { builder.append(passage.text, kind: .paragraph, page: nil) }
    let document = builder.build()
    let tagged = document.blocks.enumerated().map { index, block in
      let end = index + 1 < document.blocks.count ? document.blocks[index + 1].span.start : document.text.count
      let tags = passages[index].codes.map { code in
        Tag(
          code: code, facet: facet(of: code), basis: .keyword, score: 1,
          reasons: [.init(rule: "r", weight: 1, evidence: [])])
      }
      return TaggedPassage(
        passage: Passage(
          id: "svar-\(number).\(index)", number: index + 1, span: TextSpan(index == 0 ? 0 : block.span.start, end),
          core: block.span, kind: .paragraph, level: 0, page: index % 2 == 0 ? 1 : nil),
        disposition: set.map { .setAside($0) } ?? (tags.isEmpty ? .untagged : .tagged),
        tags: tags.sorted { $0.facet < $1.facet })
    }
    return TaggedResponse(
      id: "svar-\(number)", file: "svar-\(number).txt", sha256: "00", document: document,
      respondent: RespondentMatch(
        respondent: party, kind: party?.kind ?? .other, basis: party == nil ? .unknown : .annex, evidence: evidence),
      annex: Hearing.Annex(number: number + 2, title: "Svar", document: "1/\(number)", fileNumber: nil, response: nil),
      passages: tagged)
  }

  static func facet(of code: String) -> Facet.ID {
    stances.contains(code) ? .stance : code.hasPrefix("T") ? .theme : .strategy
  }

  static func hearing(_ parties: [Respondent], title: String = "Fælles strategi") -> Hearing {
    Hearing(
      id: "prøve", authority: "Prøve Kommune", caseNumber: "23/1", title: title,
      period: .init(start: "2023-11-06", end: "2023-12-04", note: nil, manner: "Brev"),
      strategy: .init(title: "Udkast", annex: 1, parts: []), respondents: parties)
  }

  /// A hearing with some parties that are heard twice, some silent, some unknown.
  static func random(seed: UInt64, answers: Int) -> Analysis {
    var state = seed &+ 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let parties = (0..<max(2, answers)).map { party($0) }
    let responses = (0..<answers).map { number in
      let passages = (0..<next(6)).map { index -> (text: String, codes: [String]) in
        let codes = (Self.codes + ["T1", "T2"]).filter { _ in next(4) == 0 } + stances.filter { _ in next(3) == 0 }
        return (
          "Passage \(number) \(index), et mindretal foreslår en ny formulering \(next(2) == 0 ? "her" : "").", codes
        )
      }
      return response(number, from: next(5) == 0 ? nil : parties[next(parties.count)], evidence: "Ukendt", passages)
    }
    return Analysis(hearing: hearing(parties), codebook: codebook.summary, responses: responses, unread: [])
  }
}

extension XMLElement {
  /// All elements below, the element itself first, in document order.
  var all: [XMLElement] { [self] + elements.flatMap(\.all) }
  /// All elements of that name.
  func all(_ name: String) -> [XMLElement] { all.filter { $0.name == name } }
}

/// A table as a test sees it: its caption and the text of its cells, the header row first.
struct SeenTable: Equatable {
  let caption: String
  let rows: [[String]]

  /// The tables of a web page.
  static func ofPage(_ bytes: [UInt8]) throws -> [SeenTable] {
    let root = try XMLReader.parse(Array(bytes.dropFirst("<!DOCTYPE html>".utf8.count)))
    return root.all("table").map { table in
      SeenTable(
        caption: table.first("caption")?.foldedText ?? "",
        rows: table.all("tr").map { $0.elements.map { $0.elements("p").isEmpty ? $0.foldedText : lines($0) } })
    }
  }

  private static func lines(_ cell: XMLElement) -> String {
    cell.elements("p").filter { $0["class"] != "room" }.map(\.foldedText).joined(separator: "\n")
  }

  /// The tables of a Word document.
  static func ofWord(_ bytes: [UInt8]) throws -> [SeenTable] {
    try wordPart("word/document.xml", of: bytes).all("tbl").map { table in
      SeenTable(
        caption: table.all("tblCaption").first?["val"] ?? "",
        rows: table.elements("tr").map { row in
          row.elements("tc").map { cell in
            cell.elements("p").filter { $0.elements("sdt").isEmpty }.map { $0.all("t").map(\.text).joined() }
              .filter { !$0.isEmpty }.joined(separator: "\n")
          }
        })
    }
  }

  static func wordPart(_ name: String, of bytes: [UInt8]) throws -> XMLElement {
    let archive = try ZipArchive(bytes, limits: ReadingLimits())
    guard let part = try archive.read(name) else { throw InvalidInput(code: "test", "no \(name)") }
    return try XMLReader.parse(part, path: name)
  }
}
