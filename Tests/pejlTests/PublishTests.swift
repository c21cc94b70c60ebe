import Foundation
import PejlIngest
import PejlXML
import PejlZip
import TestAnswers
import Testing

/// The gate before publishing, as a user meets it. All personal data are invented: the birthdays lie after 2027.
@Suite struct PublishTests {
  private static let secret =
    "Min søn har cpr 160641-5007 og bor her. Ring på 28 39 40 51 eller skriv til anna@example.dk."

  @Test("nothing is published before each finding is decided, and the list says what to do")
  func refuses() async throws {
    let folder = try Folder.hearing(["svar.txt": Self.secret])
    let run = try await folder.publish()
    #expect(run.code == 2)
    #expect(run.errors.contains("publish.xml: error: cpr \"1606415007\" is not decided (svar)"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/published"))
    let file = try #require(FileManager.default.contents(atPath: folder.path + "/publish.xml"))
    let schema = try await Program.run(["schema", "publish"]).output
    #expect(try XMLSchema(Array(schema.utf8)).validate(Array(file)).isEmpty)
    #expect(try XMLReader.parse(Array(file)).elements("finding").count == 3)
    try folder.decide()
    let again = try await folder.publish()
    #expect(again.code == 0, "\(again.errors)")
    let log = try #require(FileManager.default.contents(atPath: folder.path + "/publish-log.xml"))
    let logSchema = try await Program.run(["schema", "publish-log"]).output
    #expect(try XMLSchema(Array(logSchema.utf8)).validate(Array(log)).isEmpty)
    #expect(try await folder.publish().code == 0)
    #expect(
      FileManager.default.contents(atPath: folder.path + "/publish-log.xml") == log, "nothing new, nothing logged")
  }

  @Test("what is kept needs a reason, and is open again when it turns up in another answer")
  func kept() async throws {
    let folder = try Folder.hearing(["svar.txt": "Skriv til raad@example.dk. Vi bakker op."])
    #expect(try await folder.publish().code == 2)
    try folder.decide("keep")
    let run = try await folder.publish()
    #expect(run.code == 2 && run.errors.contains("is kept without a reason"), "\(run.errors)")
    try folder.decide()
    let file = try String(contentsOfFile: folder.path + "/publish.xml", encoding: .utf8)
    try folder.write(
      file.replacing("decision=\"keep\"", with: "decision=\"keep\" by=\"AB\" reason=\"rådets egen adresse\""),
      "publish.xml")
    let good = try await folder.publish()
    #expect(good.code == 0, "\(good.errors)")
    let page = try folder.contents("published").first { $0.key.hasPrefix("responses/") }
    #expect(page.map { String(decoding: $0.value, as: UTF8.self).contains("raad@example.dk") } == true)
    try folder.write("Vi skriver til raad@example.dk igen.", "responses/andet.txt")
    #expect(try await folder.publish().code == 2)
    let open = try String(contentsOfFile: folder.path + "/publish.xml", encoding: .utf8)
    #expect(open.contains("decision=\"open\""))
  }

  @Test("ordinary reports count what is open, hide personal numbers on pages, and keep the text in analysis.xml")
  func banner() async throws {
    let folder = try Folder.hearing(["svar.txt": Self.secret])
    let run = try await Program.run(["analyse", folder.path, "--output", folder.path + "/report"])
    #expect(run.code == 0 && run.errors.contains("3 findings of personal data"), "\(run.errors)")
    for (name, data) in try folder.contents("report") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(text.contains("160641-5007") == (name == "analysis.xml"), "\(name)")
      if name.hasSuffix(".html") {
        // The page of an answer depends on no other answer, so it tells no number.
        let isAnswer = name.hasPrefix("responses/")
        #expect(
          text.contains(isAnswer ? "som ikke er afgjort" : "3 fund af personoplysninger er ikke afgjort"), "\(name)")
      }
      if name == "analysis.xml" { #expect(text.contains("personal-data=\"kept\"")) }
    }
  }

  /// How many answers are published at once; `PEJL_PUBLISH_ANSWERS` says another number.
  private static let published =
    ProcessInfo.processInfo.environment["PEJL_PUBLISH_ANSWERS"].flatMap { Int($0) } ?? 40

  @Test("nothing that was planted in answers, names of files and titles is left anywhere in what is published")
  func planted() async throws {
    let answers = GeneratedAnswer.set(Self.published, seed: 7)
    var files: [String: String] = [:]
    for (index, answer) in answers.enumerated() {
      let name = answer.planted.first { $0.kind == "union" && index % 2 == 0 }.map { Self.plain($0.value) } ?? "svar"
      files["\(name)-\(index).txt"] = answer.text
    }
    files["svar_160641-5007_anna@example.dk.txt"] = "Navn: Aage Krogsen, FOA. Aage har demens, siger Aage Krogsen."
    files["brev.html"] =
      "<html><head><title>Om 170642-5018</title></head><body><p>Ring 28<b>39</b>40<i>51</i> om Aage\nKrogsen.</p></body></html>"
    // A column that nothing is known of makes the file unread, and the message tells its header.
    files["ulaest.csv"] = "Navn;Ring på 39 48 57 66\nBo;x\n"
    files["dato.csv"] = "Navn;Svar;Dato\nIb;Vi bakker op om samarbejdet.;ring på 49 58 67 75\n"
    let folder = try Folder.hearing(
      files, title: "Svar fra 160641-5007",
      parts: "<authority>Kommunen ved ansvarlig@example.dk</authority><title>En prøve</title>",
      rest: """
        <procedure><step>Udvalget ved udvalg@example.dk</step></procedure>
        <decisions><decision body="Rådet ved raad@example.dk">Ring på 69 78 87 96.</decision></decisions>
        """)
    try folder.write(Self.sheet(above: "Udtrukket af udtraek@example.dk, tlf. 29 38 47 56"), "responses/udtraek.xlsx")
    try folder.write(
      """
      <decisions xmlns="urn:pejl:decisions:1" hearing="prove">
        <answer response="brev" respondent="raad" by="Kesia Krogsen tlf. 59 68 77 86" at="2026-11-21"/>
      </decisions>
      """, "decisions.xml")
    #expect(try await folder.publish().code == 2)
    try folder.decide()
    let run = try await folder.publish()
    #expect(run.code == 1 && run.errors.contains("files written"), "\(run.errors)")
    let values = Set(
      answers.flatMap(\.planted).flatMap { [Self.squeezed($0.value), Self.squeezed(Self.plain($0.value))] }
    )
    .union(["1606415007", "1706425018", "aagekrogsen", "annaexampledk"])
    .union([
      "ansvarligexampledk", "udtraekexampledk", "29384756", "39485766", "49586775", "kesia", "59687786",
      "udvalgexampledk", "raadexampledk", "69788796",
    ])
    var leaks: [String] = []
    let published = try folder.contents("published")
    #expect(published.count > answers.count)
    let looked = try published.merging(Self.unpacked(published)) { first, _ in first }
    #expect(looked["note.docx/word/document.xml"] != nil && looked["quotes.xlsx/xl/sharedStrings.xml"] != nil)
    for (name, data) in looked {
      let text = Self.squeezed(name + " " + String(decoding: data, as: UTF8.self))
      leaks += values.filter { text.contains($0) }.map { "\(name): \($0)" }
    }
    #expect(leaks.isEmpty, "\(leaks.prefix(10))")
    print(
      "published", answers.count, "answers with", values.count, "values planted;", looked.count, "files, leaks:",
      leaks.count)
    let analysis = try #require(published["analysis.xml"])
    let schema = try await Program.run(["schema", "analysis"]).output
    #expect(try XMLSchema(Array(schema.utf8)).validate(Array(analysis)).isEmpty)
  }

  @Test("a value that no mask reaches stops the publication, and the error names the file")
  func leak() async throws {
    let folder = try Folder.hearing(["svar.txt": "Tillidsrepræsentant Aage Krogsen, FOA, bakker op."])
    let path = folder.path + "/hearing.xml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try folder.write(text.replacing("id=\"raad\"", with: "id=\"aage-krogsen\""), "hearing.xml")
    #expect(try await folder.publish().code == 2)
    try folder.decide()
    let run = try await folder.publish()
    #expect(run.code == 2)
    #expect(run.errors.contains("analysis.xml: error: \"Aa"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/published"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/publish-log.xml"))
  }

  /// A spreadsheet with one answer, and a row above its table.
  private static func sheet(above: String) throws -> Data {
    let cell = { (text: String) in "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
    let table: [[String]] = [[above], ["Navn", "Svar"], ["Ib", "Vi savner timer."]]
    let rows = table.map { "<row>\($0.map(cell).joined())</row>" }
    let parts: [(String, String)] = [
      ("[Content_Types].xml", "<Types/>"),
      ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Ark\" r:id=\"a\"/></sheets></workbook>"),
      ("xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></R>"),
      ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>"),
    ]
    return try Data(ZipWriter().write(parts.map { ZipWriter.Entry($0.0, Array($0.1.utf8)) }))
  }

  /// A name as names of files spell it.
  private static func plain(_ name: String) -> String {
    let letters: [Character: String] = ["æ": "ae", "ø": "oe", "å": "aa", " ": "-"]
    return name.lowercased().map { letters[$0] ?? String($0) }.joined()
  }

  /// What the zips among `files` hold, by the name of the zip and the name in it.
  private static func unpacked(_ files: [String: Data]) throws -> [String: Data] {
    var parts: [String: Data] = [:]
    for (name, data) in files where data.starts(with: [0x50, 0x4B]) {
      let archive = try ZipArchive(Array(data), limits: ReadingLimits())
      for part in archive.names { parts["\(name)/\(part)"] = try archive.read(part).map { Data($0) } }
    }
    return parts
  }

  /// Letters and digits in small letters; runs of hexadecimal digits, which are hashes, and tags left out.
  private static func squeezed(_ text: String) -> String {
    text.replacing(/[0-9a-f]{10}[0-9a-f]*[a-f][0-9a-f]*/, with: "|").replacing(/<[^>]*>/, with: "|").lowercased()
      .filter { $0.isLetter || $0.isNumber || $0 == "|" }
  }

  @Test("a packet has the same bytes each time, names what differs, and holds no path of the machine")
  func packet() async throws {
    let folder = try Folder.hearing(["svar.txt": Self.secret])
    let zip = folder.path + "/packet.zip"
    #expect(try await Program.run(["package", folder.path, "--output", zip]).code == 0)
    #expect(try await Program.run(["package", folder.path, "--output", folder.path + "/again.zip"], in: "/").code == 0)
    let bytes = try #require(FileManager.default.contents(atPath: zip))
    #expect(FileManager.default.contents(atPath: folder.path + "/again.zip") == bytes)
    #expect(bytes.range(of: Data(folder.path.utf8)) == nil)
    let same = try await Program.run(["verify", zip, "--hearing", folder.path])
    #expect(same.code == 0 && same.output.contains("same bytes"), "\(same.output)\(same.errors)")
    var broken = bytes
    broken[bytes.count / 2] ^= 0x55
    #expect(try await Program.run(["verify", folder.write(broken, "broken.zip")]).code != 0)
    try folder.write(Self.secret + " Mere.", "responses/svar.txt")
    let changed = try await Program.run(["verify", zip, "--hearing", folder.path])
    #expect(changed.code == 1)
    #expect(changed.output.contains("responses/svar.txt: error: this file is different today"), "\(changed.output)")
    #expect(try await Program.run(["verify", Program.hearing + "/hearing.xml"]).code == 2)
  }
}
