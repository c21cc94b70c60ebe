import Foundation
import Testing

/// Notes, lists of quotes, packets and publications with what a store knows, against the same without one.
@Suite struct StoredAnswersTests {
  /// A codebook that weighs, so that the account of a certainty, which no store keeps, stands in `analysis.xml`.
  private static let codebook = SmallCodebook.xml.replacing(
    "</codebook>",
    with: """
      <calibration facet="theme" cutoff="0.4"><constant code="T1" value="-0.5"/><coefficient figure="score" value="1.5"/>
      </calibration><learned code="T1"><word weight="0.7">savner</word></learned></codebook>
      """)

  private func hearing() throws -> Folder {
    let folder = try Folder.hearing([
      "a.txt": "Fra Rådet\n\nVi savner tid til de pårørende. Normeringen er for lav.\n\nVi bakker op om samarbejdet.",
      "b.txt": "Jeg er 010190-1234 og savner samarbejdet med de pårørende.",
      "c.txt": "Vi bør have en plan for de pårørende.",
      "d.txt": "Normeringen bør stige, og det er fint.",
    ])
    try folder.write(Self.codebook, "codebook.xml")
    try folder.write(
      """
      <decisions xmlns="urn:pejl:decisions:1" hearing="prove"><answer response="c" respondent="raad"/>
      <answer response="d" not-an-answer="yes"/></decisions>
      """, "decisions.xml")
    return folder
  }

  private func analyse(_ folder: Folder) async throws {
    let run = try await Program.run(["analyse", folder.path, "--quiet"])
    #expect(run.code == 0, "\(run.errors)")
  }

  /// What the commands write and say.
  private func written(_ folder: Folder) async throws -> [String: Data] {
    let out = folder.path + "/out"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    var files: [String: Data] = [:]
    for (name, arguments) in [
      ("note", ["--output", out + "/note.html", "--output", out + "/note.xml", "--output", out + "/note.docx"]),
      ("quotes", ["--output", out + "/quotes.csv"]), ("package", ["--output", out + "/packet.zip"]),
    ] {
      let run = try await Program.run([name, folder.path] + arguments)
      #expect(run.code == 0, "\(run.errors)")
      files["said by \(name)"] = Data(run.errors.utf8)
    }
    files.merge(try folder.contents("out")) { first, _ in first }
    try FileManager.default.removeItem(atPath: out)
    return files
  }

  private func expectSame(_ found: [String: Data], _ expected: [String: Data], _ state: Comment) {
    #expect(Set(found.keys) == Set(expected.keys), state)
    #expect(expected.filter { found[$0.key] != $0.value }.keys.sorted() == [], state)
  }

  @Test("with a store that knows all, one answer less, nothing or nonsense, what is written is the same")
  func sameBytes() async throws {
    let folder = try hearing()
    let store = folder.path + "/.pejl/store.sqlite"
    let plain = try await written(folder)
    #expect(!FileManager.default.fileExists(atPath: store))
    try await analyse(folder)
    let reports = try folder.contents("reports")
    #expect(String(decoding: try #require(reports["analysis.xml"]), as: UTF8.self).contains("<weighed "))
    expectSame(try await written(folder), plain, "a store that knows all")
    try FileManager.default.removeItem(atPath: folder.path + "/reports/analysis.xml")
    expectSame(try await written(folder), plain, "reports that are gone")

    try await analyse(folder)
    try folder.write("Vi savner samarbejdet, og de pårørende savner det også.", "responses/c.txt")
    let stale = try await written(folder)
    try folder.write("nonsense", ".pejl/store.sqlite")
    let damaged = try await written(folder)
    try FileManager.default.removeItem(atPath: folder.path + "/.pejl")
    let changed = try await written(folder)
    #expect(changed["note.xml"] != plain["note.xml"])
    expectSame(stale, changed, "a store that knows one answer less")
    expectSame(damaged, changed, "a store that is damaged")
  }

  @Test("a publication is the same with a store and without one, and open findings stop it with the same words")
  func publication() async throws {
    let folder = try hearing()
    let plain = try await folder.publish()
    #expect(plain.code == 2 && plain.errors.contains("is not decided"), "\(plain.errors)")
    let proposal = try folder.contents()["publish.xml"]
    try FileManager.default.removeItem(atPath: folder.path + "/publish.xml")
    try await analyse(folder)
    let known = try await folder.publish()
    #expect(known.code == 2 && known.errors == plain.errors)
    #expect(try folder.contents()["publish.xml"] == proposal)
    try folder.decide()
    #expect(try await folder.publish().code == 0)
    let published = try folder.contents("published")
    for name in ["published", ".pejl", "publish-log.xml"] {
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    }
    #expect(try await folder.publish().code == 0)
    #expect(try folder.contents("published") == published)
  }
}
