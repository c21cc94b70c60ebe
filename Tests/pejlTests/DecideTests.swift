import Foundation
import PejlXML
import Testing

/// Decisions as a person makes them: by command, through several runs.
@Suite struct DecideTests {
  private static func hearing() throws -> Folder {
    let folder = try Folder()
    try folder.write(
      """
      <hearing xmlns="urn:pejl:hearing:1" id="h" language="da"><title>T</title>
      <respondents><respondent id="raad" kind="council" name="Rådet"/></respondents></hearing>
      """, "hearing.xml")
    try folder.write(
      """
      <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da"><title>T</title>
      <facet id="strategy" name="S"><code id="P1" name="Et"><definition>d</definition></code>
      <code id="P2" name="To"><definition>d</definition></code></facet>
      <rules code="P1"><rule id="tone"><any>tone</any><hit>En <mark>tone</mark>.</hit><miss>Et tog.</miss></rule></rules>
      </codebook>
      """, "codebook.xml")
    try folder.write(
      "Vi hører den samme tone i alle husets rum hver morgen.\n\nToget er ofte sent. Vi savner også en bus til byen.",
      "responses/a.txt")
    try folder.write("Kvittering for modtagelse af brevet.", "responses/b.txt")
    return folder
  }

  private func passages(_ folder: Folder) throws -> [XMLElement] {
    let data = try #require(FileManager.default.contents(atPath: folder.path + "/reports/analysis.xml"))
    return try XMLReader.parse(Array(data)).elements("response").flatMap { $0.elements("passage") }
  }

  @Test("what is decided by command holds in the next runs, through an edit, and shows who and when")
  func loop() async throws {
    let folder = try Self.hearing()
    let noDay = try await Program.run(["decide", "a.1", "--hearing", folder.path, "--add", "P2", "--at", "2026-02-30"])
    #expect(noDay.code == 2 && noDay.errors.contains("--at must be a day"))
    let early = try await Program.run(["decide", "a.1", "--hearing", folder.path, "--add", "P2"])
    #expect(early.code == 2 && early.errors.contains("run pejl analyse first"))
    #expect(try await Program.run(["analyse", folder.path]).code == 0)
    let ids = try passages(folder).compactMap { $0["id"] }
    let decide = { (arguments: [String]) in
      try await Program.run(["decide"] + arguments + ["--hearing", folder.path, "--by", "AB", "--at", "2026-11-21"])
    }
    for arguments in [
      [ids[0], "--add", "P2", "--remove", "P1", "--note", "om <huset>"], [ids[1], "--split-before", "Vi savner også"],
      ["a", "--respondent", "raad"], ["b", "--not-an-answer"],
    ] {
      let run = try await decide(arguments)
      #expect(run.code == 0, "\(run.errors)")
    }
    for (arguments, words) in [
      ([ids[1], "--add", "P2"], "run pejl analyse"), ([ids[0], "--split-before", "samme tone"], "was decided on"),
      ([ids[0], "--add", "P2", "--note", " "], "--note must not be empty"),
      ([ids[0], "--add", "P9"], "no code \"P9\""), ([ids[0]], "nothing is decided"), (["x"], "no passage"),
      (["a", "--respondent", "x"], "no respondent"), ([ids[1], "--split-before", "Toget"], "does not stand"),
    ] {
      let run = try await decide(arguments)
      #expect(run.code == 2 && run.errors.contains(words), "\(run.errors)")
    }
    let run = try await Program.run(["analyse", folder.path])
    #expect(run.code == 0, "\(run.errors)")
    let decided = try passages(folder)
    #expect(decided.count == 4 && decided[0].elements("tag").compactMap { $0["code"] } == ["P2"])
    #expect(decided[0].first("decision")?.first("machine-tag")?["code"] == "P1")
    #expect(decided[2].first("text")?.text.hasPrefix("Vi savner") == true)
    #expect(decided[3]["reason"] == "not-an-answer")
    #expect(run.errors.contains("4 decisions of persons"), "\(run.errors)")
    let explained = try await Program.run(["explain", folder.path + "/reports/analysis.xml", ids[0]])
    #expect(
      explained.output.contains("decided by a person: AB, 2026-11-21, om <huset>\n  rules gave P1 [strategy] by tone"))
    let page = try String(contentsOfFile: folder.path + "/reports/responses/a.html", encoding: .utf8)
    #expect(page.contains("afgjort af AB 21. november 2026: <bdi>om &lt;huset&gt;</bdi>") && page.contains("Rådet"))
    let method = try String(contentsOfFile: folder.path + "/reports/method.html", encoding: .utf8)
    #expect(method.contains("4 afgørelser") && method.contains("decisions.xml"))
    let schema = try await Program.run(["schema", "analysis"])
    let data = try #require(FileManager.default.contents(atPath: folder.path + "/reports/analysis.xml"))
    #expect(try XMLSchema(Array(schema.output.utf8)).validate(Array(data)).isEmpty)

    try folder.write(
      "Vi hører den samme sang i alle husets rum hver morgen.\n\nNoget nyt.", "responses/a.txt")
    let edited = try await Program.run(["analyse", folder.path])
    #expect(edited.code == 1 && edited.errors.contains("% the same") && edited.errors.contains("decision is not used"))
    #expect(try passages(folder)[0].elements("tag").compactMap { $0["code"] } == ["P2"])
    let after = try String(contentsOfFile: folder.path + "/reports/method.html", encoding: .utf8)
    #expect(after.contains("Afgørelser uden plads") && after.contains("Fundet igen"))
  }
}
