import Foundation
import PejlCodebook
import PejlDanish
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText
import Testing

@testable import PejlPipeline

@Suite final class CompiledCodebooksTests {
  private let folder = NSTemporaryDirectory() + "pejl-codebooks-" + UUID().uuidString
  private let lexicon: Lexicon
  private let cache: CompiledCodebooks
  private var book: String { folder + "/codebook.xml" }
  private var kept: String { folder + "/cache" }

  /// The top of the project.
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static let xml = """
    <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da"><title>T</title><part href="rules.xml"/>
    <context inside="1.5" outside="0.5" fallback="0.4"/>
    <references><guidepost>pejlemærke</guidepost><objective>målsætning</objective><page>=side</page>
    <ordinals>=første, =andet</ordinals><joiners>=og</joiners><foreign>=kl</foreign></references>
    <facet id="strategy" name="S" threshold="1" limit="3" share="0.5">
    <code id="P1" name="Et" number="1"><alias case="yes">Borgeren først</alias><motto>m</motto><definition>d</definition>
    <code id="1.1" name="a" number="1.1"><wording>Vi taler med borgeren og aldrig om ham</wording><definition>d</definition>
    <keyword>samtale</keyword></code></code></facet>
    <facet id="stance" name="H" limit="2"><code id="s" name="s"><definition>d</definition></code></facet>
    <facet id="frame" name="R"><code id="signature" name="u" tail="6"><definition>d</definition></code></facet></codebook>
    """

  private static func part(_ rules: String) -> String { "<part xmlns=\"urn:pejl:codebook:1\">\(rules)</part>" }

  private static func rule(_ id: String, _ code: String, _ condition: String, kind: String = "") -> String {
    "<rules code=\"\(code)\"><rule id=\"\(id)\" weight=\"0.9\"\(kind)>\(condition)<hit><mark>x</mark></hit><miss>y</miss></rule></rules>"
  }

  private static let rules =
    rule("word", "1.1", "<any>samarbejde, =MED, fri*, *råd, *hjem*, ~ansvar, =nej, tager … ansvar</any>")
    + rule(
      "all", "1.1",
      "<all><any>borger</any><stance code=\"s\"/></all><unless within=\"overlap\"><any>borgmester</any></unless>")
    + rule("near", "1.1", "<near words=\"3\" ordered=\"true\"><any>flere</any><any>hænder</any></near>")
    + rule(
      "or", "1.1", "<either><start><any>vi</any></start><question/></either><before><any>overskrift</any></before>")
    + rule("head", "1.1", "<any>time</any><heading>normering</heading>", kind: " kind=\"relatives-council\"")
    + rule("s", "s", "<any>savner, mangler</any>") + learned

  private static let learned = """
    <calibration facet="strategy" cutoff="0.4"><constant code="P1" value="-1"/><constant code="1.1" value="-0.5"/>
    <coefficient figure="score" value="1.5"/></calibration>
    <learned code="1.1"><word weight="0.7">flere</word><word weight="-0.3">time og</word>
    <correction rule="word" weight="0.1"/></learned>
    """

  init() throws {
    lexicon = try Lexicon()
    cache = CompiledCodebooks(folder: folder + "/cache", program: 1, leastBytes: 0)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write(Self.rules)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ rules: String) throws {
    try Data(Self.xml.utf8).write(to: URL(fileURLWithPath: book))
    try Data(Self.part(rules).utf8).write(to: URL(fileURLWithPath: folder + "/rules.xml"))
  }

  /// What a codebook makes of a text, with all evidence.
  private func tagged(_ compiled: CompiledCodebook) throws -> [TaggedPassage] {
    var builder = DocumentBuilder(format: "test")
    for line in [
      "Normering", "Vi savner flere timer og flere varme hænder til borgeren.",
      "Samarbejdet med ældre råd og plejehjemmet?",
      "Medansvar i MED og frihed. Vi taler med borgeren og aldrig om ham, pkt. 1.1 på side 3. Smarbejde mangler.",
    ] { builder.append(line, kind: line == "Normering" ? .heading : .paragraph, level: line == "Normering" ? 1 : 0) }
    let document = builder.build()
    return Tagger(compiled, hearing: Hearing(id: ""), lexicon: try Lexicon(), keepsObservations: true)
      .tag(Segmenter().segment(document, response: "r"), of: document.text, from: .other)
  }

  /// The files that are kept.
  private var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: kept)) ?? []).sorted().map { "\(kept)/\($0)" }
  }

  @Test("a codebook from the cache makes of a text what the codebook itself makes, and is the same to read")
  func same() throws {
    let fresh = try CodebookLoader.found(book, lexicon: lexicon, cache: cache)
    #expect(files.count == 1)
    let found = try #require(cache.find(fresh.sources, lexicon: lexicon))
    let expected = try tagged(fresh)
    #expect(expected.contains { !$0.tags.isEmpty })
    #expect(try tagged(found) == expected)
    #expect(found.codebook == fresh.codebook)
    #expect(cache.summary(fresh.sources, lexicon: lexicon) == fresh.codebook.summary)
  }

  @Test("the sample's codebook from the cache makes of a text what it makes when it is compiled")
  func sample() throws {
    let book = Self.root + "/Corpus/socialstrategi-2024/codebook.xml"
    let fresh = try CodebookLoader.found(book, lexicon: lexicon, cache: cache)
    let found = try #require(cache.find(fresh.sources, lexicon: lexicon))
    let expected = try tagged(fresh)
    #expect(expected.contains { !$0.tags.isEmpty })
    #expect(try tagged(found) == expected)
  }

  @Test("a file that is cut off, empty, foreign or has any byte changed is passed over and replaced")
  func damaged() throws {
    let fresh = try CodebookLoader.found(book, lexicon: lexicon, cache: cache)
    let file = URL(fileURLWithPath: try #require(files.first))
    let whole = try Data(contentsOf: file)
    var broken = [Data(), whole.dropLast(), whole.prefix(39), Data("another program's".utf8), whole + Data([0])]
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 60)) {
      var changed = whole
      changed[place] ^= 0x20
      broken.append(changed)
    }
    for (number, bytes) in broken.enumerated() {
      try bytes.write(to: file)
      #expect(cache.find(fresh.sources, lexicon: lexicon) == nil, "\(number)")
      #expect(cache.summary(fresh.sources, lexicon: lexicon) == nil, "\(number)")
    }
    _ = try CodebookLoader.found(book, lexicon: lexicon, cache: cache)
    #expect(try Data(contentsOf: file) == whole)
  }

  @Test("a changed part is compiled anew")
  func changed() throws {
    let before = try tagged(CodebookLoader.found(book, lexicon: lexicon, cache: cache))
    try write(Self.rules.replacingOccurrences(of: "samarbejde", with: "kaffe"))
    let found = try CodebookLoader.found(book, lexicon: lexicon, cache: cache)
    #expect(try tagged(found) != before)
    #expect(files.count == 2)
  }

  @Test("what another build of the program kept is not used")
  func program() throws {
    let fresh = try CodebookLoader.found(book, lexicon: lexicon, cache: cache)
    var other = cache
    other.program = 2
    #expect(other.find(fresh.sources, lexicon: lexicon) == nil)
    // Nor when it stands under the right name.
    let name = other.key(fresh.sources, lexicon)
    try FileManager.default.moveItem(atPath: try #require(files.first), toPath: "\(kept)/\(name)")
    #expect(other.find(fresh.sources, lexicon: lexicon) == nil)
  }

  @Test("without a folder that can be written nothing is kept and nothing else changes")
  func unwritable() throws {
    let expected = try tagged(CodebookLoader.found(book, lexicon: lexicon, cache: cache))
    for path in ["/proc/none", nil] {
      let none = CompiledCodebooks(folder: path, program: 1, leastBytes: 0)
      #expect(try tagged(CodebookLoader.found(book, lexicon: lexicon, cache: none)) == expected)
    }
  }

  @Test("a codebook that cannot be used is refused as before, and not kept")
  func refused() throws {
    try write("<rules code=\"9\"/>")
    #expect(throws: InvalidInput.self) { try CodebookLoader.found(self.book, lexicon: self.lexicon, cache: self.cache) }
    #expect(files.isEmpty)
  }

  @Test("the oldest are deleted when there are more than eight")
  func limited() throws {
    for number in 0..<10 {
      try write(
        Self.rules.replacingOccurrences(of: "kaffe", with: "te").replacingOccurrences(of: "flere", with: "ord\(number)")
      )
      _ = try CodebookLoader.found(book, lexicon: lexicon, cache: cache)
    }
    #expect(files.count == 8)
  }
}
