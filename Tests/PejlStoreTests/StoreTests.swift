import Foundation
import GRDB
import PejlText
import Testing

@testable import PejlStore

@Suite struct StoreTests {
  private let path = NSTemporaryDirectory() + "pejl-store-" + UUID().uuidString + ".sqlite"

  private func filled() throws -> Store {
    let store = try Store(path: path)
    try store.keep(contents: [("h", [1]), ("b", [2])])
    try store.keep(
      StoredCodebook(
        fingerprint: "f", id: "t", version: "1", title: "T",
        sources: [.init(path: "codebook.xml", sha256: "b")]))
    return store
  }

  private func run(_ state: String) -> StoredRun {
    StoredRun(
      finished: "2024-05-01T12:00:00Z", program: "1", state: state, hearing: "h", codebook: "f", decisions: nil,
      output: "/r", responses: 1, unread: 0, said: [7])
  }

  private func result(_ key: String) -> NewResults {
    NewResults(
      key: key, reading: key, documents: [9],
      parts: [.init(response: "a", file: "a.txt", sha256: "s", tagged: [1, 2], decisions: "", digest: [3])])
  }

  @Test("what was kept is found again, also by the next process")
  func kept() throws {
    defer { remove() }
    let id = try filled().keep([result("k")])[0][0]
    try filled().keep(
      run("s"), members: [(id, "")], report: StoredReport(files: [4], fragments: [5], words: [6], texts: [7]),
      decisions: [])
    let store = try Store(path: path)
    #expect(try store.reading("k") == [9])
    #expect(try store.tagged(id) == [1, 2])
    #expect(try store.results(["k"])["k"]?.map(\.digest) == [[3]])
    #expect(try store.digest(of: id, decisions: "") == [3] && store.digest(of: id, decisions: "other") == nil)
    #expect(try store.state(output: "/r")?.state == "s")
    #expect(try store.latest(output: "/r")?.report.fragments == [5])
    #expect(try store.latest(output: "/r")?.report.texts == [7])
    #expect(try store.codebook("f")?.sources.map(\.path) == ["codebook.xml"])
    #expect(try store.members(of: 1).map(\.result) == [id])
  }

  @Test("keeping a result again keeps its number")
  func again() throws {
    defer { remove() }
    let store = try filled()
    #expect(try store.keep([result("k")]) == store.keep([result("k")]))
  }

  @Test("results hold for the keys that they were carried over to, until others are kept there or they are gone")
  func carried() throws {
    defer { remove() }
    let store = try filled()
    let id = try store.keep([result("a")])[0][0]
    func found(_ key: String) throws -> [Int64]? { try store.results([key])[key]?.map(\.id) }
    try store.carry([("b", "a")])
    try store.carry([("c", "b")])
    #expect(try found("b") == [id] && found("c") == [id] && store.numbers(["c"])["c"] == [id])
    let other = try store.keep([result("b")])[0][0]
    #expect(try other != id && found("b") == [other] && found("c") == [id])
    for number in 1...Store.keptRuns { try store.carry([("d\(number)", "a")]) }
    #expect(try found("c") == nil && found("d1") == [id] && found("a") == [id])
    for number in 0...Store.keptRuns {
      try store.keep(
        run("\(number)"), members: [(number == 0 ? id : other, "")],
        report: StoredReport(files: [], fragments: [], words: [], texts: []), decisions: [])
    }
    #expect(try found("a") == nil && found("d1") == nil)
    try store.carry([("e", "b")])
    #expect(try found("e") == [other])
  }

  @Test("only the latest runs keep their responses, and a result that no run has goes")
  func forgetting() throws {
    defer { remove() }
    let store = try filled()
    let old = try store.keep([result("old")])[0][0]
    let new = try store.keep([result("new")])[0][0]
    for number in 0...Store.keptRuns {
      try store.keep(
        run("\(number)"), members: [(number == 0 ? old : new, "")],
        report: StoredReport(files: [], fragments: [], words: [], texts: []), decisions: [])
    }
    #expect(try store.tagged(old) == nil)
    #expect(try store.reading("old") == nil)
    #expect(try store.reading("new") != nil)
    #expect(try store.tagged(new) != nil)
    #expect(try store.runs().count == Store.keptRuns + 1)
  }

  @Test("a store of each earlier program is carried forward, one of a later program is refused")
  func migrations() throws {
    defer { remove() }
    for (name, _) in Store.migrations {
      remove()
      _ = try Store(path: path, upTo: name)
      #expect(try Store(path: path).runs().isEmpty)
    }
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('of-tomorrow')") }
    let error = #expect(throws: InvalidInput.self) { try Store(path: path) }
    #expect(error?.diagnostics.first?.code == "store.newer")
    #expect(error?.diagnostics.first?.path == path)
  }

  @Test("a file that is no store is named, with what to do")
  func damaged() throws {
    defer { remove() }
    try Data(repeating: 0x41, count: 4096).write(to: URL(filePath: path))
    let error = #expect(throws: InvalidInput.self) { try Store(path: path) }
    #expect(error?.diagnostics.first?.message.contains("delete the file") == true)
  }

  @Test("a decision is kept once, with the first run that met it")
  func decisions() throws {
    defer { remove() }
    let store = try filled()
    let decision = StoredDecision(response: "a", passage: "a.1", author: "KL", note: "n", written: "<decision/>")
    for state in ["1", "2"] {
      try store.keep(
        run(state), members: [], report: StoredReport(files: [], fragments: [], words: [], texts: []),
        decisions: [decision])
    }
    #expect(try store.decisions().map(\.run) == [1])
    #expect(try store.decisions().map(\.decision) == [decision])
  }

  @Test("the schema says what each table is for")
  func schema() {
    let text = String(decoding: Store.schema, as: UTF8.self)
    for table in ["run", "result", "reading", "decision"] { #expect(text.contains("CREATE TABLE \(table) (")) }
  }

  private func remove() {
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
  }
}
