import Foundation
import Testing

/// What no command overwrites.
@Suite struct OutputGuardTests {
  @Test(
    "what a run reads is not overwritten, by whatever path it is named",
    arguments: [
      ["note", "--output", "hearing.xml"], ["note", "--output", "note.html", "--output", "parts/theme.xml"],
      ["note", "--output", "responses/note.docx"], ["note", "--output", "responses/../hearing.xml"],
      ["note", "--output", "link.xml"], ["note", "--template", "own.docx", "--output", "own.docx"],
      ["quotes", "--format", "md", "--output", "codebook.xml"], ["quotes", "--output", "responses/a.md"],
      ["quotes", "--format", "csv", "--output", "publish.xml"], ["package", "--output", "responses/a.txt"],
      ["package", "--output", "responses"], ["package", "--output", "own.docx"],
      ["package", "--output", "decisions.xml"],
    ])
  func inputs(_ arguments: [String]) async throws {
    let folder = try Folder.hearing(["a.txt": "Vi bakker op.", "a.md": "Vi savner timer."])
    // Broken files are those of a person too.
    for name in ["publish.xml", "decisions.xml"] { try folder.write("<broken", name) }
    try folder.write("<part xmlns=\"urn:pejl:codebook:1\"/>", "parts/theme.xml")
    #expect(try await Program.run(["note", "--starter", folder.path + "/own.docx"]).code == 0)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.xml", withDestinationPath: folder.path + "/hearing.xml")
    let before = try folder.contents()
    let run = try await Program.run([arguments[0], "."] + arguments.dropFirst(), in: folder.path)
    #expect(run.code == 2 && run.errors.contains("name a"), "\(run.errors)")
    #expect(try folder.contents() == before)
  }

  @Test("what a command wrote before is written again, and a starter never takes the place of anything")
  func outputs() async throws {
    let folder = try Folder.hearing(["a.txt": "Vi bakker op."])
    for arguments in [
      ["note", "--output", "note.xml", "--output", "note.docx"], ["quotes", "--output", "q.xlsx"],
      ["package", "--output", "p.zip"],
    ] {
      for _ in 0..<2 {
        let run = try await Program.run([arguments[0], "."] + arguments.dropFirst(), in: folder.path)
        #expect(run.code == 0, "\(run.errors)")
      }
    }
    let own = try folder.write("mine", "own.docx")
    let run = try await Program.run(["note", "--starter", own])
    #expect(run.code == 2 && run.errors.contains("is left as it is"), "\(run.errors)")
    #expect(try folder.contents()["own.docx"] == Data("mine".utf8))
  }

  @Test(
    "tagged lines take the place of no answer, codebook, or text of another kind",
    arguments: ["responses/a.txt", "codebook.xml", "hearing.xml", "notes.txt", "responses"])
  func lines(_ output: String) async throws {
    let folder = try Folder.hearing(["a.txt": "Vi bakker op."])
    try folder.write("mine", "notes.txt")
    let before = try folder.contents()
    let run = try await Program.run(
      ["tag", "--codebook", "codebook.xml", "responses", "--output", output], in: folder.path)
    #expect(run.code == 2 && run.errors.contains("name a"), "\(run.errors)")
    #expect(try folder.contents() == before)
    for _ in 0..<2 {
      let run = try await Program.run(
        ["tag", "--codebook", "codebook.xml", "responses", "--output", "tagged.ndjson"], in: folder.path)
      #expect(run.code == 0, "\(run.errors)")
    }
  }
}
