import PejlText
import Testing

@testable import PejlIngest

@Suite struct WordReaderTests {
  private func p(_ text: String, _ properties: String = "", run: String = "") -> String {
    TestWord.p(text, properties, run: run)
  }
  private func r(_ content: String) -> String { TestWord.r(content) }

  @Test("headings are found by style name, outline level and inheritance, in Danish and English")
  func headings() async throws {
    let style = { (id: String, name: String, more: String) in
      #"<w:style w:type="paragraph" w:styleId="\#(id)"><w:name w:val="\#(name)"/>\#(more)</w:style>"#
    }
    let document = try await read(
      TestWord(
        p("Et", #"<w:pStyle w:val="Overskrift1"/>"#) + p("To", #"<w:pStyle w:val="Egen"/>"#)
          + p("Tre", #"<w:outlineLvl w:val="2"/>"#) + p("Fire", #"<w:pStyle w:val="Overskrift4"/>"#)
          + p("Indhold", #"<w:pStyle w:val="TOC1"/>"#) + p("Fed linje", run: "<w:b/>") + p("Brød.")
          + p("Fedt navn", run: "<w:b/>")
      ).adding(
        "styles", "styles", "styles",
        style("Overskrift1", "heading 1", "") + style("TOC1", "toc 1", "")
          + style("Egen", "Egen", #"<w:basedOn w:val="Mellem"/>"#)
          + style("Mellem", "Mellem", #"<w:pPr><w:outlineLvl w:val="1"/></w:pPr>"#)
      ).bytes, "svar.docx")
    #expect(
      outline(document) == """
        heading 1: Et
        heading 2: To
        heading 3: Tre
        heading 4: Fire
        furniture: Indhold
        heading 5: Fed linje
        paragraph: Brød.
        paragraph: Fedt navn
        """)
    #expect(document.metadata.title == "Titlen")
    #expect(document.metadata.senderName == "Anna Ås")
    #expect(document.metadata.date == "2024-03-01")
  }

  @Test("list items have their depth, and table cells come row by row")
  func listsAndTables() async throws {
    let item = { (id: Int, depth: Int) in
      #"<w:numPr><w:ilvl w:val="\#(depth)"/><w:numId w:val="\#(id)"/></w:numPr>"#
    }
    let cell = { (text: String) in "<w:tc>\(TestWord.p(text))</w:tc>" }
    let document = try await read(
      TestWord(
        p("A", item(1, 0)) + p("B", item(1, 1)) + p("C", item(0, 0))
          + p("D", item(2, 0))
          + "<w:tbl><w:tr>\(cell("1a"))\(cell("1b"))</w:tr><w:tr>\(cell("2a"))\(cell(""))</w:tr></w:tbl>"
          + "<w:tbl><w:tr>\(cell("Ramme"))</w:tr></w:tbl>"
      ).adding(
        "numbering", "numbering", "numbering",
        #"<w:abstractNum w:abstractNumId="0"><w:lvl><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>"#
          + #"<w:abstractNum w:abstractNumId="1"><w:lvl><w:numFmt w:val="none"/></w:lvl></w:abstractNum>"#
          + #"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"#
      ).bytes, "svar.docx")
    #expect(
      outline(document) == """
        list-item 1: A
        list-item 2: B
        paragraph: C
        paragraph: D
        table-cell: 1a
        table-cell: 1b
        table-cell: 2a
        paragraph: Ramme
        """)
  }

  @Test("text is what the finished document shows: insertions yes, deletions no, results of fields yes, codes no")
  func changes() async throws {
    let document = try await read(
      TestWord(
        "<w:p>" + r("<w:t>Vi </w:t>") + "<w:del>\(r("<w:delText>ikke </w:delText>"))</w:del>"
          + "<w:ins>\(r("<w:t>altid </w:t>"))</w:ins>" + "<w:moveFrom>\(r("<w:t>væk</w:t>"))</w:moveFrom>"
          + "<w:moveTo>\(r("<w:t>her</w:t>"))</w:moveTo>" + r(#"<w:fldChar w:fldCharType="begin"/>"#)
          + r("<w:instrText>PAGE</w:instrText>") + r(#"<w:fldChar w:fldCharType="separate"/>"#) + r("<w:t> 7</w:t>")
          + r(#"<w:fldChar w:fldCharType="end"/>"#) + r("<w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t><w:noBreakHyphen/>")
          + r(#"<w:sym w:font="Wingdings" w:char="F0E0"/>"#)
          + "<w:hyperlink>\(r("<w:t> link</w:t>"))</w:hyperlink><w:smartTag>\(r("<w:t> tag</w:t>"))</w:smartTag>"
          + "<w:sdt><w:sdtContent>\(r("<w:t> felt</w:t>"))</w:sdtContent></w:sdt>"
          + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(r("<w:t>Skriv her</w:t>"))</w:sdtContent></w:sdt>"
          + r("<w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t>") + "</w:p>"
          + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(r("<w:t>Samlet </w:t>"))</w:p>" + p("afsnit.")
      ).adding("comments", "comments", "comments", "<w:comment><w:p/></w:comment>").bytes, "svar.docx")
    #expect(outline(document) == "paragraph: Vi altid her 7 x⏎y-→ link tag felt\nparagraph: Samlet afsnit.")
    #expect(codes(document) == ["ingest.hidden-text", "ingest.placeholders", "ingest.comments"])
  }

  @Test("notes and text boxes follow the paragraph that they hang on, once; heads and feet stand around the text")
  func notesAndBoxes() async throws {
    let box = "<w:txbxContent>\(p("Boks"))</w:txbxContent>"
    let document = try await read(
      TestWord(
        "<w:p>" + r("<w:t>Tekst</w:t>") + r(#"<w:footnoteReference w:id="2"/>"#)
          + r(
            "<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>\(box)</wps:txbx></w:drawing></mc:Choice>"
              + "<mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>")
          + "</w:p>"
          + p("Slut.")
          + #"<w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/><w:footerReference r:id="f"/></w:sectPr>"#
      ).adding("h", "header", "hdr", p("Hoved")).adding("f", "footer", "ftr", p("Fod"))
        .adding(
          "footnotes", "footnotes", "footnotes",
          #"<w:footnote w:id="0" w:type="separator">\#(p("streg"))</w:footnote>"#
            + #"<w:footnote w:id="2">\#(p("Note"))<w:p>\#(r(#"<w:footnoteReference w:id="2"/>"#))</w:p></w:footnote>"#
        ).bytes, "svar.docx")
    #expect(
      outline(document) == """
        furniture: Hoved
        paragraph: Tekst
        footnote: Note
        paragraph: Boks
        paragraph: Slut.
        furniture: Fod
        """)
    #expect(document.sourceMap.parts == ["word/h.xml", "word/document.xml", "word/footnotes.xml", "word/f.xml"])
  }

  @Test("pages are counted by Word's own marks where there are any")
  func pages() async throws {
    let document = try await read(
      TestWord(
        p("Et") + "<w:p>" + r(#"<w:br w:type="page"/>"#) + r("<w:lastRenderedPageBreak/><w:t>To</w:t>") + "</w:p>"
      ).bytes, "svar.docx")
    #expect(outline(document) == "paragraph p1: Et\nparagraph p2: To")
  }
}
