import Foundation
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText
import Testing

@testable import PejlPipeline

@Suite struct FilesTests {
  @Test("a missing file is named, a folder is not read as a file")
  func reading() {
    #expect(throws: (any Error).self) { try Files.read("/nonexistent/file") }
    #expect(throws: (any Error).self) { try Files.read("/") }
    #expect(Files.kind("/nonexistent") == .missing)
    #expect(Files.kind("/") == .folder)
  }
}

@Suite struct ResponseNameTests {
  @Test("names differ by extension, case and folder, and their identifiers all differ")
  func distinct() {
    #expect(ResponseName.identifiers(["Svar fra Råd.pdf", "b/c.txt"]) == ["svar-fra-raad", "b-c"])
    #expect(
      ResponseName.identifiers(["1606415007-svar.txt", "a/160641-5007.txt", "1606415007.pdf", "3554863245-1.txt"])
        == ["svar", "a", "response", "3554863245-1"])
    #expect(ResponseName.parts([["160641-5007"], ["1606415007"]], of: "t") == ["t_response", "t_response-2"])
    #expect(
      ResponseName.identifiers(["a.txt", "a.pdf", "A.pdf", "?.x", "!.x"])
        == ["a-txt", "a-pdf", "a-pdf-2", "x", "x-2"])
    #expect(
      ResponseName.parts([[], ["1-Brev"], ["a/b", "7"], ["A b", "7"]], of: "mail")
        == ["mail", "mail_1-brev", "mail_a-b_7", "mail_a-b_7-2"])
  }
}

@Suite struct PipelineTests {
  @Test(
    "files of one name and two attachments of one mail are told apart, and a mail's attachment is read as its own answer"
  )
  func identifiers() async throws {
    let folder = NSTemporaryDirectory() + "pejl-pipeline-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let mail = """
      From: a@example.dk
      Subject: Svar
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Type: text/plain

      Se vores svar.
      --x
      Content-Type: text/plain
      Content-Disposition: attachment; filename="svar.txt"

      Tonen er god.
      --x
      Content-Type: text/plain
      Content-Disposition: attachment; filename="svar.txt"

      Tonen er bedre.
      --x--
      """
    let files = ["a.txt": "Et.", "a.html": "<p>To.</p>", "mail.eml": mail]
    for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: folder + "/" + name)) }
    let book = """
      <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da"><title>T</title>
      <facet id="strategy" name="S"><code id="P1" name="Et"><definition>d</definition></code></facet></codebook>
      """
    try Data(book.utf8).write(to: URL(filePath: folder + "/book.xml"))
    let pipeline = Pipeline(try CodebookLoader.load(folder + "/book.xml"), hearing: Hearing(id: "h"), workers: 2)
    let inputs = files.keys.sorted().map { Pipeline.Input(path: folder + "/" + $0, name: $0) }
    let (responses, unread) = try await pipeline.run(inputs)
    #expect(unread.isEmpty)
    #expect(responses.map(\.id) == ["a-html", "a-txt", "mail", "mail_1-svar", "mail_2-2-svar"])
    #expect(responses.map(\.file).last == "mail.eml/2-svar.txt")
    #expect(Set(responses.flatMap { $0.passages.map(\.passage.id) }).count == responses.flatMap(\.passages).count)
  }
}
