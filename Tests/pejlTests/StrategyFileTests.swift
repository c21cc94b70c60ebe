import Foundation
import Testing

/// A hearing that comes with its strategy's text.
@Suite struct StrategyFileTests {
  private static let codebook = """
    <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da"><title>T</title>
    <facet id="strategy" name="S"><code id="P1" name="Haven" number="1"><alias>Haven i byen</alias><definition>d</definition></code></facet>
    <rules code="P1"><rule id="r"><any>have</any><hit>En <mark>have</mark>.</hit><miss>Et tog.</miss></rule></rules>
    </codebook>
    """

  /// A hearing folder whose hearing names `file`.
  private func hearing(_ file: String, in folder: Folder) throws -> String {
    try folder.write(
      """
      <hearing xmlns="urn:pejl:hearing:1" id="h" language="da"><title>T</title>
      <strategy title="S" file="\(file)"/></hearing>
      """, "h/hearing.xml")
    try folder.write(Self.codebook, "h/codebook.xml")
    try folder.write(
      "Alle børn skal have adgang til en have med bærbuske og en hængekøje i skyggen.\n\nVores have er for lille.",
      "h/responses/svar.txt")
    return folder.path + "/h"
  }

  private func analyse(_ hearing: String, _ folder: Folder) async throws -> Program.Run {
    try await Program.run(["analyse", hearing, "--output", folder.path + "/out"])
  }

  @Test("a passage that repeats the strategy is set aside, and the pages say why")
  func echo() async throws {
    let folder = try Folder()
    let path = try hearing("bilag/strategi.html", in: folder)
    try folder.write(
      "<h1>Haven i byen</h1><p>Alle børn skal have adgang til en have med bærbuske og en hængekøje i skyggen.</p>",
      "h/bilag/strategi.html")
    let run = try await analyse(path, folder)
    #expect(run.code == 0, "\(run.errors)")
    let analysis = try String(contentsOfFile: folder.path + "/out/analysis.xml", encoding: .utf8)
    #expect(analysis.contains("reason=\"quotation\""))
    #expect(analysis.contains("rule=\"quotation\" basis=\"quotation\""))
    let page = try String(contentsOfFile: folder.path + "/out/responses/svar.html", encoding: .utf8)
    #expect(page.contains("Citat af strategien"))
  }

  @Test("a strategy that is missing or damaged is listed, and the answers are read all the same")
  func unreadable() async throws {
    let folder = try Folder()
    let path = try hearing("strategi.pdf", in: folder)
    for content in [nil, "%PDF-1.4\nbroken"] {
      if let content { try folder.write(content, "h/strategi.pdf") }
      let run = try await analyse(path, folder)
      #expect(run.code == 1)
      #expect(run.errors.contains("strategi.pdf") && run.errors.contains("1 answers read, 0 not"), "\(run.errors)")
      let index = try String(contentsOfFile: folder.path + "/out/index.html", encoding: .utf8)
      #expect(index.contains("strategi.pdf"))
    }
  }

  @Test(
    "a strategy outside the hearing's folder is refused with file and line", arguments: ["../s.txt", "/etc/passwd"])
  func outside(file: String) async throws {
    let folder = try Folder()
    let run = try await analyse(try hearing(file, in: folder), folder)
    #expect(run.code == 2)
    #expect(run.errors.contains("hearing.xml:2") && run.errors.contains(file), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }
}
