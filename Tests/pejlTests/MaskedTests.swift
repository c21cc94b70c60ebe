import Foundation
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
}
