import Foundation
import Testing

/// `pejl tag`, run as a user and as another program would.
@Suite struct TagTests {
  private static let codebook = Program.hearing + "/codebook.xml"
  private static let texts = Program.hearing + "/validation/answers"

  private func lines(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  private func line(_ members: [String: Any]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self) + "\n"
  }

  @Test("a text says the same in a file and in a stream, with one worker and with many")
  func fileAndStream() async throws {
    let folder = try Folder()
    let files = try await Program.run(["tag", "--codebook", Self.codebook, Self.texts, "--threads", "1"])
    #expect(files.code == 0, "\(files.errors)")
    let many = try await Program.run(["tag", "--codebook", Self.codebook, Self.texts, "--threads", "5"])
    #expect(many.output == files.output)
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.texts).sorted()
    #expect(try lines(files.output).map { $0["file"] as? String } == names)
    let stream = try names.map { name in
      let text = try String(contentsOfFile: "\(Self.texts)/\(name)", encoding: .utf8)
      return try line(["id": name.replacing(".txt", with: ""), "file": name, "text": text])
    }
    let input = try folder.write(stream.joined(), "in.ndjson")
    let filter = try await Program.run(["tag", "--codebook", Self.codebook], after: "exec <'\(input)'")
    #expect(filter.code == 0, "\(filter.errors)")
    #expect(filter.output == files.output)
  }

  @Test("places are Unicode scalars: passages tile the text, and evidence is the words that the rule found")
  func places() async throws {
    let folder = try Folder()
    let name = "v01.txt"
    let text = "😀 Æ ø å\n\n" + (try String(contentsOfFile: "\(Self.texts)/\(name)", encoding: .utf8))
    let input = try folder.write(try line(["id": "a", "text": text]), "in.ndjson")
    let run = try await Program.run(["tag", "--codebook", Self.codebook, "--partial"], after: "exec <'\(input)'")
    let response = try #require(try lines(run.output).first)
    let scalars = Array(try #require(response["text"] as? String).unicodeScalars)
    let passages = try #require(response["passages"] as? [[String: Any]])
    var position = 0
    var found = 0
    for passage in passages {
      #expect(passage["start"] as? Int == position)
      position = try #require(passage["end"] as? Int)
      for tag in passage["tags"] as? [[String: Any]] ?? [] {
        for reason in tag["reasons"] as? [[String: Any]] ?? [] {
          for span in reason["evidence"] as? [[Int]] ?? [] {
            found += 1
            #expect(span[0] < span[1] && span[1] <= position)
            #expect(scalars[span[0]].properties.isAlphabetic || scalars[span[0]].properties.numericType != nil)
          }
        }
      }
    }
    #expect(position == scalars.count)
    #expect(found > 10)
  }

  @Test("a bad line costs itself alone: it gives an error with its number, the others come as they would")
  func badLines() async throws {
    let folder = try Folder()
    let good = try line(["id": "good", "text": "Tonen er god."])
    let bad =
      "nonsense\n\n{\"text\":\"x\"}\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\" \"}\n{\"id\":4,\"text\":\"x\",\"file\":1}\n"
    let input = try folder.write(good + bad + good.dropLast(), "in.ndjson")
    let run = try await Program.run(["tag", "--codebook", Self.codebook], after: "exec <'\(input)'")
    #expect(run.code == 1)
    let found = try lines(run.output)
    #expect(found.map { $0["id"] as? String } == ["good", nil, nil, "b", "c", "4", "good"])
    #expect(found.map { $0["error"] != nil } == [false, true, true, true, true, true, false])
    let messages = run.errors.split(separator: "\n")
    #expect(messages.map { $0.split(separator: ":")[1] } == ["2", "4", "5", "6", "7"])
    #expect(messages.allSatisfy { $0.hasPrefix("standard input:") })
  }

  @Test("a run that broke off goes on where it was, and the file is then as one run would have written it")
  func restart() async throws {
    let folder = try Folder()
    let whole = folder.path + "/whole", broken = folder.path + "/broken"
    let arguments = ["tag", "--codebook", Self.codebook, Self.texts]
    #expect(try await Program.run(arguments + ["--output", whole]).code == 0)
    let bytes = try #require(FileManager.default.contents(atPath: whole))
    for part in [bytes.count / 3, bytes.count - 1] {
      try folder.write(bytes.prefix(part), "broken")
      let run = try await Program.run(arguments + ["--output", broken, "--skip-done", broken])
      #expect(run.code == 0, "\(run.errors)")
      #expect(FileManager.default.contents(atPath: broken) == bytes, "broken off after \(part) bytes")
    }
    let same = try await Program.run(arguments + ["--output", folder.path + "/./whole", "--skip-done", whole])
    #expect(same.code == 0 && FileManager.default.contents(atPath: whole) == bytes)
    let none = try await Program.run(arguments + ["--skip-done", whole])
    #expect(none.output.isEmpty && none.code == 0)
    try folder.write("what is this\n", "foreign")
    let foreign = try await Program.run(arguments + ["--skip-done", folder.path + "/foreign"])
    #expect(foreign.code == 2 && foreign.errors.contains("foreign:1"))
  }

  @Test(
    "what cannot be run says what to do",
    arguments: [
      (["tag"], "--codebook"), (["tag", "--codebook", "x", "--shard", "4/3", "y"], "--shard"),
      (["tag", "--codebook", "/nonexistent"], "/nonexistent"),
    ])
  func misuse(_ arguments: [String], _ expected: String) async throws {
    let run = try await Program.run(arguments)
    #expect(run.code == 2 && run.errors.contains(expected), "\(run.errors)")
  }
}
