import PejlAnalysis
import PejlReport
import Testing

@testable import PejlPipeline

@Suite struct TabulationTests {
  @Test("several workers find and write what one does, and what is rendered file by file")
  func workers() async throws {
    let hearing = try ChangingHearing(seed: 5)
    for _ in 0..<20 { try hearing.add() }
    for number in 0..<6 {
      try hearing.write("Et tog kommer gennem byen.\n\nByen venter nummer \(number).", "responses/langt-\(number).txt")
    }
    let folder = try HearingFolder(path: hearing.path)
    let one = try await HearingRun(HearingRun.Job(folder), workers: 1)
    let many = try await HearingRun(HearingRun.Job(folder), workers: 3)
    let words = one.analysis.words
    #expect(words.inside.words["kommer"]?.count == 6 && words.outside.words["venter"]?.passages == 6)
    #expect(one.analysis.words == many.analysis.words && one.analysis.digests == many.analysis.digests)
    let review = one.review(nil)
    let rendered = try one.reports(review, version: "1")
    for (run, workers) in [(one, 1), (many, 3)] {
      let output = OutputFolder(path: "\(hearing.path)/written-\(workers)")
      let review = run.review(nil)
      try await run.analysis.write(
        review, method: run.method(review, version: "1"), into: output, workers: workers)
      #expect(try Files.list(output.path).sorted() == rendered.map(\.path).sorted())
      for file in rendered { #expect(try Files.read("\(output.path)/\(file.path)") == file.bytes, "\(file.path)") }
    }
    #expect(try Files.entries(hearing.path).allSatisfy { !$0.contains(".pejl-") })
  }
}
