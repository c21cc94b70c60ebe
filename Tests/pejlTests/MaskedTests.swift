import Foundation
import PejlXML
import Testing

/// What stays hidden, whatever becomes of the answers. All personal data are invented.
@Suite struct MaskedTests {
  @Test("what was to be masked stays hidden when nothing beside it says any more what it is")
  func unnamed() async throws {
    let folder = try Folder.hearing([
      "a.txt": "Tillidsmand Søren Krogsen siger nej.", "b.txt": "Søren Krogsen er medlem af FOA.",
    ])
    #expect(try await folder.publish().code == 2)
    try folder.decide()
    #expect(try await folder.publish().code == 0)
    #expect(try folder.published(with: "Krogsen").isEmpty)
    try folder.write("Vi bakker op.", "responses/b.txt")
    let run = try await folder.publish()
    #expect(run.code == 0 && run.errors.contains("1 values masked"), "\(run.errors)")
    #expect(try folder.published(with: "Krogsen").isEmpty)
    #expect(try !folder.published(with: "1 personoplysning er skjult").isEmpty)
  }

  @Test("a finding that a person adds to publish.xml is hidden, logged, and kept in the file")
  func added() async throws {
    let folder = try Folder.hearing(["a.txt": "Vi bakker op. Ring på 28 39 40 51. Hilsen Kesia Krogsen"])
    try folder.write(
      """
      <publish xmlns="urn:pejl:publish:1" hearing="prove">
        <finding kind="sensitive" value="Kesia Krogsen" decision="mask" by="AB"/>
      </publish>
      """, "publish.xml")
    #expect(try await folder.publish().code == 2)
    try folder.decide()
    let run = try await folder.publish()
    #expect(run.code == 0 && run.errors.contains("2 values masked"), "\(run.errors)")
    #expect(try folder.published(with: "Kesia").isEmpty)
    let log = try String(contentsOfFile: folder.path + "/publish-log.xml", encoding: .utf8)
    #expect(log.contains("value=\"Kesia Krogsen\" from=\"open\" to=\"mask\" by=\"AB\""), "\(log)")
  }

  @Test("a name is hidden in names of files, in identifiers and in the genitive")
  func forms() async throws {
    let folder = try Folder.hearing([
      "soeren-krogsen.txt": "Søren Krogsen er medlem af FOA. Vi støtter Søren Krogsens forslag.",
      "bo.txt": "Bo har demens.",
    ])
    #expect(try await folder.publish().code == 2)
    try folder.decide()
    let run = try await folder.publish()
    #expect(run.code == 0, "\(run.errors)")
    for text in ["Krogsen", "krogsen", "file=\"bo", "responses/bo"] {
      #expect(try folder.published(with: text).isEmpty, "\(text)")
    }
    #expect(try folder.published(with: "**.txt").contains("analysis.xml"))
  }

  @Test("who decided is not published, and no page shows a personal number that a person wrote with a decision")
  func decided() async throws {
    let folder = try Folder.hearing([
      "a.txt": "Vi savner timer.\n\nVi bakker op om samarbejdet.", "b.txt": "Kvittering.",
    ])
    #expect(try await Program.run(["analyse", folder.path]).code == 0)
    let analysis = try XMLReader.parse(
      Array(#require(FileManager.default.contents(atPath: folder.path + "/reports/analysis.xml"))))
    let passage = try #require(analysis.first("response")?.first("passage")?["id"])
    for arguments in [[passage, "--add", "2.4", "--note", "se 160641-5007"], ["b", "--not-an-answer"]] {
      let by = ["--hearing", folder.path, "--by", "Kesia Krogsen tlf 28 39 40 51 (170642-5018)", "--at", "2026-11-21"]
      #expect(try await Program.run(["decide"] + arguments + by).code == 0)
    }
    #expect(try await Program.run(["analyse", folder.path]).code == 0)
    for (name, data) in try folder.contents("reports") where name != "analysis.xml" {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains("160641-5007") && !text.contains("170642-5018"), "\(name)")
    }
    #expect(try await folder.publish().code == 2)
    try folder.decide()
    let run = try await folder.publish()
    #expect(run.code == 0, "\(run.errors)")
    #expect(try folder.published(with: "Krogsen").isEmpty)
    #expect(try folder.published(with: "2026-11-21") == ["analysis.xml"])
    #expect(try folder.published(with: "21. november 2026").contains("responses/a.html"))
  }

  @Test(
    "a file of the user's in the folder that shows what is masked stops the publication before anything is exchanged")
  func foreign() async throws {
    let folder = try Folder.hearing(["a.txt": "Ring på 28 39 40 51. Vi bakker op."])
    #expect(try await folder.publish().code == 2)
    try folder.decide()
    #expect(try await folder.publish().code == 0)
    let before = try folder.contents()
    try folder.write("Ring selv på 28394051.", "published/mine/notes.txt")
    try folder.write("Vi savner timer. Ring på 28 39 40 51.", "responses/a.txt")
    let run = try await folder.publish()
    #expect(
      run.code == 2 && run.errors.contains("published/mine/notes.txt: error: this file was not written"),
      "\(run.errors)")
    for name in ["published/analysis.xml", "publish-log.xml"] {
      #expect(try folder.contents()[name] == before[name], "\(name)")
    }
    try folder.write("Mine noter.", "published/mine/notes.txt")
    #expect(try await folder.publish().code == 0)
    #expect(try folder.contents()["published/mine/notes.txt"] != nil)
    #expect(try folder.contents()["published/analysis.xml"] != before["published/analysis.xml"])
  }
}
