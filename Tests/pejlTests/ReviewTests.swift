import Foundation
import PejlXML
import Testing

/// The assisted loop as a user goes through it: review order, decisions, analysis, learning.
@Suite struct ReviewTests {
  /// A hearing folder with a calibrated codebook of two codes.
  private static func hearing() throws -> Folder {
    let folder = try Folder()
    try folder.write(
      "<hearing xmlns=\"urn:pejl:hearing:1\" id=\"h\" language=\"da\"><title>T</title></hearing>", "hearing.xml")
    try folder.write(
      """
      <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da"><title>T</title>
      <part href="codebook/learned.xml"/>
      <facet id="strategy" name="S"><code id="P1" name="Et"><definition>d</definition></code>
      <code id="P2" name="To"><definition>d</definition></code></facet>
      <rules code="P1"><rule id="tone"><any>tone</any><hit>En <mark>tone</mark>.</hit><miss>Et tog.</miss></rule></rules>
      <rules code="P2"><rule id="train"><any>tog</any><hit>Et <mark>tog</mark>.</hit><miss>En tone.</miss></rule></rules>
      </codebook>
      """, "codebook.xml")
    try folder.write(
      """
      <part xmlns="urn:pejl:codebook:1"><calibration facet="strategy" cutoff="0.5">
      <constant code="P1" value="-2"/><constant code="P2" value="-4"/>
      <coefficient figure="score" value="4"/></calibration></part>
      """, "codebook/learned.xml")
    let paragraphs = [
      "Tonen i huset er god.", "Toget er ofte sent.", "Tonen og toget følges ad.", "Haven blomstrer hele året.",
      "Toget standser ikke mere.", "Endnu en tone lyder.",
    ]
    try folder.write(paragraphs.joined(separator: "\n\n"), "responses/a.txt")
    return folder
  }

  @Test(
    "proposals are listed the most doubtful first, wait until a person has looked at them, and then win over the rules")
  func loop() async throws {
    let folder = try Self.hearing()
    let file = folder.path + "/decisions.xml"
    let order = try await Program.run(["review-order", folder.path, "--output", file])
    #expect(order.code == 0, "\(order.errors)")
    #expect(order.output.contains("6 of 6 undecided") && order.output.contains("why: "))
    let again = try await Program.run(["review-order", folder.path, "--output", file])
    #expect(again.code == 2 && again.errors.contains("not overwritten"))
    let schema = try await Program.run(["schema", "decisions"])
    let proposals = try String(contentsOfFile: file, encoding: .utf8)
    #expect(try XMLSchema(Array(schema.output.utf8)).validate(Array(proposals.utf8)).isEmpty)

    let waiting = try await Program.run(["analyse", folder.path])
    #expect(waiting.code == 0 && waiting.errors.contains("0 decisions") && waiting.errors.contains("6 open"))
    try folder.write(
      proposals.replacing(" open=\"yes\"", with: "").replacing("<code facet=\"strategy\" id=\"P2\"/>", with: ""),
      "decisions.xml")
    let decided = try await Program.run(["analyse", folder.path])
    #expect(decided.code == 0, "\(decided.errors)")
    let analysis = try String(contentsOfFile: folder.path + "/reports/analysis.xml", encoding: .utf8)
    #expect(
      analysis.contains("rule=\"decision\" basis=\"human\"") && !analysis.contains("<tag code=\"P2\"")
        && analysis.contains("<machine-tag code=\"P2\""))
    let empty = try await Program.run(["review-order", folder.path])
    #expect(empty.output.contains("no passage is left"))
  }

  @Test("a decision for a passage that is gone is told and makes the run end with 1")
  func missing() async throws {
    let folder = try Self.hearing()
    try folder.write(
      """
      <decisions xmlns="urn:pejl:decisions:1" hearing="h">
      <decision response="a" passage="a.0" facets="strategy"/></decisions>
      """, "decisions.xml")
    let run = try await Program.run(["analyse", folder.path])
    #expect(run.code == 1 && run.errors.contains("decisions.xml:2: warning") && run.errors.contains("a.0"))
    try folder.write("<decisions xmlns=\"urn:pejl:decisions:1\" hearing=\"x\"/>", "decisions.xml")
    let other = try await Program.run(["analyse", folder.path])
    #expect(other.code == 2 && other.errors.contains("hearing \"x\""))
  }

  @Test("the codebook learns from decisions, and too few are named")
  func learning() async throws {
    let folder = try Self.hearing()
    let file = folder.path + "/decisions.xml"
    _ = try await Program.run(["review-order", folder.path, "--output", file])
    let few = try await Program.run(["codebook", "tune", "--decisions", file, "--hearing", folder.path])
    #expect(few.code == 2 && few.errors.contains("0 decisions are too few") && few.errors.contains("6 are open"))
    let decided = try String(contentsOfFile: file, encoding: .utf8).replacing(" open=\"yes\"", with: "")
    try folder.write(decided, "decisions.xml")
    let before = try folder.contents("codebook")
    let dry = try await Program.run(["codebook", "tune", "--decisions", file, "--hearing", folder.path])
    #expect(dry.code == 0, "\(dry.errors)")
    #expect(dry.output.contains("learnt from 6 passages") && dry.output.contains("nothing was written"))
    #expect(try folder.contents("codebook") == before)
    let run = try await Program.run(["codebook", "tune", "--hearing", folder.path, "--write"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(try folder.contents("codebook") != before)
    // A passage that was edited since is found by its words, as a run finds it.
    let text = try String(contentsOfFile: folder.path + "/responses/a.txt", encoding: .utf8)
    try folder.write(text.replacing("toget", with: "tog"), "responses/a.txt")
    let edited = try await Program.run(["codebook", "tune", "--hearing", folder.path])
    #expect(edited.output.contains("learnt from 6 passages"), "\(edited.output)\(edited.errors)")
    try folder.write(text, "responses/a.txt")
    let check = try await Program.run(["analyse", folder.path])
    #expect(check.code == 0, "\(check.errors)")
  }

  @Test("the gain of decisions is shown step by step, the same each time")
  func curve() async throws {
    let folder = try Self.hearing()
    let rows = (1...6).map { "a\t\($0)\t\($0 == 4 ? "-" : $0 == 2 || $0 == 5 ? "P2" : "P1")" }
    let gold = try folder.write("file\tparagraph\tstrategy\n" + rows.joined(separator: "\n") + "\n", "gold.tsv")
    let arguments = [
      "evaluate", "--codebook", folder.path + "/codebook.xml", "--gold", gold, "--assisted",
      folder.path + "/responses/a.txt",
    ]
    let run = try await Program.run(arguments)
    #expect(run.code == 0, "\(run.errors)")
    for words in ["in review order, and learnt from", "nothing learnt", "by chance", "50 % "] {
      #expect(run.output.contains(words), "\(words) is not in:\n\(run.output)")
    }
    #expect(try await Program.run(arguments).output == run.output)
    let mixed = try await Program.run(arguments + ["--rules"])
    #expect(mixed.code == 2 && mixed.errors.contains("stands alone"))
  }
}
