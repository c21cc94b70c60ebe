import PejlText
import Testing

@testable import PejlIngest

@Suite struct PDFReaderTests {
  @Test("paragraphs, headings and items are rebuilt, words mended, and a paragraph goes on over the page")
  func structure() async throws {
    let first =
      [
        TestPDF.Text(x: 70, y: 40, text: "Handicapraadet 2024", size: 8),
        TestPDF.Text(x: 70, y: 90, text: "Høringssvar om strategi", size: 18),
      ]
      + TestPDF.lines([
        "Rådet har drøftet udkastet på et møde og er glad for den retning, som det har for rets-",
        "sikkerhed og for Beboer- og pårørenderåd. Det er et godt skridt på vejen for alle, som bor",
        "i kommunen.",
      ]) + TestPDF.lines(["Om hverdagen"], top: 185)
      + TestPDF.lines(
        [
          "• at der kommer flere timer til den enkelte borger, så hverdagen kan hænge sammen for", "  familien",
          "• at huset males",
        ],
        top: 208)
      + TestPDF.lines(
        ["Det er vores håb, at det sker snart, og at kommunen vil tage det alvorligt, når den lægger"], top: 270)
      + [TestPDF.Text(x: 280, y: 810, text: "Side 1 af 2", size: 9)]
    let second =
      [TestPDF.Text(x: 70, y: 40, text: "Handicapraadet 2024", size: 8)]
      + TestPDF.lines([
        "budget for det næste år.",
        "Vi siger tak for ordet og ser frem til svaret, som vi håber bliver langt og godt nok.",
      ])
      + [TestPDF.Text(x: 280, y: 810, text: "Side 2 af 2", size: 9)]
    let document = try await read(TestPDF(pages: [first, second]).bytes, "svar.pdf")
    #expect(
      outline(document) == """
        furniture p1: Handicapraadet 2024
        heading 1 p1: Høringssvar om strategi
        paragraph p1: Rådet har drøftet udkastet på et møde og er glad for den retning, som det har for \
        retssikkerhed og for Beboer- og pårørenderåd. Det er et godt skridt på vejen for alle, som bor i kommunen.
        heading 2 p1: Om hverdagen
        list-item 1 p1: • at der kommer flere timer til den enkelte borger, så hverdagen kan hænge sammen for familien
        list-item 1 p1: • at huset males
        paragraph p1: Det er vores håb, at det sker snart, og at kommunen vil tage det alvorligt, når den lægger \
        budget for det næste år.
        paragraph p2: Vi siger tak for ordet og ser frem til svaret, som vi håber bliver langt og godt nok.
        furniture p1: Side 1 af 2
        furniture p2: Side 2 af 2
        """)
  }

  @Test("a footnote stays a footnote, and its mark stands without a blank")
  func footnote() async throws {
    let page =
      TestPDF.lines(["Vi bakker op om strategien og vil gerne have den vedtaget i sin helhed, sådan som den"])
      + [
        TestPDF.Text(x: 70, y: 134, text: "foreligger."), TestPDF.Text(x: 127, y: 130, text: "1", size: 6),
        TestPDF.Text(x: 136, y: 134, text: "Det er vi enige om i rådet, og det har vi været længe."),
        TestPDF.Text(x: 70, y: 700, text: "1", size: 5),
        TestPDF.Text(x: 80, y: 702, text: "Jf. referatet fra mødet i marts.", size: 8),
      ]
    let document = try await read(TestPDF(pages: [page]).bytes, "svar.pdf")
    #expect(document.blocks.map(\.kind) == [.paragraph, .footnote])
    #expect(document.text.string.contains("foreligger.1 Det er"))
    #expect(document.text.string.hasSuffix("1 Jf. referatet fra mødet i marts."))
  }

  @Test("columns are read one after the other")
  func columns() async throws {
    let left = [
      "Den venstre spalte begynder her og", "fortsætter nedad i mange linjer, som",
      "alle er lige lange, indtil den når til",
    ]
    let right = [
      "højre spalte, hvor sætningen slutter.", "Så kommer der en ny sætning her, og",
      "den er også lang nok til tre linjer.",
    ]
    let page = TestPDF.lines(left, x: 60) + TestPDF.lines(right, x: 320)
    let document = try await read(TestPDF(pages: [page]).bytes, "svar.pdf")
    #expect(document.text.string.contains("indtil den når til højre spalte, hvor"))
  }

  @Test("a PDF without text is refused, and so are a locked and a broken one")
  func refusals() async throws {
    #expect(await refusal(TestPDF(pages: [[]]).bytes, "scan.pdf") == "ingest.no-text-found")
    let good = TestPDF(pages: [TestPDF.lines(["Tekst."])]).bytes
    #expect(await refusal(Array("%PDF-1.4\nintet".utf8), "brudt.pdf") == "ingest.damaged")
    #expect(try await read(good, "uden endelse").format == "pdf")
    #expect(await refusal(Fixture.bytes("encrypted.pdf"), "laast.pdf") == "ingest.encrypted")
    var limits = ReadingLimits()
    limits.toolOutputBytes = 100
    #expect(await refusal(good, "stor.pdf", limits: limits) == "ingest.too-large")
  }

  @Test("a page without text beside others is named")
  func emptyPage() async throws {
    let document = try await read(TestPDF(pages: [TestPDF.lines(["Der er tekst her."]), []]).bytes, "svar.pdf")
    #expect(codes(document) == ["ingest.pages-without-text"])
  }
}
