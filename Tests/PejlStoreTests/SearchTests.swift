import Foundation
import GRDB
import PejlText
import Testing

@testable import PejlStore

@Suite struct SearchTests {
  private let path = NSTemporaryDirectory() + "pejl-search-" + UUID().uuidString + ".sqlite"

  /// A store whose index holds `texts`, each a response of one sort with a passage a line; `-` before a line sets it aside.
  private func store(_ texts: [String: String], kinds: [String: String] = [:]) throws -> Store {
    let store = try Store(path: path)
    try index(texts, kinds: kinds, in: store)
    return store
  }

  private func index(_ texts: [String: String], kinds: [String: String] = [:], in store: Store) throws {
    let ids = try store.keep(
      texts.sorted { $0.key < $1.key }.map { name, text in
        NewResults(
          key: name, reading: name, documents: nil,
          parts: [
            .init(
              response: name, file: name, sha256: "", tagged: Array(text.utf8), decisions: "", digest: Array(name.utf8))
          ])
      })
    try store.index(ids.map { $0[0] }, key: "k") { tagged, digest in
      let name = String(decoding: digest, as: UTF8.self)
      let lines = String(decoding: tagged, as: UTF8.self).split(separator: "\n")
      return SearchText(
        response: name, file: "\(name).txt", sender: nil, kind: kinds[name] ?? "citizen", numbers: [],
        passages: lines.enumerated().map { place, line in
          .init(
            text: String(line.drop { $0 == "-" }), id: "\(name).\(place + 1)", page: place + 1,
            codes: [SearchCode(facet: "strategy", code: "\(place + 1)")],
            reason: line.hasPrefix("-") ? "furniture" : nil)
        })
    }
  }

  private func found(_ query: String, _ store: Store, filter: SearchFilter = SearchFilter()) throws -> [String] {
    try store.search(SearchQuery(query), filter: filter, limit: 100).hits.map(\.passage).sorted()
  }

  @Test(
    "words are found in their inflections, as parts of compounds, as phrases and by their beginning",
    arguments: [
      ("borger", ["a.1", "a.2", "b.1"]), ("borgernes", ["a.1", "a.2", "b.1"]), ("\"borger\"", ["a.1", "a.2"]),
      ("inddragelse", ["b.1", "b.2"]), ("råd", ["c.1", "c.2"]), ("\"borgernes stemme\"", ["a.1"]),
      ("\"stemme borgernes\"", []), ("medarb*", ["b.2"]), ("\"flere medarb\"*", ["b.2"]), ("MEDARBEJDER", ["b.2"]),
      ("borger stemme", ["a.1"]), ("borger AND stemme", ["a.1"]), ("borger NOT stemme", ["a.2", "b.1"]),
      ("borger NOT (stemme OR inddragelse)", ["a.2"]), ("stemme OR råd borger", ["a.1"]),
      ("(stemme OR hus) borger", ["a.1", "a.2"]), ("ældre- OR stemme", ["a.1", "c.1"]), ("tog", []),
    ])
  func queries(query: String, expected: [String]) throws {
    defer { remove() }
    let store = try store([
      "a": "Det er borgernes stemme.\nBorgeren får et hus.", "b": "Borgerinddragelsen.\nFlere medarbejderinddragelser.",
      "c": "Ældrerådet.\nPårørenderådets formand.",
    ])
    #expect(try found(query, store) == expected)
  }

  @Test("marks stand where the words do, in bytes of the passage")
  func marks() throws {
    defer { remove() }
    let store = try store(["a": "Så gælder borgernes ønske, og borger\u{AD}nes ret."])
    let hit = try #require(try store.search(SearchQuery("borger"), limit: 1).hits.first)
    #expect(hit.marks.map { UTF8Text(hit.text)[$0] }.first == "borgernes")
    #expect(hit.page == 1 && hit.codes == [SearchCode(facet: "strategy", code: "1")])
  }

  @Test(
    "signs in a query are words or nothing, never SQL or the language of the index",
    arguments: [
      "hus'; DROP TABLE run;--", "\"hus') OR 1=1\"", "text:hus", "hus^2", "{hus}", "NEAR(hus)", "-hus", "hus\\",
      "rank:hus",
      "hus%00", "hus + hus", "søg\u{1F600}hus",
    ])
  func hostile(query: String) throws {
    defer { remove() }
    let store = try store(["a": "Et hus."])
    #expect(throws: Never.self) {
      do { _ = try found(query, store) } catch let error as InvalidInput {
        #expect(error.diagnostics[0].code == "search.syntax")
      }
    }
    #expect(try store.runs().isEmpty)
    #expect(try found("hus", store) == ["a.1"])
  }

  @Test(
    "a query that cannot be read is refused with what is wrong and where",
    arguments: [
      ("", "the query is empty"), ("  ", "the query is empty"), ("hus AND", "behind AND, at character 7"),
      ("OR hus", "before OR, at character 1"), ("hus OR OR tog", "before OR, at character 8"),
      ("(hus", "opened and not closed, at character 1"), ("hus)", "closed that was not opened, at character 4"),
      ("hus \"tog", "quotation is opened and not closed, at character 5"), ("NOT hus", "NOT takes passages away"),
      ("()", "nothing stands in the parentheses"), ("hus OR *", "there is no word in *, at character 8"),
      ("hu*s", "a star stands only behind"), ("\"\"", "there is no word in"), ("—", "there is no word in —"),
    ])
  func mistakes(query: String, message: String) throws {
    let error = #expect(throws: InvalidInput.self) { try SearchQuery(query) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test("a query of absurd depth or length is refused")
  func absurd() throws {
    for query in [
      String(repeating: "(", count: 60) + "hus" + String(repeating: ")", count: 60),
      String(repeating: "hus ", count: 300),
    ] {
      #expect(throws: InvalidInput.self) { try SearchQuery(query) }
    }
  }

  @Test("filters by code and respondent hold, and what is set aside comes last")
  func filters() throws {
    defer { remove() }
    let store = try store(["a": "-Hus, hus.\nEt hus mellem mange andre ord.", "b": "Hus."], kinds: ["b": "council"])
    let all = try store.search(SearchQuery("hus"), limit: 1)
    #expect((all.passages, all.responses, all.hits.count) == (3, 2, 1))
    #expect(try store.search(SearchQuery("hus"), limit: 3).hits.last?.passage == "a.1")
    #expect(try found("hus", store, filter: SearchFilter(kinds: ["council"])) == ["b.1"])
    let code = SearchFilter(codes: [[SearchCode(facet: "strategy", code: "2")], []])
    #expect(try found("hus", store, filter: code) == ["a.2"])
    #expect(try found("hus", store, filter: SearchFilter(codes: [[SearchCode(facet: "stance", code: "2")]])).isEmpty)
  }

  @Test("the index follows the results: what is replaced or gone is not found any more, whatever number it had")
  func staleness() throws {
    defer { remove() }
    let store = try store(["a": "Et hus.", "b": "Et tog."])
    let ids = try store.numbers(["a", "b"])
    let both = try #require(ids["a"]) + #require(ids["b"])
    #expect(try store.isIndexed(both, key: "k"))
    #expect(try !store.isIndexed(both, key: "other") && !store.isIndexed([both[0]], key: "k"))
    try index(["a": "Et skib.", "b": "Et tog."], in: store)
    #expect(try store.isIndexed(both, key: "k"))
    #expect(try found("hus", store).isEmpty && found("skib", store) == ["a.1"] && found("tog", store) == ["b.1"])
    try index(["b": "Et tog."], in: store)
    #expect(try found("skib", store).isEmpty && found("tog", store) == ["b.1"])
    try store.write { try $0.execute(sql: "DELETE FROM result WHERE key = 'b'") }
    #expect(try !store.isIndexed([both[1]], key: "k"))
    // The number that was free is given again.
    try index(["c": "Et fly."], in: store)
    #expect(try found("tog", store).isEmpty && found("fly", store) == ["c.1"])
  }

  @Test("an index of another program or dictionary is made anew")
  func otherKey() throws {
    defer { remove() }
    let store = try store(["a": "Et hus."])
    let ids = try #require(try store.numbers(["a"])["a"])
    try store.index(ids, key: "new") { _, _ in
      SearchText(
        response: "a", file: "a", sender: nil, kind: "other", numbers: ["0101010101"],
        passages: [.init(text: "Et slot.", id: "a.1", page: nil, codes: [], reason: nil)])
    }
    #expect(try found("hus", store).isEmpty && found("slot", store) == ["a.1"])
    #expect(try store.searchedNumbers().map(\.number) == ["0101010101"])
  }

  private func remove() {
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
  }
}
