import PejlText
import Testing

@testable import PejlIngest

@Suite struct ResidueTests {
  @Test(
    "what programs left behind is mended in the reading",
    arguments: [
      ("P E J L E M Æ R K E R og mål", "PEJLEMÆRKER og mål"),
      ("V O R E S S V A R til jer", "VORES SVAR til jer"),
      ("Vi ønsker mere inddra- gelse af beboerne.", "Vi ønsker mere inddragelse af beboerne."),
      ("Vi er i beboer- og pårørenderådet her.", "Vi er i beboer- og pårørenderådet her."),
      (
        "Vi vil de(cid:12)nere det og (cid:12)nde det, og det er of(cid:12)cielt.",
        "Vi vil definere det og finde det, og det er officielt."
      ),
      ("Vi vil de\u{FFFD}nere det, og vi \u{FFFD}nsker det.", "Vi vil definere det, og vi ønsker det."),
      ("A B C og X Y", "A B C og X Y"), ("1 2 3 4 5 6", "1 2 3 4 5 6"),
    ])
  func mended(text: String, reading: String) async throws {
    let document = try await read(text, "svar.txt")
    #expect(document.text.string == reading)
    #expect(codes(document).contains("ingest.mended") == (text != reading))
  }

  @Test("the map leads from mended text to what stood there")
  func map() async throws {
    let text = "Her er P E J L og de(cid:12)nere, slut."
    let document = try await read(text, "svar.txt")
    let reading = document.text.string
    #expect(reading.hasSuffix("definere, slut."))
    for (word, source) in [("definere", "de(cid"), ("slut", "slut"), ("nere", "nere")] {
      let offset = try #require(reading.range(of: word)).lowerBound.utf16Offset(in: reading)
      let place = try #require(document.sourceMap.place(of: offset))
      #expect(text.dropFirst(place.offset).hasPrefix(source), "\(word)")
    }
  }

  @Test("a character that cannot be told stays and is named")
  func untold() async throws {
    let document = try await read("Det er xq\u{E123}zw her og intet andet.", "svar.txt")
    #expect(document.text.string.contains("\u{E123}"))
    #expect(codes(document).contains("ingest.lost-characters"))
  }

  @Test("the numbers of pages between paragraphs are furniture, and what they part is joined")
  func feet() async throws {
    let document = try await read(
      """
      Vi har læst udkastet og mener, at det er godt, og at

      Side 1 af 3

      kommunen skal gå videre med det.

      Vi siger tak for ordet i dag.

      Side 2 af 3

      Pejlemærke 1

      Det er vi glade for at kunne sige her.

      Pejlemærke 2

      Det er vi også glade for at kunne sige.
      """, "svar.txt")
    let furniture = document.blocks.filter { $0.kind == .furniture }.map { document.text[$0.span] }
    #expect(furniture == ["Side 1 af 3", "Side 2 af 3"])
    #expect(document.text.string.contains("og at\nkommunen skal"))
    #expect(document.blocks.contains { $0.kind == .heading && document.text[$0.span] == "Pejlemærke 2" })
  }

  @Test("text in columns is named")
  func columns() async throws {
    let rows = (1...5).map { "Emne nummer \($0)        Det mener vi om emnet" }
    #expect(codes(try await read(rows.joined(separator: "\n"), "svar.txt")).contains("ingest.columns"))
    #expect(!codes(try await read("Et   ord\nog flere ord her", "svar.txt")).contains("ingest.columns"))
  }
}
