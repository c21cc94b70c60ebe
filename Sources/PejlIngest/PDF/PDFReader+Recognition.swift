internal import PejlDanish
internal import PejlText

extension PDFReader {
  /// A page with fewer letters is looked at for pictures: they may hold the answer, and the letters a stamp.
  private static let fewLetters = 150

  /// Recognises the pages of `layout` whose own text is missing or no good, and puts what was recognised in its place.
  ///
  /// - Throws: ``InvalidInput`` when the file has no other text and nothing could be recognised.
  static func recognize(
    _ layout: inout PDFLayout, in file: String, of source: SourceFile, folder: TemporaryFolder
  ) async throws -> RecognizedPages {
    let texts = layout.pages.map(\.text)
    let letters = texts.map { $0.count(where: \.isLetter) }
    let isGarbled = texts.map(Self.isGarbled)
    let isNoisy = Self.isNoisy(texts.joined(separator: "\n"))
    guard isNoisy || letters.contains(where: { $0 < fewLetters }) || isGarbled.contains(true) else {
      return RecognizedPages()
    }
    let runner = ToolRunner(limits: source.limits, folder: folder.path)
    let images = try await PageImages(file, pages: layout.pages, runner: runner)
    let wanted = layout.pages.indices.filter { index in
      letters[index] == 0 || isGarbled[index]
        || (letters[index] < fewLetters || isNoisy) && images.isScan(layout.pages[index].number)
    }
    let pages = wanted.prefix(source.limits.recognizedPages).map { index in
      PageRecognizer.Page(layout.pages[index], of: file, runner: runner)
    }
    let hasOther = letters.reduce(0, +) > 0
    let outcomes: [Int: PageRecognizer.Outcome]
    do {
      outcomes = try await PageRecognizer(source, folder: folder).recognize(Array(pages))
    } catch let error as InvalidInput where hasOther {
      outcomes = Dictionary(uniqueKeysWithValues: pages.map { ($0.number, .failed(error.diagnostics[0])) }.prefix(1))
    }
    var recognition = RecognizedPages()
    recognition.skipped = wanted.count - pages.count
    for index in wanted {
      let page = layout.pages[index]
      // A picture behind the text gives less than the text.
      if case .read(let read) = outcomes[page.number], !isGarbled[index], !isNoisy, read.letters <= letters[index] * 2 {
        continue
      }
      recognition.add(outcomes[page.number] ?? .blank, number: page.number) { _ in (page.width, page.height) }
    }
    if !hasOther, recognition.letters == 0, let failure = recognition.failures.first { throw InvalidInput([failure]) }
    let body = layout.pages.filter { !recognition.numbers.contains($0.number) }.flatMap(\.lines)
    layout.replace(with: recognition.layout(bodyHeight: body.isEmpty ? nil : PDFMeasure(body).bodyHeight))
    layout.number()
    return recognition
  }

  /// Whether more than one in twenty characters has no meaning.
  private static func isGarbled(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let odd = scalars.count { $0 == "\u{FFFD}" || 0xE000...0xF8FF ~= $0.value }
    let unnamed = text.ranges(of: "(cid:").count * "(cid:12)".count
    return (odd + unnamed) * 20 > scalars.count
  }

  /// Whether the text was recognised with a model of another language.
  private static func isNoisy(_ text: String) -> Bool {
    guard RecognitionNoise.isSuspicious(text), let lexicon = try? Lexicon() else { return false }
    return RecognitionNoise(text, lexicon: lexicon).isNoisy
  }
}

extension PDFPage {
  /// The text of the page, a line feed after each line.
  var text: String { lines.map(\.text).joined(separator: "\n") }
}

extension PageRecognizer.Page {
  /// The finest picture that is made, in dots per inch: what the recogniser was trained on.
  private static let finest = 300.0
  /// The largest picture that is made, in pixels.
  private static let mostPixels = 25e6

  /// A page of the PDF at `file`; the picture is made with `pdftoppm` when it is asked for.
  init(_ page: PDFPage, of file: String, runner: ToolRunner) {
    let inches = max(page.width, 1) / 72 * max(page.height, 1) / 72
    let resolution = Int(min(Self.finest, (Self.mostPixels / inches).squareRoot()))
    let number = page.number
    self.init(number: number, resolution: max(resolution, 1)) {
      let name = "\(runner.folder)/page-\(number)"
      let outcome = try await runner.run(
        "pdftoppm",
        [
          "-gray", "-r", String(max(resolution, 1)), "-f", String(number), "-l", String(number), "-singlefile", file,
          name,
        ])
      guard outcome.code == 0 else {
        throw refusal(
          "picture-damaged", "page \(number) cannot be made a picture of; open the file and print it to a new PDF")
      }
      return try GrayPicture.isBlank("\(name).pgm", limit: runner.limits.toolOutputBytes) ? nil : ("\(name).pgm", [])
    }
  }
}
