import Foundation
import PejlNote
import PejlPipeline
import PejlText
import PejlZip
import Testing

/// The second look at a publication. All personal data are invented.
@Suite struct PublicationCheckTests {
  /// What is left in a folder that holds the file.
  private func leaks(_ bytes: [UInt8], _ name: String = "a.xml", blank: [UInt8]? = nil) async throws -> [String] {
    let folder = NSTemporaryDirectory() + "pejl-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Files.write(bytes, to: "\(folder)/\(name)")
    return try await PublicationCheck(
      values: ["1606415007", "Aage Krogsen", "Hans"], kept: ["1706425018"], identifiers: ["nr.1806435029"], blank: blank
    ).leaks(in: folder).map { "\($0.path ?? ""): \($0.message.prefix(12))" }
  }

  @Test("zips are taken apart, one in another too, and names are looked at")
  func zips() async throws {
    let inner = try ZipWriter().write([.init("word/document.xml", Array("<w:t>160641</w:t><w:t>-5007</w:t>".utf8))])
    let outer = try ZipWriter().write([.init("note.docx", inner), .init("aage krogsen.txt", [])])
    let found = try await leaks(outer, "all.zip")
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("all.zip/note.docx/word/document.xml: \"16***") == true)
    #expect(found.last?.hasPrefix("all.zip/aage krogsen.txt: \"Aa***") == true)
  }

  @Test("a personal number that nobody decided on is a leak, one that was kept is not")
  func numbers() async throws {
    #expect(try await leaks(Array("<p>170642-5018</p>".utf8)).isEmpty)
    #expect(try await leaks(Array("<p>180643-5029</p>".utf8)).count == 1)
    #expect(try await leaks(Array("<p>******-****</p>".utf8)).isEmpty)
  }

  @Test("a passage's identifier that looks like a personal number is none; the same digits elsewhere are")
  func identifiers() async throws {
    #expect(try await leaks(Array("<q id='nr.1806435029' href='#nr.1806435029'>".utf8)).isEmpty)
    for text in ["<p>brev.1806435029</p>", "<q id='nr.1806435029'>1806435029"] {
      #expect(try await leaks(Array(text.utf8)).count == 1, "\(text)")
    }
  }

  @Test("a part that is in every workbook holds no name, though it names writing systems; other parts are looked at")
  func blank() async throws {
    let blank = try QuoteRenderer.blankWorkbook()
    #expect(try await leaks(blank, "a.xlsx").map { $0.prefix(13) } == ["a.xlsx/xl/the"])
    #expect(try await leaks(blank, "a.xlsx", blank: blank).isEmpty)
    let other = try ZipWriter().write([.init("xl/theme/theme1.xml", Array("<t>Hans</t>".utf8))])
    #expect(try await leaks(other, "a.xlsx", blank: blank).count == 1)
  }

  @Test("a damaged zip is an error and not passed over")
  func damaged() async throws {
    await #expect(throws: (any Error).self) { try await leaks([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]) }
  }
}
