import PejlCodebook
import PejlText
import Testing

@Suite struct CodebookReaderTests {
  /// A codebook of one code with `content` behind its facet and `parts` beside it.
  private func read(_ content: String, head: String = "", parts: [String: String] = [:]) throws -> Codebook {
    let main = """
      <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da">
      <title>T</title>\(head)
      <facet id="strategy" name="S"><code id="P1" name="Et" number="1"><definition>d</definition>
      <code id="1.1" name="Et et" number="1.1"><definition>d</definition></code></code></facet>
      \(content)
      </codebook>
      """
    let files = parts.merging(["main.xml": main]) { first, _ in first }
    return try CodebookReader { name in
      guard let text = files[name] else { throw InvalidInput(code: "file", "missing", path: name) }
      return Array(text.utf8)
    }.read("main.xml")
  }

  private func failure(_ content: String, head: String = "", parts: [String: String] = [:]) -> Diagnostic? {
    do {
      _ = try read(content, head: head, parts: parts)
      return nil
    } catch {
      return (error as? InvalidInput)?.diagnostics.first { $0.severity == .error }
    }
  }

  private let examples = "<hit><mark>en</mark></hit><miss>to</miss>"
  private func rule(_ condition: String, id: String = "r") -> String {
    "<rules code=\"1.1\"><rule id=\"\(id)\">\(condition)\(examples)</rule></rules>"
  }

  @Test("codes are flat, an objective behind its guidepost")
  func codes() throws {
    #expect(try read("").codes(.strategy).map(\.id) == ["P1", "1.1"])
    #expect(try read("").code("1.1", in: .strategy)?.parent == "P1")
  }

  @Test("lists are spelled out where they are used, each term once")
  func lists() throws {
    let book = try read("<list id=\"a\">et, to</list><list id=\"b\">@a, tre, et</list>" + rule("<any>@b, to</any>"))
    guard case .any(let terms)? = book.rules.first?.condition else { throw InvalidInput(code: "", "no condition") }
    #expect(terms.map(\.source) == ["et", "to", "tre"])
  }

  @Test("the marks of a hit are spans of the sentence, white space folded")
  func marks() throws {
    let book = try read(
      "<rules code=\"1.1\"><rule id=\"r\"><any>x</any><hit>Få\n   <mark>å  rum</mark> nu</hit><miss>to</miss></rule></rules>"
    )
    let example = try #require(book.rules.first?.examples.first)
    #expect(example.text == "Få å rum nu")
    #expect(example.marks.map { UTF8Text(example.text)[$0] } == ["å rum"])
  }

  @Test("a rule without a hit with a mark, or without a miss, does not load")
  func examplesAreDemanded() {
    for lacking in ["", "<hit><mark>en</mark></hit>", "<miss>to</miss>", "<hit>en</hit><miss>to</miss>"] {
      let found = failure("<rules code=\"1.1\"><rule id=\"r\"><any>en</any>\(lacking)</rule></rules>")
      #expect(found?.code == "xml.not-valid", "with \(lacking)")
      #expect(found?.line != nil)
    }
  }

  @Test("what does not fit together is named with file and line")
  func broken() {
    #expect(failure(rule("<any>@none</any>"))?.code == "codebook.term")
    #expect(failure(rule("<any>en</any>") + rule("<any>to</any>"))?.code == "codebook.rule-twice")
    #expect(failure(rule("<fires rule=\"x\"/>"))?.code == "codebook.unknown-rule")
    #expect(failure(rule("<fires rule=\"r\"/>"))?.code == "codebook.circle")
    #expect(failure("<list id=\"a\">@b</list><list id=\"b\">@a</list>")?.code == "codebook.term")
    #expect(failure("<list id=\"a\">x</list><list id=\"a\">y</list>")?.code == "codebook.list-twice")
    #expect(failure("<rules code=\"9.9\"/>")?.code == "codebook.unknown-code")
    #expect(failure("", head: "<part href=\"../x.xml\"/>")?.code == "codebook.part")
    #expect(failure("", head: "<part href=\"x.xml\"/>")?.path == "x.xml")
    let inPart = failure(
      "", head: "<part href=\"p.xml\"/>",
      parts: ["p.xml": "<part xmlns=\"urn:pejl:codebook:1\">\n<list id=\"a\">=*</list></part>"])
    #expect(inPart?.path == "p.xml")
    #expect(inPart?.line == 2)
  }

  @Test("what stands around words needs words beside it, a stance that is there, and no circle")
  func contexts() {
    #expect(failure(rule("<heading>x</heading>"))?.code == "codebook.no-words")
    #expect(failure(rule("<heading>x</heading><before>y</before>"))?.code == "codebook.no-words")
    #expect(failure(rule("<any>en</any><heading>x</heading><before>y</before>")) == nil)
    #expect(failure(rule("<any>en</any><stance code=\"s\"/>"))?.code == "codebook.unknown-code")
    #expect(
      failure(rule("<near words=\"2\"><any>en</any><heading>x</heading></near>"))?.code == "codebook.context")
    #expect(failure(rule("<either><any>en</any><heading>x</heading></either>"))?.code == "codebook.context")
    #expect(
      failure(rule("<any>en</any><unless within=\"overlap\"><heading>x</heading></unless>"))?.code == "codebook.context"
    )
    #expect(failure(rule("<any>en</any><before/>"))?.code == "codebook.term")
    let stance = "<facet id=\"stance\" name=\"H\"><code id=\"s\" name=\"s\"><definition>d</definition></code></facet>"
    let own =
      "<rules code=\"s\"><rule id=\"q\"><any>en</any><unless><stance code=\"s\"/></unless>\(examples)</rule></rules>"
    #expect(failure(stance + own)?.code == "codebook.circle")
    #expect(failure(stance + rule("<any>en</any><stance code=\"s\"/>")) == nil)
  }

  @Test("the heading above an example and the passage before it are read")
  func surroundings() throws {
    let book = try read(
      "<rules code=\"1.1\"><rule id=\"r\"><any>en</any><hit above=\"Om  os\"><mark>en</mark></hit><miss before=\"To:\">tre</miss></rule></rules>"
    )
    #expect(book.rules.first?.examples.map(\.above) == ["Om os", nil])
    #expect(book.rules.first?.examples.map(\.before) == [nil, "To:"])
  }

  @Test("conditions that could be met in thousands of ways are refused with file and line")
  func explosions() {
    func many(_ count: Int) -> String { String(repeating: "<any>en</any>", count: count) }
    for (condition, code) in [
      ("<near words=\"9\">\(many(7))</near>", "codebook.too-many-conditions"),
      ("<all within=\"passage\">\(many(7))</all>", "codebook.too-many-conditions"),
      (many(7), "codebook.too-many-conditions"),
      ("<any>en …20 to …20 tre …20 fire</any>", "codebook.term"),
      (
        String(repeating: "<all>", count: 9) + "<any>en</any>" + String(repeating: "</all>", count: 9),
        "codebook.too-deep"
      ),
    ] {
      let found = failure("\n" + rule(condition))
      #expect(found?.code == code, "\(condition)")
      #expect(found?.path == "main.xml" && (found?.line ?? 0) > 1)
    }
    #expect(failure(rule("<near words=\"9\">\(many(6))</near>")) == nil)
    #expect(failure(rule("<any>en …20 to …20 tre</any>")) == nil)
    #expect(failure(rule("<either>\(many(40))</either>")) == nil)
  }

  @Test("an unused list is a warning and does not keep the codebook from being used")
  func unused() throws {
    let book = try read("<list id=\"a\">x</list>" + rule("<any>en</any>"))
    #expect(book.findings.map(\.code) == ["codebook.unused-list"])
  }
}
