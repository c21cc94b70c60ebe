internal import PejlText

/// The recognised pages of one file, and what they tell of how well it was recognised.
struct RecognizedPages {
  private var pages: [(number: Int, width: Double, height: Double, page: RecognizedPage)] = []
  /// Why pages could not be recognised.
  private(set) var failures: [Diagnostic] = []

  /// The number of pages that were wanted and are too many.
  var skipped = 0

  /// Adds what became of a page; `size` gives its size in points.
  mutating func add(
    _ outcome: PageRecognizer.Outcome, number: Int, size: (RecognizedPage) -> (width: Double, height: Double)
  ) {
    switch outcome {
    case .read(let page):
      guard page.letters > 0 else { return }
      let (width, height) = size(page)
      pages.append((number, width, height, page))
    case .blank: break
    case .failed(let diagnostic): failures.append(diagnostic)
    }
  }

  /// The number of letters that were recognised.
  var letters: Int { pages.reduce(0) { $0 + $1.page.letters } }
  /// The numbers of the pages that have text.
  var numbers: Set<Int> { Set(pages.map(\.number)) }

  /// The pages as lines.
  func layout(bodyHeight: Double?) -> [PDFPage] { RecognizedLayout.pages(pages, bodyHeight: bodyHeight) }

  /// How well they were recognised; nil when there are none.
  var summary: Document.Recognition? {
    let words = pages.flatMap(\.page.words).filter { $0.text.contains(where: \.isLetter) }
    guard !words.isEmpty else { return nil }
    return Document.Recognition(
      pages: pages.map(\.number).sorted(), words: words.count,
      uncertainWords: words.count { $0.confidence < Document.Recognition.certain * 100 },
      confidence: words.map(\.confidence).reduce(0, +) / Double(words.count) / 100)
  }

  /// What the user should know: which pages were recognised, which could not be, which were too many.
  var notes: [Diagnostic] {
    var notes: [Diagnostic] = []
    if let summary {
      let percent = Int((summary.confidence * 100).rounded(.down))
      notes.append(
        Diagnostic(
          percent < 80 ? .warning : .note, code: "ingest.recognised",
          "pages that are pictures and were recognised (OCR): \(summary.pages.count), with \(percent) % confidence, \(summary.uncertainWords) of \(summary.words) words uncertain (page \(Self.list(summary.pages))); compare quotes with the file"
        ))
    }
    if skipped > 0 {
      notes.append(
        Diagnostic(
          .warning, code: "ingest.too-many-pictures",
          "\(skipped) pages of pictures are more than are recognised in one file; split the file"))
    }
    return notes + failures.map { Diagnostic(.warning, code: $0.code, $0.message) }
  }

  /// Page numbers in a row; many are cut short.
  static func list(_ pages: [Int]) -> String {
    pages.prefix(20).map(String.init).joined(separator: ", ") + (pages.count > 20 ? " …" : "")
  }
}
