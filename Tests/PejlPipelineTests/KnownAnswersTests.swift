import Foundation
import PejlCodebook
import PejlReport
import PejlTagging
import Testing

@testable import PejlPipeline

@Suite struct KnownAnswersTests {
  private static var options: RecurringRun.Options {
    var options = RecurringRun.Options()
    options.build = "1"
    options.workers = 2
    return options
  }

  /// Which of the answers are known.
  private func known(_ hearing: ChangingHearing) async throws -> [Bool]? {
    let folder = try HearingFolder(path: hearing.path)
    let codebook = try CodebookLoader.codebook(folder.codebook)
    let known = try await KnownAnswers(
      folder, options: Self.options, codebook: CodebookLoader.fingerprint(codebook),
      decisions: folder.decisionsOfRun(codebook.summary))
    return known?.answers.map { $0 != nil }
  }

  @Test("after a run all answers are known, after a change all others, and none with another codebook")
  func known() async throws {
    let hearing = try ChangingHearing(seed: 7)
    #expect(try await known(hearing) == nil)
    _ = try await hearing.run()
    let all = try #require(try await known(hearing))
    #expect(!all.isEmpty && !all.contains(false))
    let first = try #require(try HearingFolder(path: hearing.path).inputs.first)
    try hearing.write("Noget helt andet.", "responses/\(first.name)")
    #expect(try await known(hearing) == [false] + all.dropFirst())
    try hearing.write(String(contentsOfFile: hearing.path + "/codebook.xml", encoding: .utf8) + " ", "codebook.xml")
    #expect(try await known(hearing)?.contains(true) != true)
  }

  @Test("reports of what a store knows, in whatever state it is, are those of all read anew", arguments: [3, 5])
  func sameReports(seed: UInt64) async throws {
    let hearing = try ChangingHearing(seed: seed)
    for step in 0..<12 {
      try hearing.step()
      // Decisions name passages of reports, so there is a run now and then; in between the store lags behind.
      if step % 3 == 0 { _ = try await hearing.run() }
      let folder = try HearingFolder(path: hearing.path)
      let plain = try await HearingRun(HearingRun.Job(folder), workers: 1)
      let stored = try await HearingRun(folder, options: Self.options, wantsElements: true)
      #expect(step % 3 != 0 || !stored.isWhole)
      #expect(stored.findings == plain.findings && stored.unreadAnswers == plain.unreadAnswers)
      let expected = try plain.reports(plain.review(nil), version: "1")
      let found = try stored.reports(stored.review(nil), version: "1")
      #expect(zip(found, expected).filter { $0.0 != $0.1 }.map(\.0.path) == [] && found.count == expected.count)
    }
  }
}
