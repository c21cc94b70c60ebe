import PejlText
import Testing

@testable import PejlIngest

@Suite struct ContractTests {
  struct Sample: CustomTestStringConvertible {
    var name: String
    var format: String
    var bytes: [UInt8]
    var testDescription: String { name }
  }

  static let samples = [
    Sample(
      name: "svar.txt", format: "text",
      bytes: Array("OM MAD\r\n\r\nBlåbær\u{AD}grød \u{FB01}n.\r\n- ét\r\n- to\u{1}\r\n".utf8)),
    Sample(
      name: "svar.html", format: "html",
      bytes: Array(
        "<html><body><h1>Mad&nbsp;</h1> <p>Bla\u{30A}bær &#1; er<br>godt<ul><li>a<li>b</ul></body></html>".utf8)),
    Sample(name: "svar.docx", format: "docx", bytes: TestWord(TestWord.p("  Blå  bær ") + TestWord.p("• ét")).bytes),
    Sample(
      name: "svar.odt", format: "odt",
      bytes: OpenDocumentReaderTests.bytes("<text:h>Mad</text:h><text:p>Bla\u{30A}bær <text:s/> og mere.</text:p>")),
    Sample(
      name: "svar.eml", format: "mail",
      bytes: MailReaderTests.mail("Content-Type: text/plain; charset=utf-8\n\nBlåbær.\n\n> før\n\n-- \nSøren\n")),
    Sample(
      name: "svar.pdf", format: "pdf",
      bytes: TestPDF(pages: [TestPDF.lines(["Blåbær er gode at", "spise.", "• ét"])]).bytes),
  ]

  @Test("every reader keeps the contract, and reads the same bytes the same way again", arguments: samples)
  func contract(sample: Sample) async throws {
    let document = try await read(sample.bytes, sample.name)
    #expect(document.format == sample.format)
    #expect(!document.sourceMap.runs.isEmpty)
    #expect(document.text.string.contains("Bl") && document.text.string.unicodeScalars.allSatisfy { $0.value != 0x30A })
    #expect(try await read(sample.bytes, sample.name) == document)
    // The format is found by content, not by name.
    #expect(try await read(sample.bytes, "uden endelse").format == sample.format)
  }

  @Test("damage anywhere in a file is read or refused, never a crash", arguments: samples)
  func damage(sample: Sample) async {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for round in 0..<(sample.format == "pdf" ? 12 : 60) {
      var bytes = sample.bytes
      for _ in 0...(round % 6) { bytes[next(bytes.count)] = UInt8(next(256)) }
      if round % 5 == 4 { bytes.removeLast(next(bytes.count)) }
      let (documents, refusals) = await FileReader().read(bytes: bytes, name: sample.name)
      #expect(documents.count + refusals.count > 0)
      for read in documents { checkContract(read.document) }
    }
  }
}
