import Foundation
import PejlHearing
import Testing

@testable import PejlPipeline

@Suite struct TagStreamTests {
  private static let corpus =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Corpus/socialstrategi-2024"

  @Test("a worker that forgets the words it has met says the same of every text")
  func forgetting() async throws {
    let compiled = try CodebookLoader.compile(Self.corpus + "/codebook.xml")
    let names = try Files.list(Self.corpus + "/training/answers").filter { $0.hasSuffix(".txt") }.prefix(24)
    var inputs = InputList(pageCache: nil)
    for name in names { inputs.append(name, of: "\(Self.corpus)/training/answers/") }
    let output = NSTemporaryDirectory() + "pejl-stream-\(UUID().uuidString).ndjson"
    defer { try? FileManager.default.removeItem(atPath: output) }
    var results: [[UInt8]] = []
    for mostWords in [Int.max, 0] {
      var stream = TagStream(compiled, hearing: Hearing(id: "", title: nil), workers: 1)
      stream.mostWords = mostWords
      _ = try await stream.tag(inputs, to: LineOutput(path: output, goesOn: false)) { _ in }
      results.append(try Files.read(output))
    }
    #expect(names.count == 24 && results[0].count { $0 == 0x0A } == 24)
    #expect(results[0] == results[1])
  }
}
