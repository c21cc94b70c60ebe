import PejlText
import Testing

@testable import PejlIngest

/// One fictional answer in nine formats; `Fixtures/twin/make.py` writes them.
@Suite struct FormatTwinTests {
  static let formats = ["html", "docx", "odt", "rtf", "doc", "pdf", "eml", "msg"]

  /// The blocks of the twin, white space folded and the marks of items left out: DOCX, ODT and HTML draw them, the others
  /// write them.
  private func lines(_ format: String) async throws -> [String] {
    let document = try await read(Fixture.bytes("twin/svar.\(format)"), "svar.\(format)")
    return document.blocks.map { block in
      let text = document.text[block.span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let bare = text.hasPrefix("• ") || text.hasPrefix("- ") ? String(text.dropFirst(2)) : text
      return "\(block.kind.rawValue): \(bare)"
    }
  }

  @Test("the same answer gives the same headings, paragraphs and items in every format", arguments: formats)
  func twins(format: String) async throws {
    #expect(try await lines(format) == lines("txt"))
  }

  @Test("a mail of Outlook's says who wrote it, when and about what")
  func outlook() async throws {
    let document = try await read(Fixture.bytes("twin/svar.msg"), "svar.msg")
    #expect(document.metadata.title == "Høringssvar" && document.metadata.senderName == "Rådet for Blåbær")
    #expect(document.metadata.senderAddress == "blaabaer@example.dk" && document.metadata.date == "2024-03-05")
  }

  @Test("a mail that says see attached is linked with what is attached to it")
  func cover() async throws {
    let (documents, refusals) = await FileReader().read(bytes: Fixture.bytes("twin/cover.msg"), name: "cover.msg")
    #expect(refusals.isEmpty)
    #expect(documents.map(\.name) == ["cover.msg", "cover.msg/bilag.txt"])
    #expect(documents.map { $0.document.notes.map(\.code) } == [["ingest.cover-mail"], ["ingest.covered"]])
    #expect(documents.last?.document.text.string == "Bilag til svaret. Økonomien bekymrer os.")
    #expect(documents.last?.document.metadata.senderAddress == "blaabaer@example.dk")
    #expect(documents.map(\.key) == [[], ["1-bilag"]])
  }

  @Test("a DOC is read without LibreOffice, and without either converter refused with the packages to install")
  func converters() async throws {
    var limits = ReadingLimits()
    limits.toolFolders = "/nonexistent"
    #expect(await refusal(Fixture.bytes("twin/svar.doc"), "svar.doc", limits: limits) == "ingest.tool-missing")
    #expect(await refusal(Fixture.bytes("twin/svar.rtf"), "svar.rtf", limits: limits) == "ingest.tool-missing")
    let refused = await FileReader(limits: limits).read(bytes: Fixture.bytes("twin/svar.doc"), name: "svar.doc")
      .refusals
    #expect(refused.first?.message.contains("libreoffice-writer-nogui or antiword") == true)
    limits.toolFolders = "/usr/bin:/bin"
    limits.conversionSeconds = 0.01
    let (documents, _) = await FileReader(limits: limits).read(bytes: Fixture.bytes("twin/svar.doc"), name: "svar.doc")
    #expect(documents.first?.document.text.string.contains("Økonomien bekymrer os") == true)
    #expect(documents.first?.document.notes.first?.message.contains("antiword") == true)
  }
}
