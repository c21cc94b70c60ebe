import Foundation
import Testing

/// Runs that are killed or find no room: what stands there afterwards is whole. `./dev crash` does the same at random for long.
@Suite struct CrashTests {
  private static let query = ["--format", "json", "--quiet"]

  private static func hearing() throws -> Folder {
    let folder = try Folder()
    try folder.write(
      "<hearing xmlns=\"urn:pejl:hearing:1\" id=\"h\" language=\"da\"><title>T</title></hearing>", "hearing.xml")
    try folder.write(SmallCodebook.xml, "codebook.xml")
    for number in 0..<6 {
      let text = (0..<10).map { "Normeringen er for lav, nummer \(number * 10 + $0). Vi savner samarbejde." }
      try folder.write(text.joined(separator: "\n\n"), "responses/svar-\(number).txt")
    }
    return folder
  }

  /// The files of the reports as a run writes them that knows nothing of earlier ones.
  private func expected(_ folder: Folder) async throws -> [String: Data] {
    let other = try Folder()
    for name in ["hearing.xml", "codebook.xml", "responses"] {
      try FileManager.default.copyItem(atPath: folder.path + "/" + name, toPath: other.path + "/" + name)
    }
    #expect(try await Program.run(["analyse", other.path, "--quiet"]).code == 0)
    return try other.contents("reports")
  }

  @Test("a run or a search that is killed leaves the old reports or the new, and the next gives those of a fresh run")
  func killed() async throws {
    let folder = try Self.hearing()
    let began = ContinuousClock.now
    #expect(try await Program.run(["analyse", folder.path, "--quiet"]).code == 0)
    let length = ContinuousClock.now - began
    var old = try folder.contents("reports")
    for (number, share) in [0.4, 0.7, 0.9].enumerated() {
      try folder.write("Vi bør have et samarbejde, nummer \(number).", "responses/nyt.txt")
      let seconds = Double(length.components.seconds) + Double(length.components.attoseconds) / 1e18
      let command = number == 1 ? ["search", folder.path, "samarbejde"] : ["analyse", folder.path, "--fresh"]
      let killed = try await Program.run(command + ["--quiet"], killedAfter: seconds * share)
      #expect([0, 9, 137].contains(killed.code), "\(killed.code) \(killed.errors)")
      let middle = try folder.contents("reports")
      #expect(try await Program.run(["analyse", folder.path, "--quiet"]).code == 0)
      let new = try folder.contents("reports")
      #expect(middle == old || middle == new, "killed after \(share) of a run: a mixture")
      old = new
    }
    #expect(try await old == expected(folder))
    let found = try await Program.run(["search", folder.path, "samarbejde"] + Self.query)
    try FileManager.default.removeItem(atPath: folder.path + "/.pejl")
    let fresh = try await Program.run(["search", folder.path, "samarbejde"] + Self.query)
    #expect(found.code == 0 && found.output == fresh.output && found.output.contains("\"passages\":61"))
  }

  @Test(
    "where there is no room at some write, the command says so, the reports are whole, and with room again all is well",
    arguments: [8, 64])
  func noRoom(kilobytes: Int) async throws {
    let folder = try Self.hearing()
    #expect(try await Program.run(["analyse", folder.path, "--quiet"]).code == 0)
    let old = try folder.contents("reports")
    try folder.write("Vi bør have et samarbejde.\n\nToget er sent.", "responses/nyt.txt")
    let new = try await expected(folder)
    // A limit on the size of files makes writes fail as a full disk does.
    let limit = "trap '' XFSZ; ulimit -f \(kilobytes)"
    for command in [["analyse", folder.path], ["search", folder.path, "samarbejde"]] {
      let run = try await Program.run(command + ["--quiet"], after: limit)
      #expect(run.code == 2 && run.errors.contains("error:"), "\(command[0]): \(run.code) \(run.errors)")
      // The reports take their place before the store is written.
      let reports = try folder.contents("reports")
      #expect(reports == old || reports == new, "a mixture")
    }
    #expect(try await Program.run(["analyse", folder.path, "--quiet"]).code == 0)
    #expect(try folder.contents("reports") == new)
    let found = try await Program.run(["search", folder.path, "samarbejde"] + Self.query)
    #expect(found.code == 0 && found.output.contains("\"passages\":61"))
  }
}
