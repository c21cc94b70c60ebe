import Foundation
import PejlCodebook
import PejlDanish
import PejlHearing
import PejlSegment
import PejlText
import Testing

@testable import PejlIngest

/// Feeds each parser broken files for as long as `PEJL_FUZZ_SECONDS` says, a second otherwise. `PEJL_FUZZ_SEED` chooses
/// which. The file that is being tried lies in `.build/fuzz`, so that one that ends the process is there to look at.
@Suite(.serialized) struct FuzzTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let corpus = root + "/Corpus/socialstrategi-2024"

  private static func file(_ path: String) -> [UInt8] { (try? FileBytes.read(path: path, limit: 1 << 20)) ?? [] }

  /// Tries broken forms of `seeds` until the time is over.
  private func fuzz(_ target: String, _ seeds: [[UInt8]], _ attempt: ([UInt8]) async -> Void) async throws {
    let environment = ProcessInfo.processInfo.environment
    let seconds = environment["PEJL_FUZZ_SECONDS"].flatMap(Double.init) ?? 1
    var mutator = Mutator(seed: environment["PEJL_FUZZ_SEED"].flatMap(UInt64.init) ?? 1)
    try #require(!seeds.isEmpty && seeds.allSatisfy { !$0.isEmpty }, "\(target) has no seeds")
    let place = Self.root + "/.build/fuzz"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let clock = ContinuousClock()
    let start = clock.now
    var (count, slowest) = (0, Duration.zero)
    var pool = seeds
    while clock.now - start < .seconds(seconds) {
      let bytes = mutator.changed(pool[mutator.next(pool.count)], with: pool[mutator.next(pool.count)])
      // A broken file may be broken further.
      if mutator.next(20) == 0 { pool.count < 200 ? pool.append(bytes) : (pool[mutator.next(200)] = bytes) }
      try Data(bytes).write(to: URL(filePath: "\(place)/\(target)"))
      let began = clock.now
      await attempt(bytes)
      slowest = max(slowest, clock.now - began)
      count += 1
    }
    #expect(slowest < .seconds(10), "\(target): the slowest file took \(slowest)")
    print("fuzz \(target): \(count) files in \(clock.now - start), the slowest \(slowest)")
  }

  private func readAll(_ bytes: [UInt8], _ name: String) async {
    let (documents, refusals) = await FileReader().read(bytes: bytes, name: name)
    #expect(documents.count + refusals.count > 0)
    for document in documents { checkContract(document.document) }
  }

  @Test("DOCX") func docx() async throws {
    let seeds = try [Self.file(Self.corpus + "/responses/bilag-3-lmu-oerum.docx"), Fixture.bytes("twin/svar.docx")].map
    {
      try ZipArchive($0, limits: .init()).read("word/document.xml") ?? []
    }
    try await fuzz("docx", seeds) { bytes in
      let types: [UInt8] = Array("<Types/>".utf8)
      await readAll(TestZip.write([("[Content_Types].xml", types), ("word/document.xml", bytes)]), "a.docx")
    }
  }

  @Test("ODT") func odt() async throws {
    let seeds = try [Self.file(Self.corpus + "/responses/bilag-7-omu.odt"), Fixture.bytes("twin/svar.odt")].map {
      try ZipArchive($0, limits: .init()).read("content.xml") ?? []
    }
    try await fuzz("odt", seeds) { bytes in
      let manifest: [UInt8] = Array("<m/>".utf8)
      await readAll(TestZip.write([("META-INF/manifest.xml", manifest), ("content.xml", bytes)]), "a.odt")
    }
  }

  @Test("XLSX") func xlsx() async throws {
    let book = "<workbook><sheets><sheet name=\"A\" id=\"a\"/></sheets></workbook>"
    let relations = "<R><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></R>"
    let strings = "<sst><si><t>Navn</t></si><si><t>Svar</t></si><si><r><t>Ja_x000D_</t></r></si></sst>"
    try await fuzz("xlsx", [Fixture.bytes("fuzz/sheet1.xml")]) { bytes in
      let parts = [
        ("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", relations),
        ("xl/sharedStrings.xml", strings),
      ].map { (name: $0.0, bytes: Array($0.1.utf8)) }
      await readAll(TestZip.write(parts + [(name: "xl/worksheets/sheet1.xml", bytes: bytes)]), "a.xlsx")
    }
  }

  @Test("CSV") func csv() async throws {
    try await fuzz("csv", [Fixture.bytes("fuzz/svar.csv")]) { await readAll($0, "a.csv") }
  }

  @Test("portal XML") func portal() async throws {
    try await fuzz("portal", [Fixture.bytes("fuzz/portal.xml")]) { await readAll($0, "a.xml") }
  }

  @Test("Markdown") func markdown() async throws {
    try await fuzz("markdown", [Fixture.bytes("fuzz/svar.md")]) { await readAll($0, "a.md") }
  }

  @Test("mail") func mail() async throws {
    let seeds = [
      Self.file(Self.corpus + "/responses/bilag-4-paaroerenderaadet-oerum.eml"), Fixture.bytes("twin/svar.eml"),
    ]
    try await fuzz("mail", seeds) { bytes in
      await readAll(bytes, "a.eml")
      await readAll(Array("From a b\n".utf8) + bytes + Array("\n\nFrom a b\n".utf8) + bytes, "a.mbox")
    }
  }

  @Test("MSG") func msg() async throws {
    try await fuzz("msg", [Fixture.bytes("twin/svar.msg"), Fixture.bytes("twin/cover.msg")]) {
      await readAll($0, "a.msg")
    }
  }

  @Test("zip") func zip() async throws {
    let seed = TestZip.write([("a.txt", "Ja tak."), ("b/c.csv", "Navn;Svar;Dato\nA;B;C\n")])
    try await fuzz("zip", [seed]) { await readAll($0, "a.zip") }
  }

  @Test("codebook") func codebook() async throws {
    let seeds = ["codebook.xml", "codebook/lists.xml", "codebook/frames.xml"].map { Self.file(Self.corpus + "/\($0)") }
    try await fuzz("codebook", seeds) { bytes in
      do {
        _ = try CodebookReader { $0 == "codebook.xml" ? bytes : Array("<part xmlns=\"urn:pejl:codebook:1\"/>".utf8) }
          .read(
            "codebook.xml")
      } catch { #expect(error is InvalidInput) }
    }
  }

  @Test("hearing") func hearing() async throws {
    try await fuzz("hearing", [Self.file(Self.corpus + "/hearing.xml")]) { bytes in
      do { _ = try HearingReader.read(bytes, path: "hearing.xml") } catch { #expect(error is InvalidInput) }
    }
  }

  @Test("noise expansion") func noise() async throws {
    let lexicon = try Lexicon()
    let seeds =
      [Self.file(Self.root + "/Tests/PejlDanishTests/Fixtures/noisy-words.txt")]
      + ["w1-01", "w2-05"].map { Self.file(Self.corpus + "/training/answers/\($0).txt") }
    try await fuzz("noise", seeds) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let noise = RecognitionNoise(text, lexicon: lexicon)
      #expect(noise.unknownWords <= noise.words && noise.danishLetters <= noise.letters)
      for form in text.lowercased().split(whereSeparator: \.isWhitespace).prefix(40).map(String.init) {
        var tries = 0
        let readings = RecognitionConfusions.danish.readings(of: form) { word in
          tries += 1
          return word.utf8.count % 3 > 0
        }
        let isRight = readings.allSatisfy {
          $0.word != form && $0.word.allSatisfy(\.isLetter) && $0.likelihood.isFinite
        }
        #expect(tries < 1_000 && isRight && Set(readings.map(\.word)).count == readings.count, "\(form)")
      }
    }
  }

  @Test("segmentation") func segmentation() async throws {
    let seeds = ["w1-01", "w2-05", "w3-10"].map { Self.file(Self.corpus + "/training/answers/\($0).txt") }
    try await fuzz("segmentation", seeds) { bytes in
      for document in await FileReader().read(bytes: bytes, name: "a.txt").documents.map(\.document) {
        let passages = Segmenter().segment(document, response: "a")
        var end = 0
        let isTiled = passages.allSatisfy { passage in
          defer { end = passage.span.end }
          return passage.span.start == end && !passage.span.isEmpty
        }
        #expect(isTiled && end == document.text.count, "every character lies in exactly one passage")
      }
    }
  }
}
