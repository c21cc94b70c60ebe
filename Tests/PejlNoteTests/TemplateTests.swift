import PejlNote
import PejlReport
import PejlText
import PejlXML
import PejlZip
import Testing

@testable import PejlIngest

@Suite struct TemplateTests {
  private let renderer: NoteRenderer

  init() throws {
    renderer = try NoteRenderer(NoteSample.random(seed: 3, answers: 6), method: NoteSample.method)
  }

  /// A municipality's document: its own styles, and a body.
  private func docx(_ body: String, extra: [(String, String)] = []) throws -> [UInt8] {
    let names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    return try ZipWriter().write(
      [
        ZipWriter.Entry("[Content_Types].xml", Array("<Types/>".utf8)),
        .init("word/document.xml", Array("<w:document \(names)><w:body>\(body)</w:body></w:document>".utf8)),
        .init(
          "word/styles.xml",
          Array(
            "<w:styles \(names)><w:style w:styleId=\"Kapitel\"><w:name w:val=\"heading 1\"/></w:style></w:styles>".utf8)
        ),
      ] + extra.map { ZipWriter.Entry($0.0, Array($0.1.utf8)) })
  }

  private func paragraph(_ runs: String...) -> String {
    "<w:p>" + runs.map { "<w:r><w:rPr><w:b/></w:rPr><w:t>\($0)</w:t></w:r>" }.joined() + "</w:p>"
  }

  private func error(_ work: () throws -> Void) -> String {
    do { try work() } catch { return "\(error)" }
    return ""
  }

  @Test("a placeholder that Word spread over runs is replaced, and the rest stays as it was")
  func runs() throws {
    let template = try WordTemplate(
      docx(paragraph("Sag {", "{sags", "nummer}} om &lt;x&gt; {{titel}}.") + paragraph("{{høringen}}") + "<w:sectPr/>"),
      path: "own.docx")
    let (bytes, missing) = try renderer.word(template: template)
    let document = try SeenTable.wordPart("word/document.xml", of: bytes)
    let texts = document.all("p").map { $0.all("t").map(\.text).joined() }
    #expect(texts[0] == "Sag 23/1 om <x> Fælles strategi.")
    #expect(texts[1] == "Høringen")
    #expect(document.all("p")[1].all("pStyle").first?["val"] == "Kapitel")
    #expect(missing.contains("overblik") && !missing.contains("høringen"))
    let styles = try SeenTable.wordPart("word/styles.xml", of: bytes).elements("style").map { $0["styleId"] }
    #expect(styles.first == "Kapitel" && styles.contains("PejlTabel") && !styles.contains("Overskrift1"))
  }

  @Test("an unknown placeholder is named, with the part that it stands in and the known ones")
  func unknown() throws {
    let template = try WordTemplate(docx(paragraph("{{ borgmester }}")), path: "own.docx")
    let message = error { _ = try renderer.word(template: template) }
    #expect(message.contains("{{borgmester}} in word/document.xml") && message.contains("{{titel}}"))
    #expect(message.contains("own.docx"))
  }

  @Test("a section that shares its paragraph with text is refused")
  func shared() throws {
    let template = try WordTemplate(docx(paragraph("Se {{overblik}}")), path: "own.docx")
    #expect(error { _ = try renderer.word(template: template) }.contains("{{overblik}}"))
  }

  @Test("a template that is no DOCX, or holds macros, objects or outside references, is refused with what and where")
  func refused() throws {
    let cases: [(String, [UInt8])] = [
      ("no Word document", Array("hej".utf8)), ("no Word document", try ZipWriter().write([.init("a.txt", [1])])),
      ("word/vbaProject.bin", try docx("", extra: [("word/vbaProject.bin", "x")])),
      ("word/embeddings/a.bin", try docx("", extra: [("word/embeddings/a.bin", "x")])),
      (
        "word/_rels/document.xml.rels",
        try docx(
          "",
          extra: [
            (
              "word/_rels/document.xml.rels",
              "<Relationships><Relationship Id=\"a\" Type=\"x/attachedTemplate\" Target=\"http://x\" TargetMode=\"External\"/></Relationships>"
            )
          ])
      ),
      ("word/header1.xml", try docx("", extra: [("word/header1.xml", "<!DOCTYPE a><a/>")])),
      ("own.docx", try docx("<w:p>")),
    ]
    for (what, bytes) in cases {
      let message = error { _ = try WordTemplate(bytes, path: "own.docx") }
      #expect(message.contains(what) && message.contains("own.docx"), "\(message)")
    }
  }

  @Test("the program's own template is a template in every language", arguments: ReportLanguage.allCases)
  func own(language: ReportLanguage) throws {
    for layout in NoteLayout.allCases {
      let template = try WordTemplate(WordTemplate.own(layout, language: language).bytes(), path: "own.docx")
      #expect(try renderer.word(template: template).missing.isEmpty)
    }
  }
}
