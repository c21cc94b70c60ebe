import Glibc
import PejlText
import Testing

@testable import PejlIngest

@Suite struct BadInputTests {
  @Test("what cannot be read is refused by name, whatever it is called")
  func formats() async {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
    let cases: [(String, [UInt8], String)] = [
      ("tom.txt", [], "ingest.empty"), ("blank.txt", [0x20, 0x0A], "ingest.empty"),
      ("blank.html", Array("<html><body> </body></html>".utf8), "ingest.empty"),
      ("gammel.doc", ole, "ingest.damaged"), ("a.docx", Array("tekst".utf8), "ingest.damaged"),
      ("foto.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 1], "ingest.picture-damaged"),
      ("skrald.bin", (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ $0 / 7) }, "ingest.unknown-format"),
      ("data.xml", Array("<?xml version=\"1.0\"?><a><b>1</b></a>".utf8), "ingest.no-text-column"),
      ("data.xml", Array("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".utf8), "ingest.doctype"),
      ("ark.xlsx", TestZip.write([("[Content_Types].xml", "<T/>"), ("xl/workbook.xml", "<w/>")]), "ingest.empty"),
    ]
    for (name, bytes, code) in cases { #expect(await refusal(bytes, name) == code, "\(name)") }
  }

  @Test("a zip that is broken or lies is refused")
  func zips() async {
    let good = TestWord(TestWord.p("Hej")).bytes
    #expect(await refusal(Array(good.prefix(good.count / 2)), "halv.docx") == "ingest.damaged")
    #expect(
      ["ingest.damaged", "ingest.unsafe-zip"].contains(await refusal(TestZip.lying(good, size: 5), "loegn.docx")))
    let central = TestZip.lying(good, size: 5, localToo: false)
    #expect(["ingest.damaged", "ingest.unsafe-zip"].contains(await refusal(central, "loegn.docx")))
    #expect(await refusal(TestZip.lying(good, size: 0x7FFF_FFFF), "stor.docx") != nil)
    let twins = TestZip.write([("[Content_Types].xml", "<T/>"), ("word/a.xml", "<a/>"), ("word/b.xml", "<b/>")])
    #expect(
      ["ingest.damaged", "ingest.unsafe-zip"].contains(
        await refusal(TestZip.renamed(twins, "word/a.xml", to: "word/b.xml"), "to.docx")))
    let escaping = TestZip.write([("[Content_Types].xml", "<T/>"), ("word/../../b", "x")])
    #expect(await refusal(escaping, "ud.docx") == "ingest.unsafe-zip")
    #expect(
      await refusal(TestZip.write([("[Content_Types].xml", "<T/>"), ("word/x", "")]), "uden.docx") == "ingest.damaged")
  }

  @Test("a zip bomb is refused before it is unpacked")
  func bomb() async {
    let zeros = [UInt8](repeating: 0x20, count: 60 << 20)
    let bytes = TestZip.write([
      (name: "[Content_Types].xml", bytes: Array("<T/>".utf8)), (name: "word/document.xml", bytes: zeros),
    ])
    #expect(bytes.count < 1 << 20)
    #expect(await refusal(bytes, "bombe.docx") == "ingest.unsafe-zip")
  }

  @Test("XML with a DOCTYPE inside a DOCX or ODT is refused and named")
  func doctype() async {
    let evil = #"<!DOCTYPE a [<!ENTITY x "y">]><a/>"#
    let word = TestZip.write([("[Content_Types].xml", "<T/>"), ("word/document.xml", evil)])
    #expect(await refusal(word, "svar.docx") == "ingest.doctype")
    let odt = TestZip.write([("META-INF/manifest.xml", "<m/>"), ("content.xml", evil)])
    #expect(await refusal(odt, "svar.odt") == "ingest.doctype")
    let broken = TestZip.write([("[Content_Types].xml", "<T/>"), ("word/document.xml", "<a><b></a>")])
    #expect(await refusal(broken, "svar.docx") == "ingest.damaged")
  }

  @Test("tables nested a thousand deep in a DOCX do no harm")
  func deep() async {
    let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: 1000)
    let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: 1000)
    let bytes = TestWord(open + TestWord.p("Bund") + close).bytes
    let (documents, refusals) = await FileReader().read(bytes: bytes, name: "dyb.docx")
    #expect(documents.count + refusals.count == 1)
  }

  @Test("a folder, a missing, an unreadable and a too large file are refused with what to do")
  func paths() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array("Hej".utf8), as: "svar.txt")
    var limits = ReadingLimits()
    limits.fileBytes = 2
    let reader = FileReader()
    #expect(await reader.read(path: folder.path).refusals.map(\.code) == ["ingest.folder"])
    #expect(await reader.read(path: folder.path + "/intet").refusals.map(\.code) == ["ingest.not-found"])
    #expect(await reader.read(path: "/dev/null").refusals.map(\.code) == ["ingest.not-a-file"])
    #expect(await FileReader(limits: limits).read(path: file).refusals.map(\.code) == ["ingest.too-large"])
    #expect(
      await FileReader(limits: limits).read(bytes: [1, 2, 3], name: "x").refusals.map(\.code) == ["ingest.too-large"])
    let read = await reader.read(path: file)
    #expect(read.documents.first?.sha256 == ContentHash.sha256(Array("Hej".utf8)))
    if geteuid() != 0 {
      chmod(file, 0)
      #expect(await reader.read(path: file).refusals.map(\.code) == ["ingest.unreadable"])
    }
  }

  @Test("fifty megabytes of text are read")
  func large() async throws {
    let line = Array("Vi mener, at kommunen bør gøre mere for de ældre på Ærø.\n".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(50 << 20)
    while bytes.count < 50 << 20 {
      bytes += line
      if bytes.count % 7 == 0 { bytes.append(0x0A) }
    }
    let (documents, refusals) = await FileReader().read(bytes: bytes, name: "stor.txt")
    #expect(refusals.isEmpty)
    #expect((documents.first?.document.text.count ?? 0) > 49 << 20)
  }

  @Test("a hash is that of sha256sum")
  func hash() {
    #expect(ContentHash.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      ContentHash.sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
