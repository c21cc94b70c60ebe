import PejlText
import Testing

@testable import PejlIngest

@Suite struct TextReaderTests {
  static let sample = "Rødgrød på Ærø"

  @Test("any usual encoding gives the same text, and a note when it was not UTF-8")
  func encodings() async throws {
    let text = Self.sample
    let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let cases: [(String, [UInt8], Bool)] = [
      ("UTF-8", Array(text.utf8), false), ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8), false),
      ("UTF-16 LE with a mark", [0xFF, 0xFE] + utf16, true), ("UTF-16 LE without", utf16, true),
      ("UTF-16 BE", [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, true),
      ("ISO-8859-1", latin, true), ("NFD", Array("Rødgrød pa\u{30A} Ærø".utf8), false),
    ]
    for (name, bytes, isNoted) in cases {
      let document = try await read(bytes, "svar.txt")
      #expect(document.text.string == text && document.text.count == text.utf8.count, "\(name)")
      #expect(codes(document).contains("ingest.encoding") == isNoted, "\(name)")
    }
  }

  @Test("Windows-1252 has its quotes and dashes, and says when a byte means nothing")
  func windows1252() async throws {
    let document = try await read([0x93, 0x62, 0xF8, 0x72, 0x6E, 0x94, 0x20, 0x96, 0x20, 0x81, 0x78], "svar.txt")
    #expect(document.text.string == "“børn” – \u{FFFD}x")
    #expect(codes(document).contains("ingest.lost-characters"))
  }

  @Test("a few bytes of another encoding do not spoil a UTF-8 text")
  func mixed() async throws {
    let bytes = Array(String(repeating: "på gården ", count: 20).utf8) + [0xE5, 0x20, 0x62]
    #expect(try await read(bytes, "svar.txt").text.string.hasSuffix("på gården å b"))
  }

  @Test("paragraphs, items and headings are told by blank lines, marks and shape")
  func structure() async throws {
    let document = try await read(
      """
      HØRINGSSVAR TIL STRATEGIEN

      Kære udvalg

      Vi takker for muligheden,
      og vi har læst det hele.

      Om tilgængelighed

      Vi foreslår:
      - flere ramper
      - bedre skilte,
        også om natten
          - og lys
      1. Det første
      2. Det andet
      ## Til sidst
      Det var alt den
      1. januar i år.

      Med venlig hilsen

      Jens Hansen
      """, "svar.txt")
    #expect(
      outline(document) == """
        heading 1: HØRINGSSVAR TIL STRATEGIEN
        paragraph: Kære udvalg
        paragraph: Vi takker for muligheden,⏎og vi har læst det hele.
        heading 2: Om tilgængelighed
        paragraph: Vi foreslår:
        list-item 1: - flere ramper
        list-item 1: - bedre skilte,⏎  også om natten
        list-item 2: - og lys
        list-item 1: 1. Det første
        list-item 1: 2. Det andet
        heading 2: ## Til sidst
        paragraph: Det var alt den⏎1. januar i år.
        paragraph: Med venlig hilsen
        paragraph: Jens Hansen
        """)
  }

  @Test("a date is no item, but small letters that count on are")
  func dates() async throws {
    let document = try await read("4. december 2023\n\nVi ønsker:\n1. at det sker\n2. at det bliver ved", "svar.txt")
    #expect(
      outline(document) == """
        paragraph: 4. december 2023
        paragraph: Vi ønsker:
        list-item 1: 1. at det sker
        list-item 1: 2. at det bliver ved
        """)
  }

  @Test("text with a blank line after every line is put together to paragraphs")
  func spread() async throws {
    let document = try await read(
      """
      Økonomiske konsekvenser

      På baggrund af undersøgelsen på Socialområdet, som blev gennemført, blev det

      besluttet, at der skal udarbejdes en strategi på det årlige dialogmøde den 30.

      oktober 2023, og at den skal gælde for alle, som bor og arbejder i Norddjurs

      Kommune i de år.

      Voksen- og Plejeudvalget fik på sit møde en orientering om det igangværende

      arbejde.
      """, "svar.txt")
    #expect(document.blocks.map(\.kind) == [.heading, .paragraph, .paragraph])
    #expect(
      document.text.string.hasPrefix("Økonomiske konsekvenser\n\nPå baggrund") && document.blocks[1].span.length > 200)
  }

  @Test("the source map leads back to the bytes of the file")
  func sourceMap() async throws {
    let text = "Først så.\r\n\r\nBla\u{AD}bær fi\u{FB01} pa\u{30A} vej."
    let document = try await read([0xEF, 0xBB, 0xBF] + Array(text.utf8), "svar.txt")
    let file = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    #expect(document.text.string == "Først så.\n\nBlabær fifi på vej.")
    for word in ["så", "bær", "vej"] {
      let start = try #require(document.text.bytes.firstRange(of: Array(word.utf8))?.lowerBound)
      let place = try #require(document.sourceMap.place(of: start))
      #expect(place.part == "file")
      #expect(file[place.offset...].starts(with: word.utf8), "\(word)")
    }
  }

  @Test("a form feed turns the page, and a single line is one block")
  func pages() async throws {
    #expect(
      outline(try await read("Side et.\u{0C}Side to.", "svar.txt")) == "paragraph p1: Side et.\nparagraph p2: Side to.")
    #expect(try await read("Indledning   Vi er glade.  Om mad   Den er god.", "svar.txt").blocks.count == 1)
  }
}

extension Collection where Element: Equatable {
  /// Where `other` first stands.
  func firstRange(of other: [Element]) -> Range<Index>? {
    indices.first { self[$0...].starts(with: other) }.map { $0..<index($0, offsetBy: other.count) }
  }
}
