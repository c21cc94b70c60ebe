import Foundation
import PejlXML
import Testing

/// The promises of the design, held against the sample hearing and the program as it is built.
@Suite struct MainJobTests {
  @Test("the sample hearing is read whole, and its committed report is what the program writes today")
  func committedReport() async throws {
    let folder = try Folder()
    let run = try await Program.run([
      "analyse", "Corpus/socialstrategi-2024", "--output", folder.path + "/new", "--quiet",
    ])
    #expect(run.code == 0, "\(run.errors)")
    let new = try folder.contents("new")
    let committed = Program.root + "/Reports/socialstrategi-2024"
    for (name, data) in new {
      let old = FileManager.default.contents(atPath: committed + "/" + name)
      #expect(
        old == data, "Reports/socialstrategi-2024/\(name) is out of date; run ./dev report and look at the change")
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: committed).filter {
      $0.contains(".") && !$0.hasPrefix(".")
    }
    #expect(Set(names) == Set(new.keys))
  }

  @Test("number of workers, working folder, locale and time zone leave no trace in a report")
  func determinism() async throws {
    let folder = try Folder()
    let runs = [
      (1, Program.root, ["LC_ALL": "C", "TZ": "UTC"]), (2, folder.path, ["LC_ALL": "da_DK.UTF-8", "TZ": "Asia/Tokyo"]),
      (5, "/", ["LANG": "tr_TR.UTF-8", "HOME": "/nonexistent"]),
    ]
    for (index, (threads, place, environment)) in runs.enumerated() {
      let run = try await Program.run(
        ["analyse", Program.hearing, "--output", "\(folder.path)/\(index)", "--threads", "\(threads)", "--quiet"],
        in: place, environment: environment)
      #expect(run.code == 0, "\(run.errors)")
    }
    let first = try folder.contents("0")
    #expect(first.count > 6)
    #expect(try folder.contents("1") == first)
    #expect(try folder.contents("2") == first)
  }

  @Test("the passages of every answer put together are its text, their offsets in scalars follow one another")
  func accounting() async throws {
    let path = Program.root + "/Reports/socialstrategi-2024/analysis.xml"
    let data = try #require(FileManager.default.contents(atPath: path))
    let root = try XMLReader.parse(Array(data))
    let responses = root.elements("response")
    #expect(responses.count == 6)
    for response in responses {
      var position = 0
      var seen: Set<String> = []
      for passage in response.elements("passage") {
        let text = passage.first("text")?.text ?? ""
        #expect(passage["start"] == "\(position)")
        position += text.unicodeScalars.count
        #expect(passage["end"] == "\(position)")
        #expect(seen.insert(passage["id"] ?? "").inserted)
        #expect(["tagged", "untagged", "set-aside"].contains(passage["disposition"]))
        #expect((passage["reason"] != nil) == (passage["disposition"] == "set-aside"))
        for tag in passage.elements("tag") where tag["basis"] == "keyword" {
          #expect(!tag.elements("evidence").isEmpty)
        }
        for evidence in passage.elements("tag").flatMap({ $0.elements("evidence") }) {
          let start = try #require(Int(evidence["start"] ?? ""))
          let end = try #require(Int(evidence["end"] ?? ""))
          #expect(start < end && start >= Int(passage["start"] ?? "") ?? .max && end <= position)
        }
      }
      #expect(position > 1000)
    }
  }

  @Test("all outputs and the case's own files are valid by the schemas that the program prints")
  func schemas() async throws {
    let reports = Program.root + "/Reports/socialstrategi-2024"
    let files = [
      ("hearing", Program.hearing + "/hearing.xml"), ("codebook", Program.hearing + "/codebook.xml"),
      ("analysis", reports + "/analysis.xml"), ("coverage", reports + "/coverage.xml"),
      ("themes", reports + "/themes.xml"),
    ]
    for (name, path) in files {
      let run = try await Program.run(["schema", name])
      #expect(run.code == 0)
      let document = try #require(FileManager.default.contents(atPath: path))
      #expect(try XMLSchema(Array(run.output.utf8)).validate(Array(document), path: path).isEmpty)
    }
  }

  @Test("explain tells rule, words and place of a passage's tags")
  func explain() async throws {
    let path = Program.root + "/Reports/socialstrategi-2024/analysis.xml"
    let root = try XMLReader.parse(Array(try #require(FileManager.default.contents(atPath: path))))
    let passage = try #require(
      root.elements("response").flatMap { $0.elements("passage") }.first { passage in
        passage.elements("tag").contains { $0["basis"] == "keyword" }
      })
    let tag = try #require(passage.elements("tag").first { $0["basis"] == "keyword" })
    let run = try await Program.run(["explain", path, passage["id"] ?? ""])
    #expect(run.code == 0)
    #expect(run.output.contains(tag["rule"] ?? "?") && run.output.contains(tag["code"] ?? "?"))
    #expect(try await Program.run(["explain", path, "no-such-passage"]).code == 2)
  }

  @Test("evaluate scores the sample's gold; every row finds its passage")
  func evaluate() async throws {
    let responses = try FileManager.default.contentsOfDirectory(atPath: Program.hearing + "/responses").sorted()
    let run = try await Program.run(
      ["evaluate", "--codebook", Program.hearing + "/codebook.xml", "--gold", Program.hearing + "/gold.tsv"]
        + responses.map { Program.hearing + "/responses/" + $0 })
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("objective") && run.output.contains("134 paragraphs"))
  }
}
