import PejlText
import Testing

@testable import PejlPipeline

@Suite struct PacketTests {
  private func run(_ hearing: ChangingHearing) async throws -> (folder: HearingFolder, run: HearingRun) {
    let folder = try HearingFolder(path: hearing.path)
    return (folder, try await HearingRun(HearingRun.Job(folder), workers: 1))
  }

  @Test("the manifest has the hash of what was read, and that of a file that holds several answers or was not read")
  func hashes() async throws {
    let hearing = try ChangingHearing(seed: 3)
    try hearing.write("Navn;Svar\nBo;Et tog.\nIb;En tone.\n", "responses/flere.csv")
    try hearing.write("", "responses/tom.txt")
    try hearing.write("Et tog.", "responses/svar.txt")
    let (folder, run) = try await run(hearing)
    let before = try PacketManifest(run, folder: folder, version: "1", files: []).inputs
    #expect(before.count == folder.inputs.count)
    for (input, file) in zip(folder.inputs, before) {
      #expect(try file == PacketManifest.File("responses/\(input.name)", Files.read(input.path)), "\(file.name)")
    }
    try hearing.write("En bus.", "responses/svar.txt")
    let after = try PacketManifest(run, folder: folder, version: "1", files: []).inputs
    #expect(after == before)
  }

  @Test("a packet of a folder that was changed since the run began is refused")
  func changed() async throws {
    let hearing = try ChangingHearing(seed: 3)
    let snapshot = try FolderSnapshot(hearing.path)
    let (folder, run) = try await run(hearing)
    let review = run.review(nil)
    _ = try Packet(run, review, folder: folder, since: snapshot, version: "1")
    try hearing.write("<publish/>", "publish.xml")
    #expect(throws: InvalidInput.self) {
      try Packet(run, review, folder: folder, since: snapshot, version: "1")
    }
  }
}
