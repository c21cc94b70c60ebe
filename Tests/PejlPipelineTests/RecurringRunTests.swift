import Foundation
import PejlText
import Testing

@testable import PejlPipeline

@Suite struct RecurringRunTests {
  @Test(
    "after any sequence of changes the reports are those of a run that knows nothing of earlier ones", arguments: 1...6)
  func anySequence(seed: Int) async throws {
    let hearing = try ChangingHearing(seed: UInt64(seed))
    for step in 1...8 {
      if step > 1 { try hearing.step() }
      let again = try await hearing.reports(workers: step % 2 + 1)
      if step % 4 == 0 {
        let fresh = try await hearing.reports(isFresh: true)
        #expect(Set(again.keys) == Set(fresh.keys), "seed \(seed), step \(step)")
        for (name, bytes) in fresh { #expect(again[name] == bytes, "\(name), seed \(seed), step \(step)") }
      }
    }
  }

  @Test("a run after which nothing changed does nothing; a new answer is the only one that is tagged")
  func onlyWhatChanged() async throws {
    let hearing = try ChangingHearing(seed: 7)
    try #expect(await hearing.run()?.isUnchanged == false)
    try #expect(await hearing.run()?.isUnchanged == true)
    try hearing.write("Et tog.", "responses/ny.txt")
    let next = try await hearing.run()
    #expect(next?.tagged == 1)
    try #expect(await hearing.run(isFresh: true)?.tagged ?? 0 > 1)
  }

  @Test("after a change of rules only the answers that it touches are tagged again", arguments: 1...3)
  func changedRules(seed: Int) async throws {
    let hearing = try ChangingHearing(seed: UInt64(seed + 100))
    for _ in 0..<6 { try hearing.add() }
    _ = try await hearing.run()
    for change in [0, 7, 1, 2, 7, 3, 4, 6, 5, 0] {
      try hearing.changeCodebook(change)
      let again = try await hearing.reports()
      let fresh = try await hearing.reports(isFresh: true)
      for (name, bytes) in fresh { #expect(again[name] == bytes, "\(name), seed \(seed), change \(change)") }
    }
  }

  @Test("a new keyword tags the answers with that word again, whichever way they spell it, and no others")
  func newKeyword() async throws {
    let hearing = try ChangingHearing(seed: 7, answers: 0)
    let texts = [
      "ens": "Vi beder om en kørestol.", "stavet": "Vi beder om en kørestool.", "delt": "Vi beder om et pårørende råd.",
      "andet": "Vi beder om en tone.", "intet": "Det er godt.",
    ]
    for (name, text) in texts { try hearing.write(text, "responses/\(name).txt") }
    let book = try String(contentsOfFile: hearing.path + "/codebook.xml", encoding: .utf8)
    func tagged(_ words: String, _ old: String = "<any>tone<") async throws -> Int? {
      try hearing.write(book.replacing(old, with: words), "codebook.xml")
      return try await hearing.run()?.tagged
    }
    _ = try await hearing.run()
    var counts: [Int?] = []
    for words in ["fritidshjem", "fritidshjem, kørestol", "fritidshjem, kørestol, pårørenderåd", "pårørenderåd"] {
      try await counts.append(tagged("<any>tone, \(words)<"))
    }
    #expect(counts == [0, 2, 1, 2])
    try #expect(await tagged("name=\"Eet\"", "name=\"Et\"") == 5)
    try #expect(await hearing.reports(isFresh: true) == hearing.reports())
  }

  @Test("a decision is used without doing all anew, and a run after which nothing changed does nothing")
  func decided() async throws {
    let hearing = try ChangingHearing(seed: 7)
    _ = try await hearing.run()
    try hearing.decide()
    let decided = try await hearing.run()
    #expect(decided?.said.decisions?.settled == 1 && decided?.tagged == 1)
    try #expect(await hearing.run()?.isUnchanged == true)
    try hearing.write("Et tog.", "responses/ny.txt")
    try #expect(await hearing.run()?.tagged == 1)
    try hearing.write("<decisions xmlns=\"urn:pejl:decisions:1\" hearing=\"h\"/>", "decisions.xml")
    let reports = try await hearing.reports()
    try #expect(await hearing.reports(isFresh: true) == reports)
  }

  @Test("what a person decides on is found through the store as in the file, or in the file alone")
  func foundInStore() async throws {
    let hearing = try ChangingHearing(seed: 11)
    _ = try await hearing.run()
    try hearing.decide(3)
    _ = try await hearing.run()
    let folder = try HearingFolder(path: hearing.path)
    let path = hearing.path + "/reports/analysis.xml"
    let file = try AnalysedPassages(path: path)
    let kept = try #require(try AnalysedPassages.kept(folder))
    let analysis = try String(contentsOfFile: path, encoding: .utf8)
    let names = analysis.matches(of: /<(?:passage|response) id="([^"]+)"/).map { String($0.1) }
    #expect(names.count > 4)
    for name in names { try #expect(kept.target(name) == file.target(name)) }
    #expect(throws: InvalidInput.self) { try kept.target("findes-ikke") }
    try analysis.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try AnalysedPassages.kept(folder).map { _ in true } == nil)
    try #expect(AnalysedPassages(reportsOf: folder).target(names[0]) == file.target(names[0]))
  }

  @Test("decisions that are lost are put back from the store, and that is told once")
  func lostDecisions() async throws {
    let hearing = try ChangingHearing(seed: 7)
    _ = try await hearing.run()
    try hearing.decide()
    let reports = try await hearing.reports()
    let path = hearing.path + "/decisions.xml"
    let decisions = FileManager.default.contents(atPath: path)
    try FileManager.default.removeItem(atPath: path)
    let again = try await hearing.run()
    #expect(again?.said.findings.first?.code == "store.decisions-restored" && again?.said.isLacking == false)
    #expect(FileManager.default.contents(atPath: path) == decisions)
    try #expect(await hearing.run()?.said.findings.isEmpty == true)
    try #expect(await hearing.reports() == reports)
  }

  @Test("what several answers share is told anew when one of them comes or goes, and a hidden number stays hidden")
  func shared() async throws {
    let hearing = try ChangingHearing(seed: 9)
    let text = "Et tog kører hver time fra byen til havnen, og det skal det blive ved med hele året rundt."
    try hearing.write("\(text)\n\nMit nummer er 160641-5007.", "responses/en.txt")
    _ = try await hearing.run()
    try hearing.write(text, "responses/to.txt")
    let again = try await hearing.reports()
    #expect(again["shared.html"].map { String(decoding: $0, as: UTF8.self).contains("hver time fra byen") } == true)
    #expect(again["passages.html"].map { String(decoding: $0, as: UTF8.self).contains("160641-5007") } == false)
    try #expect(await hearing.reports(isFresh: true) == again)
    try FileManager.default.removeItem(atPath: hearing.path + "/responses/en.txt")
    let last = try await hearing.reports()
    let shared = String(decoding: last["shared.html"] ?? Data(), as: UTF8.self)
    #expect(!shared.contains("hver time fra byen"))
    try #expect(await hearing.reports(isFresh: true) == last)
  }

  @Test("another program, a report that was touched, and a store that is gone are seen")
  func distrust() async throws {
    let hearing = try ChangingHearing(seed: 8)
    let first = try await hearing.reports()
    try #expect(await hearing.run(build: "2")?.isUnchanged == false)
    try Data("x".utf8).write(to: URL(filePath: hearing.path + "/reports/analysis.xml"))
    try #expect(await hearing.reports(build: "2") == first)
    try FileManager.default.removeItem(atPath: hearing.path + "/reports/index.html")
    try #expect(await hearing.reports(build: "2") == first)
    try FileManager.default.removeItem(atPath: hearing.path + "/.pejl")
    try #expect(await hearing.reports(build: "2") == first)
  }
}
