import PejlText
import Testing

@testable import PejlIngest

@Suite struct ContainerTests {
  @Test("a mailbox gives its mails, with the marks of quoted From lines taken off")
  func mailbox() async {
    let mail =
      "From a@example.dk Tue Mar 5 10:00:00 2024\nFrom: A <a@example.dk>\nSubject: S\nMessage-ID: <1@example.dk>\n\n"
    let text = mail + "Et.\n\n>From nu af.\n\n" + mail + "To.\nFrom here: not a mail\n"
    let (documents, refusals) = await FileReader().read(bytes: Array(text.utf8), name: "post.mbox")
    #expect(refusals.isEmpty)
    #expect(documents.map(\.name) == ["post.mbox/1", "post.mbox/2"] && documents.map(\.key) == [["1"], ["2"]])
    #expect(documents.first?.document.text.string.hasSuffix("From nu af.") == true)
    #expect(documents.last?.document.text.string.contains("From here") == true)
    #expect(await FileReader().read(bytes: Array(text.utf8), name: "uden endelse").documents.count == 2)
  }

  @Test("what stands above the mails of a mailbox is told")
  func aboveMails() async {
    let text = "From os alle i rådet\n\nVi bakker op.\n\nFrom a@example.dk Tue Mar 5\nFrom: A <a@example.dk>\n\nEt.\n"
    let (documents, refusals) = await FileReader().read(bytes: Array(text.utf8), name: "post.mbox")
    #expect(
      documents.count == 1 && refusals.map(\.description).first?.hasPrefix("post.mbox:1: error: the first 4") == true)
    #expect(await FileReader().read(bytes: Array(text.utf8), name: "brev.txt").refusals.isEmpty)
  }

  @Test("a zip of answers gives its files, and an archive in it too; what cannot be read is named")
  func archive() async {
    let inner = TestZip.write([("dyb.txt", "Dybt svar.")])
    let bytes = TestZip.write([
      (name: "b/svar.txt", bytes: Array("Et svar.".utf8)), (name: "b/", bytes: []),
      (name: "__MACOSX/._svar.txt", bytes: [0]), (name: "arkiv.zip", bytes: inner),
      (name: "x.bin", bytes: [0, 1, 2, 0]),
      (name: "a.pdf", bytes: Array("%PDF-1.4 nej".utf8)), (name: "a.txt", bytes: Array("A.".utf8)),
    ])
    let (documents, refusals) = await FileReader().read(bytes: bytes, name: "alle.zip")
    #expect(documents.map(\.name) == ["alle.zip/a.txt", "alle.zip/arkiv.zip/dyb.txt", "alle.zip/b/svar.txt"])
    #expect(documents.map(\.key) == [["a.txt"], ["arkiv", "dyb"], ["b/svar"]])
    #expect(
      refusals.map { "\($0.code) \($0.path ?? "")" } == [
        "ingest.damaged alle.zip/a.pdf", "ingest.unknown-format alle.zip/x.bin",
      ])
  }

  @Test("archives in archives are followed to a depth of three, and count together")
  func nesting() async {
    var bytes = TestZip.write([("svar.txt", "Bund.")])
    for _ in 0..<3 { bytes = TestZip.write([(name: "a.zip", bytes: bytes)]) }
    #expect(
      await FileReader().read(bytes: bytes, name: "a.zip").refusals.map(\.code) == ["ingest.attachment-depth"])
    var limits = ReadingLimits()
    limits.unpackedBytes = 5000
    let file = Array(repeating: UInt8(ascii: "a"), count: 2000)
    let many = TestZip.write((0..<4).map { (name: "\($0).txt", bytes: file) })
    let (documents, refusals) = await FileReader(limits: limits).read(bytes: many, name: "m.zip")
    #expect(documents.count == 2 && refusals.map(\.code) == ["ingest.too-large", "ingest.too-large"])
  }

  @Test("a zip of forty-two zips of spaces does no harm")
  func bomb() async {
    let file = [UInt8](repeating: 0x20, count: 1 << 20)
    let inner = TestZip.write((0..<16).map { (name: "\($0).txt", bytes: file) })
    let outer = TestZip.write((0..<42).map { (name: "\($0).zip", bytes: inner) })
    let (documents, refusals) = await FileReader().read(bytes: outer, name: "42.zip")
    #expect(documents.isEmpty && refusals.count == 42 * 16)
    #expect(refusals.contains { $0.code == "ingest.too-large" || $0.code == "ingest.unsafe-zip" })
  }

  @Test("Markdown is read without its marks")
  func markdown() async throws {
    let document = try await read(
      """
      ---
      title: "Svar"
      author: Rådet for Blåbær
      date: 5.3.2024
      ---
      # Om *mad*

      Vi er **meget** [glade](http://example.dk/a_b) for 2 * 3 og snake_case.

      Overskrift
      ----------
      - et `to`
      - tre \\*fire\\*
      """, "svar.md")
    #expect(document.metadata.title == "Svar" && document.metadata.senderName == "Rådet for Blåbær")
    #expect(document.metadata.date == "2024-03-05" && document.blocks.first?.kind == .furniture)
    #expect(
      outline(document).split(separator: "\n").dropFirst().joined(separator: "\n") == """
        heading 1: Om mad
        paragraph: Vi er meget glade for 2 * 3 og snake_case.
        heading 2: Overskrift
        list-item 1: - et to
        list-item 1: - tre *fire*
        """)
  }
}
