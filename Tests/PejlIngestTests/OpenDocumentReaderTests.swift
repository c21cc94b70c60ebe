import PejlText
import Testing

@testable import PejlIngest

@Suite struct OpenDocumentReaderTests {
  static let namespaces = """
    xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:draw="d" xmlns:dc="c" xmlns:meta="m"
    """

  /// A small ODT.
  static func bytes(_ body: String, styles: String = "", manifest: String = "", header: String = "") -> [UInt8] {
    TestZip.write([
      ("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", "<m>\(manifest)</m>"),
      (
        "content.xml",
        "<office:document-content \(namespaces)><office:automatic-styles>\(styles)</office:automatic-styles>"
          + "<office:body><office:text>\(body)</office:text></office:body></office:document-content>"
      ),
      (
        "styles.xml",
        "<office:document-styles \(namespaces)><office:master-styles><style:master-page><style:header>\(header)</style:header>"
          + "</style:master-page></office:master-styles></office:document-styles>"
      ),
      (
        "meta.xml",
        "<office:document-meta \(namespaces)><office:meta><dc:title>Titel</dc:title><dc:creator>Bo</dc:creator>"
          + "<dc:date>2024-01-02T03:04:05</dc:date></office:meta></office:document-meta>"
      ),
    ])
  }

  @Test("headings, nested lists, tables, notes and frames have their kinds and their places")
  func structure() async throws {
    let document = try await read(
      Self.bytes(
        """
        <text:tracked-changes><text:changed-region><text:p>Slettet</text:p></text:changed-region></text:tracked-changes>
        <text:h text:outline-level="2">Overskriften</text:h>
        <text:p>Et<text:s text:c="3"/>to<text:tab/>tre<text:line-break/>fire\
        <text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Noten</text:p></text:note-body></text:note>\
        <draw:frame><draw:text-box><text:p>Boksen</text:p></draw:text-box></draw:frame><office:annotation><text:p>K</text:p></office:annotation></text:p>
        <text:list><text:list-item><text:p>A</text:p><text:list><text:list-item><text:p>B</text:p></text:list-item></text:list></text:list-item></text:list>
        <table:table><table:table-row><table:table-cell><text:p>1a</text:p></table:table-cell><table:table-cell><text:p>1b</text:p></table:table-cell></table:table-row></table:table>
        <text:p>Synlig <text:span text:style-name="H">skjult</text:span></text:p>
        <text:p text:style-name="F">Fed linje</text:p><text:soft-page-break/><text:p>Sidste.</text:p>
        """,
        styles: """
          <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>\
          <style:style style:name="F" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
          """, header: "<text:p>Hoved</text:p>"), "svar.odt")
    #expect(
      outline(document) == """
        furniture: Hoved
        heading 2 p1: Overskriften
        paragraph p1: Et to tre⏎fire
        footnote p1: Noten
        paragraph p1: Boksen
        list-item 1 p1: A
        list-item 2 p1: B
        table-cell p1: 1a
        table-cell p1: 1b
        paragraph p1: Synlig
        heading 3 p1: Fed linje
        paragraph p2: Sidste.
        """)
    #expect(codes(document) == ["ingest.hidden-text", "ingest.comments"])
    #expect(document.metadata.title == "Titel" && document.metadata.senderName == "Bo")
    #expect(document.metadata.date == "2024-01-02")
  }

  @Test("an encrypted file is refused by name")
  func encrypted() async {
    #expect(await refusal(Self.bytes("", manifest: "<encryption-data/>"), "svar.odt") == "ingest.encrypted")
  }
}
