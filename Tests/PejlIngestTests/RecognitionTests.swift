import Glibc
import PejlText
import Testing

@testable import PejlIngest

/// What is read in pictures of pages; each picture is made and recognised anew.
@Suite(.serialized) struct RecognitionTests {
  private let page =
    [TestPDF.Text(x: 70, y: 90, text: "Høringssvar om strategien", size: 18)]
    + TestPDF.lines(
      [
        "Rådet har drøftet udkastet på et møde og støtter den fælles retning, som det har for rets-",
        "sikkerhed og for Beboer- og pårørenderåd. Det er et godt skridt på vejen for alle, som bor",
        "i kommunen og bruger området.",
      ], top: 130)
    + TestPDF.lines(
      ["Vi ønsker flere timer til den enkelte borger, så hverdagen hænger sammen for familien."], top: 200)
  private let second = TestPDF.lines([
    "Målsætningerne er gode, men økonomien mangler, og det bekymrer vores medlemmer i særlig",
    "grad, når årene går.",
  ])

  private let expected = """
    heading 1 p1: Høringssvar om strategien
    paragraph p1: Rådet har drøftet udkastet på et møde og støtter den fælles retning, som det har for \
    retssikkerhed og for Beboer- og pårørenderåd. Det er et godt skridt på vejen for alle, som bor i kommunen og \
    bruger området.
    paragraph p1: Vi ønsker flere timer til den enkelte borger, så hverdagen hænger sammen for familien.
    """

  @Test("PNG, JPEG and TIFF are read with paragraphs, headings and confidence", arguments: ["-png", "-jpeg", "-tiff"])
  func pictures(option: String) async throws {
    let document = try await read(TestPicture.of(TestPDF(pages: [page]), option), "billede.bin")
    #expect(outline(document) == expected)
    #expect(document.format == "image")
    let recognition = try #require(document.recognition)
    #expect(recognition.pages == [1])
    #expect(recognition.confidence > 0.85 && recognition.confidence <= 1)
    #expect(codes(document) == ["ingest.recognised"])
  }

  @Test("a TIFF of two pictures is two pages")
  func pages() async throws {
    let first = try await TestPicture.of(TestPDF(pages: [page]), "-tiff")
    let other = try await TestPicture.of(TestPDF(pages: [second]), "-tiff")
    let bytes = TestPicture.joined(first, other)
    #expect(TIFFPages.count(first, limit: 10) == 1)
    #expect(TIFFPages.count(bytes, limit: 10) == 2)
    let document = try await read(bytes, "fax.tif")
    #expect(document.recognition?.pages == [1, 2])
    #expect(document.blocks.contains { $0.page == 2 && document.text[$0.span].hasPrefix("Målsætningerne") })
  }

  @Test("in a mixed PDF only the pages without good text are recognised")
  func mixed() async throws {
    var scan = try await scanned(TestPDF(pages: [page, second]), letters: [[], second])
    let document = try await read(scan, "blandet.pdf")
    #expect(document.recognition?.pages == [1])
    #expect(document.text.string.contains("fælles retning"))
    #expect(document.text.string.contains("når årene går"))
    // A stamp on the picture is not the page's text.
    let stamp = [TestPDF.Text(x: 400, y: 30, text: "Modtaget 12. juni", size: 9)]
    scan = try await scanned(TestPDF(pages: [page]), letters: [stamp])
    let stamped = try await read(scan, "stemplet.pdf")
    #expect(stamped.text.string.contains("fælles retning"))
  }

  @Test("a text layer that was made with a model of another language is read again from the pictures")
  func noisyLayer() async throws {
    let text = [
      "Radet har droftet udkastet pa et made og stotter den feelles retning, som det har for",
      "retssikkerhed og for Beboer- og parorenderad. Det er et godt skridt pa vejen for alle,",
      "som bor i kommunen og bruger omradet. Vi onsker flere timer til den enkelte borger, sa",
      "hverdagen haenger sammen for familien. Malsztningerne er gode, men okonomien mangler,",
      "og det bekymrer vores medlemmer i sarlig grad, nar arene gar.",
    ]
    let scan = try await scanned(TestPDF(pages: [page + TestPDF.lines(text, top: 300)]), letters: [TestPDF.lines(text)])
    let document = try await read(scan, "gammel-ocr.pdf")
    #expect(document.recognition?.pages == [1])
    #expect(document.text.string.contains("fælles retning"))
  }

  @Test("a page is recognised once; what is kept needs no program")
  func cache() async throws {
    let folder = try TemporaryFolder()
    var limits = ReadingLimits()
    limits.pageCache = "\(folder.path)/a/pages"
    let bytes = try await TestPicture.of(TestPDF(pages: [second]), "-png")
    let first = await FileReader(limits: limits).read(bytes: bytes, name: "a.png")
    limits.recognizer = "pejl-no-such-tool"
    let again = await FileReader(limits: limits).read(bytes: bytes, name: "b.png")
    #expect(again.refusals.isEmpty)
    #expect(first.documents.map(\.document) == again.documents.map(\.document))
    // A damaged page is as good as none, and the file is recognised anew.
    let pages = "\(folder.path)/a/pages"
    let kept = PageCache.key(content: ContentHash.sha256(bytes), page: 1, language: PageRecognizer.language)
    #expect(truncate("\(pages)/\(kept)", 30) == 0)
    let missing = await FileReader(limits: limits).read(bytes: bytes, name: "svar/b.png")
    #expect(missing.refusals.map(\.code) == ["ingest.tool-missing"])
    #expect(missing.refusals.map(\.path) == ["svar/b.png"])
    #expect(missing.refusals.first?.message.contains("tesseract-ocr-dan") == true)
    unlink("\(pages)/\(kept)")
    rmdir(pages)
    rmdir("\(folder.path)/a")
  }

  @Test("without the program a PDF with some text is read, and the page that is not is named")
  func withoutProgram() async throws {
    var limits = ReadingLimits()
    limits.recognizer = "pejl-no-such-tool"
    let scan = try await scanned(TestPDF(pages: [page, second]), letters: [[], second])
    let (documents, refusals) = await FileReader(limits: limits).read(bytes: scan, name: "blandet.pdf")
    #expect(refusals.isEmpty)
    let document = try #require(documents.first?.document)
    #expect(codes(document) == ["ingest.pages-without-text", "ingest.tool-missing"])
    let all = try await scanned(TestPDF(pages: [page]))
    #expect(await refusal(all, "scan.pdf", limits: limits) == "ingest.tool-missing")
  }

  @Test("a picture without text, and one too large for the limits, are refused")
  func refused() async throws {
    let blank = try await TestPicture.of(TestPDF(pages: [[]]), "-png", resolution: 72)
    #expect(await refusal(blank, "logo.png") == "ingest.no-text-found")
    var limits = ReadingLimits()
    limits.toolSeconds = 0.05
    let slow = try await TestPicture.of(TestPDF(pages: [page]), "-png", resolution: 300)
    #expect(await refusal(slow, "stort.png", limits: limits) == "ingest.tool-timeout")
  }

  private func scanned(_ pdf: TestPDF, letters: [[TestPDF.Text]] = []) async throws -> [UInt8] {
    try await TestPicture.scan(of: pdf, letters: letters)
  }
}
