import Foundation
import PejlXML
import Testing

/// One fictional answer in nine formats, through the whole program with the sample's codebook.
@Suite struct FormatTwinTests {
  @Test("the same answer in nine formats gives the same passages with the same tags")
  func twins() async throws {
    let folder = try Folder()
    let twins = Program.root + "/Tests/PejlIngestTests/Fixtures/twin/svar."
    let formats = ["txt", "html", "docx", "odt", "rtf", "doc", "pdf", "eml", "msg"]
    let run = try await Program.run(
      ["analyse", "--codebook", Program.hearing + "/codebook.xml", "--output", folder.path + "/out"]
        + formats.map { twins + $0 })
    #expect(run.code == 0, "\(run.errors)")
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder.path + "/out/analysis.xml")))
    let responses = try XMLReader.parse(bytes).elements("response")
    #expect(responses.count == formats.count)
    let passages = responses.map { response in
      response.elements("passage").map { passage in
        let text = passage.first("text")?.foldedText ?? ""
        // Word processors and pages draw the mark of an item; texts write it.
        let bare = text.hasPrefix("- ") || text.hasPrefix("• ") ? String(text.dropFirst(2)) : text
        let tags = passage.elements("tag").map { "\($0["facet"] ?? "") \($0["code"] ?? "")" }
        return "\(passage["kind"] ?? "") \(passage["disposition"] ?? "") \(bare) \(tags)"
      }
    }
    for (response, found) in zip(responses, passages) {
      #expect(found == passages[0], "\(response["file"] ?? "")")
    }
    #expect(passages[0].contains { $0.contains("strategy ") }, "the twin has tags to compare")
  }
}
