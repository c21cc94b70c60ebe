import Foundation
import PejlXML
import Testing

/// Two runs compared and a passage followed, as a user does it.
@Suite struct CompareTests {
  private static let first = "Vi hører den samme tone i alle husets rum hver eneste morgen."
  private static let second = "Toget er ofte sent, og det går ud over børnene i skolen."

  private static func hearing(word: String = "tone", texts: [String: String]) throws -> Folder {
    let folder = try Folder()
    try folder.write(
      "<hearing xmlns=\"urn:pejl:hearing:1\" id=\"h\" language=\"da\"><title>T</title></hearing>", "hearing.xml")
    try folder.write(
      """
      <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da"><title>T</title>
      <facet id="strategy" name="S"><code id="P1" name="Et"><definition>d</definition></code></facet>
      <rules code="P1"><rule id="r"><any>\(word)</any><hit>En <mark>\(word)</mark>.</hit><miss>Et hus.</miss></rule></rules>
      </codebook>
      """, "codebook.xml")
    for (name, text) in texts { try folder.write(text, "responses/\(name).txt") }
    return folder
  }

  @Test("compare tells what changed and why, in text, page and XML; history follows a passage")
  func compare() async throws {
    let then = try Self.hearing(texts: ["a": Self.first + "\n\n" + Self.second, "b": "Farvel herfra."])
    let now = try Self.hearing(
      word: "tog", texts: ["a": Self.first + "\n\n" + Self.second.replacing("ofte", with: "altid"), "c": Self.second])
    for folder in [then, now] {
      let run = try await Program.run(["analyse", folder.path, "--quiet"])
      #expect(run.code == 0, "\(run.errors)")
    }
    let run = try await Program.run(["compare", then.path, now.path + "/reports", "--output", now.path + "/changes"])
    #expect(run.code == 0, "\(run.errors)")
    for words in ["1 new, 1 withdrawn, 1 changed", "tags by text: 2 added", "tags by rule: 0 added, 1 removed"] {
      #expect(run.output.contains(words), "\(words) is not in:\n\(run.output)")
    }
    let xml = try #require(FileManager.default.contents(atPath: now.path + "/changes/changes.xml"))
    let schema = try await Program.run(["schema", "changes"])
    #expect(try XMLSchema(Array(schema.output.utf8)).validate(Array(xml)).isEmpty)
    let page = try String(contentsOfFile: now.path + "/changes/changes.html", encoding: .utf8)
    #expect(
      page.contains("Trukket tilbage") && page.contains("reglerne er ændret") && !page.contains("changes.state")
        && !page.contains("changes.cause"))
    let again = try await Program.run(["compare", then.path, then.path])
    #expect(again.output == "answers: 0 new, 0 withdrawn, 0 changed, 0 renamed, 2 unchanged\n")
    let missing = try await Program.run(["compare", then.path + "/responses", now.path])
    #expect(missing.code == 2 && missing.errors.contains("no report here"))

    let single = try await Program.run(["timeline", then.path, "--output", now.path + "/time"])
    #expect(single.code == 2 && single.errors.contains("two rounds"))
    let time = try await Program.run(["timeline", then.path, now.path, "--output", now.path + "/time"])
    #expect(time.code == 0, "\(time.errors)")
    let rounds = try #require(FileManager.default.contents(atPath: now.path + "/time/timeline.xml"))
    let timeSchema = try await Program.run(["schema", "timeline"])
    #expect(try XMLSchema(Array(timeSchema.output.utf8)).validate(Array(rounds)).isEmpty)
    let timePage = try String(contentsOfFile: now.path + "/time/timeline.html", encoding: .utf8)
    #expect(timePage.contains("Runde 2") && !timePage.contains("timeline.round"))

    let tree = try XMLReader.parse(
      Array(try #require(FileManager.default.contents(atPath: now.path + "/reports/analysis.xml"))))
    let id = try #require(tree.elements("response").first?.elements("passage").last?["id"])
    let history = try await Program.run(["history", id, then.path, now.path])
    #expect(history.code == 0, "\(history.errors)")
    #expect(history.output.contains("the text changed") && history.output.contains("+ strategy P1"))
    let none = try await Program.run(["history", "x.1", then.path])
    #expect(none.code == 2 && none.errors.contains("no run has a passage"))
  }

  @Test("the page tells new and withdrawn answers and unknown senders in words, in both languages")
  func words() async throws {
    let then = try Self.hearing(texts: ["a": Self.first, "b": Self.first + " Også om natten."])
    let now = try Self.hearing(texts: ["a": Self.first, "c": Self.first + " Det er dejligt."])
    for folder in [then, now] { _ = try await Program.run(["analyse", folder.path, "--quiet"]) }
    for (language, texts) in [
      ("da", ["svaret er nyt", "svaret er trukket tilbage", "Ukendt afsender", "Dækningen før og nu"]),
      ("en", ["the answer is new", "the answer was withdrawn", "Unknown sender", "The coverage then and now"]),
    ] {
      let folder = now.path + "/" + language
      let run = try await Program.run(["compare", then.path, now.path, "--output", folder, "--language", language])
      #expect(run.code == 0 && run.output.contains("new: c (unknown sender)"), "\(run.errors)\(run.output)")
      let page = try String(contentsOfFile: folder + "/changes.html", encoding: .utf8)
      for text in texts { #expect(page.contains(text), "\(text)") }
      #expect(!page.contains("unknown-") && !page.contains("teksten er ændret"))
      #expect(page.contains("<html lang=\"\(language)\""))
      let time = ["timeline", then.path, now.path, "--output", folder + "-time", "--language", language]
      #expect(try await Program.run(time).code == 0)
    }
    let page = try String(contentsOfFile: now.path + "/en-time/timeline.html", encoding: .utf8)
    #expect(page.contains("Who answered when") && !page.contains("Målsætning for"))
  }

  @Test("runs are listed, compared and followed by their numbers as by their folders")
  func numbers() async throws {
    let folder = try Self.hearing(texts: ["a": Self.first + "\n\n" + Self.second, "b": "Farvel herfra."])
    let none = try await Program.run(["runs", folder.path])
    #expect(none.code == 2 && none.errors.contains("run pejl analyse first"))
    #expect(try await Program.run(["analyse", folder.path, "--quiet"]).code == 0)
    try FileManager.default.copyItem(atPath: folder.path + "/reports", toPath: folder.path + "/then")
    try folder.write(Self.first + "\n\n" + Self.second.replacing("ofte", with: "altid"), "responses/a.txt")
    try folder.write(Self.second, "responses/c.txt")
    #expect(try await Program.run(["analyse", folder.path, "--quiet"]).code == 0)
    let list = try await Program.run(["runs", folder.path])
    #expect(list.code == 0 && list.output.split(separator: "\n").count == 3, "\(list.output)")
    let hearing = ["--hearing", folder.path]
    let byNumber = try await Program.run(["compare", "1", "2"] + hearing)
    let byFolder = try await Program.run(["compare", folder.path + "/then", folder.path])
    #expect(byNumber.code == 0 && byNumber.output == byFolder.output, "\(byNumber.output)\(byNumber.errors)")
    #expect(byNumber.output.contains("1 new, 0 withdrawn, 1 changed"))
    let tree = try XMLReader.parse(
      Array(try #require(FileManager.default.contents(atPath: folder.path + "/reports/analysis.xml"))))
    let id = try #require(tree.elements("response").first?.elements("passage").last?["id"])
    let all = try await Program.run(["history", id] + hearing)
    let two = try await Program.run(["history", id, "1", "2"] + hearing)
    #expect(all.code == 0 && all.output == two.output && all.output.contains("the text changed"), "\(all.errors)")
    #expect(try await Program.run(["decide", id, "--add", "P1", "--note", "også her"] + hearing).code == 0)
    try FileManager.default.moveItem(atPath: folder.path + "/reports", toPath: folder.path + "/before")
    _ = try await Program.run(["analyse", folder.path, "--quiet"])
    let decided = try await Program.run(["compare", "2", "3"] + hearing)
    #expect(decided.output == (try await Program.run(["compare", folder.path + "/before", folder.path])).output)
    #expect(decided.output.contains("tags by human: 1 added"), "\(decided.output)\(decided.errors)")
    let unknown = try await Program.run(["compare", "1", "7"] + hearing)
    #expect(unknown.code == 2 && unknown.errors.contains("there is no run 7; there are 1, 2, 3"))
  }
}
