import Foundation
import PejlXML
import Testing

/// A new hearing from nothing: folder, drafts, report.
@Suite struct NewHearingTests {
  private static let fixtures = Program.root + "/Tests/PejlDraftTests/Fixtures/"

  @Test("init makes a folder that passes check and schema, tells the next step, and overwrites nothing")
  func folder() async throws {
    let folder = try Folder()
    let path = folder.path + "/ny"
    let run = try await Program.run(["init", path])
    #expect(run.code == 0)
    #expect(run.output.contains("pejl hearing import") && run.output.contains("pejl codebook derive"))
    let check = try await Program.run(["codebook", "check", path + "/codebook.xml"])
    #expect(check.code == 0, "\(check.output)")
    let schema = try await Program.run(["schema", "hearing"]).output
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path + "/hearing.xml")))
    #expect(try XMLSchema(Array(schema.utf8)).validate(bytes, path: "hearing.xml").isEmpty)
    let before = try folder.contents()
    let again = try await Program.run(["init", path])
    #expect(again.code == 2 && again.errors.contains("hearing.xml"))
    #expect(try folder.contents() == before)
  }

  @Test("from an agenda item and a strategy to a report: drafts replace templates, and only those")
  func wholeWay() async throws {
    let folder = try Folder()
    let path = folder.path + "/social"
    #expect(try await Program.run(["init", path]).code == 0)
    let hearing = ["hearing", "import", Self.fixtures + "punkt-b-brudte-linjer.txt", "--output", path + "/hearing.xml"]
    #expect(try await Program.run(hearing).code == 0)
    let codebook = ["codebook", "derive", Self.fixtures + "socialstrategi.txt", "--output", path + "/codebook.xml"]
    #expect(try await Program.run(codebook).code == 0)
    for arguments in [hearing, codebook] {
      let again = try await Program.run(arguments)
      #expect(again.code == 2 && again.errors.contains("left as it is"))
    }
    #expect(try await Program.run(["codebook", "check", path + "/codebook.xml"]).code == 0)
    try folder.write(
      """
      Høringssvar fra Handicaprådet

      Vi savner frivillige og foreninger i hverdagen, og vi vil gerne skabe flere stjernestunder.
      """, "social/responses/handicap.txt")
    let run = try await Program.run(["analyse", path])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors.contains("hearing.xml is a draft"))
    let analysis = try String(contentsOfFile: path + "/reports/analysis.xml", encoding: .utf8)
    #expect(analysis.contains("code=\"1.4\"") && analysis.contains("respondent=\"handicapraadet\""))
  }

  @Test("a draft without --output goes to standard output, and a file without goals or case is refused by name")
  func output() async throws {
    let draft = try await Program.run(["hearing", "import", Self.fixtures + "punkt-c-ocr.txt"])
    #expect(draft.code == 0 && draft.output.hasPrefix("<?xml") && draft.errors.contains("not found: hørte parter"))
    let none = try await Program.run(["codebook", "derive", Self.fixtures + "strategi-e-uden-maal.txt"])
    #expect(none.code == 2 && none.errors.contains("strategi-e-uden-maal.txt: error: no goals were found"))
    let gone = try await Program.run(["hearing", "import", "gone.txt"])
    #expect(gone.code == 2 && gone.errors.contains("gone.txt"))
  }
}
