import PejlHearing
import PejlText
import Testing

@testable import PejlIngest

@Suite struct AnswerTableTests {
  private func read(_ text: String, _ name: String = "svar.csv", columns: [AnswerColumn] = []) async -> (
    documents: [ReadDocument], refusals: [Diagnostic]
  ) {
    let result = await FileReader(columns: columns).read(bytes: Array(text.utf8), name: name)
    for document in result.documents { checkContract(document.document) }
    return result
  }

  @Test("one row is one answer, with sender, date and a key of its own", arguments: [";", ",", "\t", "|"])
  func rows(delimiter: String) async {
    let text = """
      Id;Navn;E-mail;Dato;Høringssvar;Bilag
      7a;Anna Ås;anna@example.dk;05-03-2024;"Vi siger ""ja"".

      Og tak.";
      7b;Bo;;2024-3-6;Nej tak.;brev.pdf

      """.replacing(";", with: delimiter)
    let (documents, refusals) = await read(text)
    #expect(refusals.isEmpty)
    #expect(documents.map(\.name) == ["svar.csv/2", "svar.csv/5"] && documents.map(\.key) == [["7a"], ["7b"]])
    #expect(
      outline(documents[0].document)
        == "furniture: Navn: Anna Ås\nfurniture: Id: 7a\nparagraph: Vi siger \"ja\".\nparagraph: Og tak."
        || outline(documents[0].document) == "furniture: Navn: Anna Ås\nparagraph: Vi siger \"ja\".\nparagraph: Og tak."
    )
    let metadata = documents.map(\.document.metadata)
    #expect(metadata.map(\.senderName) == ["Anna Ås", "Bo"] && metadata.map(\.date) == ["2024-03-05", "2024-03-06"])
    #expect(metadata[0].senderAddress == "anna@example.dk")
    #expect(codes(documents[1].document) == ["ingest.named-attachment"])
  }

  @Test("questions stand as headings above their answers, and hearing.xml goes before the words of headers")
  func questions() async {
    let text = "Navn,Hvad mener du om målet?,Alder\nBo,Godt.,42\n"
    #expect(
      outline(await read(text).documents[0].document)
        == "furniture: Navn: Bo\nfurniture: Alder: 42\nheading 2: Hvad mener du om målet?\nparagraph: Godt.")
    let columns = [AnswerColumn(header: " ALDER", role: .text), AnswerColumn(header: "Navn", role: .ignored)]
    #expect(
      outline(await read(text, columns: columns).documents[0].document)
        == "paragraph: 42\nheading 2: Hvad mener du om målet?\nparagraph: Godt.")
  }

  @Test("a bad row is named and the others are read; nothing is lost without a word")
  func badRows() async {
    let (documents, refusals) = await read(
      "Navn;Svar\nA;Et\nB;To;Tre\n;;\nC;\nD;\"Fire\"fem\nE;\"Seks\nF;Syv\n")
    #expect(documents.map(\.name) == ["svar.csv/2"])
    #expect(
      refusals.map { "\($0.code) \($0.path ?? "")" } == [
        "ingest.empty svar.csv/5", "ingest.broken-row svar.csv/3", "ingest.broken-row svar.csv/6",
        "ingest.broken-row svar.csv/7",
      ])
  }

  @Test("a table without a column for the answers is refused with its headers and the remedy")
  func noText() async {
    let refusals = await read("Farve;Antal\nrød;2\n").refusals
    #expect(refusals.map(\.code) == ["ingest.no-text-column"])
    #expect(refusals[0].message.contains("\"Farve\", \"Antal\"") && refusals[0].message.contains("hearing.xml"))
    #expect(await read("kun tekst\nuden spalter\n").refusals.map(\.code) == ["ingest.no-table"])
    #expect(await read("Navn;Svar\n").refusals.map(\.code) == ["ingest.empty"])
  }

  @Test("CSV is read in the encodings that spreadsheets write, with their first line sep=")
  func encodings() async {
    let latin = "sep=;\r\nNavn;Svar\r\nBo;Blåbær\r\n".unicodeScalars.map { UInt8($0.value) }
    let (documents, _) = await FileReader().read(bytes: latin, name: "a.csv")
    #expect(documents.first?.document.text.string.hasSuffix("Blåbær") == true)
  }

  static func sheet(_ rows: String, strings: String = "", state: String = "") -> [UInt8] {
    TestZip.write([
      ("[Content_Types].xml", "<Types/>"),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Ark 1\" r:id=\"a\" \(state)/></sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></R>"),
      ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
      ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
    ])
  }

  @Test("a spreadsheet is read below its header, whatever stands above it")
  func spreadsheet() async throws {
    let bytes = Self.sheet(
      """
      <row r="1"><c r="A1" t="inlineStr"><is><t>Udtræk</t></is></c></row>
      <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c></row>
      <row r="4"><c r="A4" t="inlineStr"><is><t>Bo</t></is></c><c r="B4"><v>45356.5</v></c><c r="D4" t="s"><v>3</v></c></row>
      <row r="5"><c r="D5" t="s"><v>99</v></c><c r="A5" t="str"><v>Ib</v></c></row>
      <row r="6"><c r="ZZ6"><v>1</v></c></row>
      """,
      strings:
        "<si><t>Navn</t></si><si><t>Dato</t></si><si><t>Svar</t></si><si><r><t>Et </t></r><r><t>svar._x000D_\n\nTo</t></r></si>"
    )
    let (documents, refusals) = await FileReader().read(bytes: bytes, name: "udtraek.xlsx")
    #expect(documents.map(\.name) == ["udtraek.xlsx/4"])
    let document = try #require(documents.first?.document)
    #expect(outline(document) == "furniture: Navn: Bo\nparagraph: Et svar.\nparagraph: To")
    #expect(document.metadata.date == "2024-03-05" && codes(document) == ["ingest.beside-answers"])
    #expect(document.sourceMap.place(of: document.text.count - 1)?.part == "D4")
    #expect(
      refusals.map { "\($0.code) \($0.path ?? "")" } == [
        "ingest.empty udtraek.xlsx/5", "ingest.broken-row udtraek.xlsx/6",
      ])
  }

  @Test("a hidden, an empty and a damaged sheet are refused by name")
  func badSheets() async {
    let row =
      "<row><c t=\"inlineStr\"><is><t>Navn</t></is></c><c t=\"inlineStr\"><is><t>Svar</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c></row>"
    #expect(await refusal(Self.sheet(row, state: "state=\"hidden\""), "a.xlsx") == "ingest.hidden-sheet")
    #expect(await refusal(Self.sheet(""), "a.xlsx") == "ingest.empty")
    #expect(await refusal(Self.sheet("<row><c>"), "a.xlsx") == "ingest.damaged")
  }

  @Test("the XML of a portal is read by its elements")
  func portal() async {
    let text = """
      <?xml version="1.0"?><eksport><sag>1</sag><svarliste>
      <besvarelse id="x1"><afsender>Bo</afsender><svar><p>Et.</p><ul><li>to</li></ul></svar></besvarelse>
      <besvarelse id="x2"><afsender>Ib</afsender><svar>Tre &amp; fire.</svar></besvarelse></svarliste></eksport>
      """
    let (documents, refusals) = await read(text, "portal.xml")
    #expect(refusals.isEmpty)
    #expect(documents.map(\.key) == [["x1"], ["x2"]])
    #expect(documents.map { $0.document.metadata.senderName } == ["Bo", "Ib"])
    #expect(outline(documents[0].document) == "furniture: afsender: Bo\nparagraph: Et.\nlist-item 1: - to")
    #expect(outline(documents[1].document) == "furniture: afsender: Ib\nparagraph: Tre & fire.")
    #expect(documents.map { codes($0.document) } == [["ingest.beside-answers"], ["ingest.beside-answers"]])
    #expect(documents[0].document.notes[0].message == "beside the answers stands: sag: 1")
  }

  @Test("text between the elements of a portal's XML is kept, and long text beside the answers is listed")
  func looseText() async {
    let long = String(repeating: "Vi mener noget. ", count: 30)
    let text = """
      <?xml version="1.0"?><eksport>\(long)<liste>
      <svar navn="Bo">Vi bakker <b>meget</b> op.</svar>
      <svar navn="Ib">Nej.<afsnit>Mere</afsnit>Og tak.</svar></liste></eksport>
      """
    let (documents, refusals) = await read(text, "portal.xml")
    #expect(
      documents.map { outline($0.document) } == [
        "furniture: navn: Bo\nparagraph: Vi bakker meget op.",
        "furniture: navn: Ib\nfurniture: afsnit: Mere\nparagraph: Nej.\nparagraph: Og tak.",
      ])
    #expect(refusals.map(\.code) == ["ingest.aside-unread"])
    #expect(
      refusals[0].path == "portal.xml" && refusals[0].message.contains("characters that belong to no answer"),
      "\(refusals)")
  }

  @Test("cells that say nothing of address, date or key stand above the answer")
  func untoldCells() async {
    let text = """
      Id;Navn;E-mail;Mail;Dato;Modtaget;Svar
      1;Bo;ring 5;bo@example.dk;05-03-2024;06-03-2024;Ja.
      1;Ib;ingen;;05-03-2024;;Nej.

      """
    let documents = await read(text).documents.map(\.document)
    #expect(documents.map(\.metadata.senderAddress) == ["bo@example.dk", nil])
    #expect(
      documents.map { outline($0) } == [
        "furniture: Navn: Bo\nfurniture: Id: 1\nfurniture: E-mail: ring 5\nfurniture: Modtaget: 06-03-2024\nparagraph: Ja.",
        "furniture: Navn: Ib\nfurniture: Id: 1\nfurniture: E-mail: ingen\nparagraph: Nej.",
      ])
  }

  @Test("much text above the table of a sheet is listed with the place and the remedy")
  func longAbove() async {
    let row = { (texts: [String]) in
      "<row>\(texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined())</row>"
    }
    let above = String(repeating: "Vi mener noget. ", count: 30)
    let bytes = Self.sheet(row([above]) + row(["Navn", "Svar"]) + row(["Bo", "Ja."]))
    let (documents, refusals) = await FileReader().read(bytes: bytes, name: "a.xlsx")
    #expect(documents.count == 1 && documents[0].document.notes.isEmpty)
    #expect(refusals.map(\.code) == ["ingest.aside-unread"] && refusals[0].path == "a.xlsx", "\(refusals)")
  }
}
