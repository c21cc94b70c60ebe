internal import PejlText

/// Recognises the text of pictures of pages (OCR) through `tesseract`, two pages at a time.
struct PageRecognizer: Sendable {
  /// A page to recognise.
  struct Page: Sendable {
    /// The page, from 1.
    let number: Int
    /// The picture's resolution in dots per inch, where it is known.
    var resolution: Int?
    /// Makes the picture and returns its path, and how the program is told which of several pictures in it is meant; nil
    /// when it is blank.
    let picture: @Sendable () async throws -> (path: String, options: [String])?
  }

  /// What became of a page.
  enum Outcome: Sendable {
    case read(RecognizedPage)
    case blank
    case failed(Diagnostic)
  }

  /// The language model.
  static let language = "dan"
  /// How many pages are recognised at once.
  private static let atOnce = 2

  let runner: ToolRunner
  let cache: PageCache
  /// The hash of the file.
  let content: String
  /// The program.
  var program = "tesseract"

  /// A recogniser for the pages of `source`, which works in `folder`.
  init(_ source: SourceFile, folder: TemporaryFolder) {
    var runner = ToolRunner(limits: source.limits, folder: folder.path)
    runner.packages = "tesseract-ocr and tesseract-ocr-dan"
    self.runner = runner
    cache = PageCache(folder: source.limits.pageCache)
    content = ContentHash.sha256(source.bytes)
    if let own = source.limits.recognizer { program = own }
  }

  /// What became of each of `pages`, by number.
  ///
  /// - Throws: ``InvalidInput`` when the program or its model is not installed.
  func recognize(_ pages: [Page]) async throws -> [Int: Outcome] {
    var known: [Int: Outcome] = [:]
    var open: [Page] = []
    for page in pages {
      if let kept = cache.page(key(page)) { known[page.number] = .read(kept) } else { open.append(page) }
    }
    guard !open.isEmpty else { return known }
    try await checkModel()
    return try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      var waiting = open[...]
      for _ in 0..<Self.atOnce {
        if let page = waiting.popFirst() { group.addTask { (page.number, await recognize(page)) } }
      }
      while let (number, outcome) = try await group.next() {
        known[number] = outcome
        if let page = waiting.popFirst() { group.addTask { (page.number, await recognize(page)) } }
      }
      return known
    }
  }

  private func key(_ page: Page) -> String {
    PageCache.key(content: content, page: page.number, language: Self.language)
  }

  private func recognize(_ page: Page) async -> Outcome {
    do {
      guard let picture = try await page.picture() else { return .blank }
      let resolution = page.resolution.map { ["--dpi", String($0)] } ?? []
      let outcome = try await runner.run(
        program,
        [picture.path, "stdout", "-l", Self.language, "--psm", "1"] + resolution + picture.options + ["tsv"])
      guard outcome.code == 0, let read = RecognizedPage(outcome.output) else {
        let reason = outcome.messages.split(whereSeparator: \.isNewline).last.map { " (\($0.prefix(120)))" } ?? ""
        throw refusal(
          "picture-damaged",
          "the picture of page \(page.number) could not be recognised\(reason); open it and save it again, smaller if it is large"
        )
      }
      cache.keep(outcome.output, as: key(page))
      return .read(read)
    } catch {
      let found = (error as? InvalidInput)?.diagnostics.first
      return .failed(found ?? Diagnostic(.error, code: "ingest.tool-failed", "page \(page.number): \(error)"))
    }
  }

  /// Looks whether program and model are there.
  private func checkModel() async throws {
    let outcome = try await runner.run(program, ["--list-langs"])
    let names = String(decoding: outcome.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard names.contains(where: { $0 == Self.language }) else { throw Self.missingModel }
  }

  private static let missingModel = refusal(
    "tool-missing",
    "the pages are pictures, and the Danish model that recognises their text is not installed; install the packages tesseract-ocr and tesseract-ocr-dan"
  )
}
