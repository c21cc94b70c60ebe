import Foundation
import Testing

/// Several `pejl tag` and one `pejl merge` against one `pejl analyse`.
@Suite struct MergeTests {
  private func shards(_ count: Int, of hearing: String, in folder: Folder) async throws -> [String] {
    var parts: [String] = []
    for number in 1...count {
      parts.append("\(folder.path)/\(count)-\(number).ndjson")
      let run = try await Program.run([
        "tag", "--hearing", hearing, "--partial", "--shard", "\(number)/\(count)", "--output", parts[number - 1],
        hearing + "/responses",
      ])
      #expect(run.code < 2, "\(run.errors)")
    }
    return parts
  }

  @Test("one part, and three in another order, give every file of the report as one run does, byte by byte")
  func sameReport() async throws {
    let folder = try Folder()
    try FileManager.default.copyItem(atPath: Program.hearing, toPath: folder.path + "/hearing")
    try folder.write("not read", "hearing/responses/x.docx")
    try folder.write("Hej.\n\nVi vil gerne høres om tonen.", "hearing/responses/bilag-7-omu.txt")
    let hearing = folder.path + "/hearing"
    let run = try await Program.run(["analyse", hearing, "--output", folder.path + "/one", "--quiet"])
    #expect(run.code == 1, "\(run.errors)")
    let whole = try folder.contents("one")
    #expect(whole.count > 8)
    for count in [1, 3] {
      let parts = try await shards(count, of: hearing, in: folder)
      let merge = try await Program.run(
        ["merge"] + parts.reversed() + ["--hearing", hearing, "--output", folder.path + "/\(count)", "--quiet"])
      #expect(merge.code == 1, "\(merge.errors)")
      let merged = try folder.contents("\(count)")
      #expect(Set(merged.keys) == Set(whole.keys))
      let differing = whole.filter { merged[$0.key] != $0.value }.keys.sorted()
      #expect(differing.isEmpty, "with \(count) parts")
    }
  }

  @Test("recognised pages, noisy text and words read as others come through the parts as they are")
  func recognised() async throws {
    let folder = try Folder()
    for name in ["hearing.xml", "codebook.xml", "codebook"] {
      try FileManager.default.copyItem(atPath: "\(Program.hearing)/\(name)", toPath: "\(folder.path)/\(name)")
    }
    let clean = try String(contentsOfFile: Program.hearing + "/validation/answers/v01.txt", encoding: .utf8)
    let noisy = [("æ", "e"), ("ø", "o"), ("å", "a")].reduce(clean) { $0.replacing($1.0, with: $1.1) }
    try folder.write(noisy, "responses/noisy.txt")
    let twin = Program.root + "/Tests/PejlIngestTests/Fixtures/twin/svar.pdf"
    let scan = "pdftoppm -gray -r 120 -png -singlefile '\(twin)' '\(folder.path)/responses/scan'"
    let run = try await Program.run(
      ["analyse", folder.path, "--output", folder.path + "/one", "--quiet"], after: scan)
    #expect(run.code == 0, "\(run.errors)")
    let analysis = try String(contentsOfFile: folder.path + "/one/analysis.xml", encoding: .utf8)
    for mark in ["recognised-confidence=\"", "noisy=\"true\"", "read-as=\""] { #expect(analysis.contains(mark)) }
    let parts = try await shards(2, of: folder.path, in: folder)
    let merge = try await Program.run(
      ["merge"] + parts + ["--hearing", folder.path, "--output", folder.path + "/merged", "--quiet"])
    #expect(merge.code == 0, "\(merge.errors)")
    let merged = try folder.contents("merged")
    for (file, data) in try folder.contents("one") { #expect(merged[file] == data, "\(file)") }
  }

  @Test("a response that stands twice or nowhere, a broken line and another codebook are errors with their place")
  func wrongParts() async throws {
    let folder = try Folder()
    let parts = try await shards(2, of: Program.hearing, in: folder)
    func merge(_ parts: [String]) async throws -> Program.Run {
      try await Program.run(["merge"] + parts + ["--hearing", Program.hearing, "--output", folder.path + "/out"])
    }
    let missing = try await merge([parts[0]])
    #expect(missing.code == 2 && missing.errors.contains("bilag-3-lmu-oerum.docx: error: no part holds this answer"))
    let twice = try await merge(parts + [parts[1]])
    #expect(twice.code == 2 && twice.errors.contains("stands at \(parts[1]):1 too"))
    let text = try String(contentsOfFile: parts[1], encoding: .utf8)
    let broken = try folder.write(String(text.dropLast(100)), "broken")
    let cut = try await merge([parts[0], broken])
    #expect(cut.code == 2 && cut.errors.contains("\(broken):3: error: the line is broken"))
    let fingerprint = try #require(text.firstMatch(of: /"codebook":"([0-9a-f]{16})"/)?.1)
    let other = try folder.write(text.replacing(fingerprint, with: "0123456789abcdef"), "other")
    let foreign = try await merge([parts[0], other])
    #expect(foreign.code == 2 && foreign.errors.contains("another codebook"))
    let lean = folder.path + "/lean"
    _ = try await Program.run(["tag", "--hearing", Program.hearing, "--output", lean, Program.hearing + "/responses"])
    let short = try await merge([lean])
    #expect(short.code == 2 && short.errors.contains("tag with --partial"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }
}
