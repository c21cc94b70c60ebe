internal import PejlText

/// A paragraph put together from the lines of a page, or of two pages.
struct PDFParagraph: Sendable {
  /// How a line follows the one before it.
  enum Seam: Sendable { case flow, lineBreak }

  var lines: [(line: PDFLine, seam: Seam)]
  var kind = Block.Kind.paragraph
  var level = 0
  /// How much room there is above it, in points; large at the top of a page.
  var gapAbove: Double

  init(_ line: PDFLine, gapAbove: Double) {
    lines = [(line, .flow)]
    self.gapAbove = gapAbove
    if line.isItem { kind = .listItem }
  }

  var first: PDFLine { lines[0].line }
  var last: PDFLine { lines[lines.count - 1].line }
  var height: Double { lines.map(\.line.height).sorted()[lines.count / 2] }
  var text: String { lines.map(\.line.text).joined(separator: " ") }

  private static let conjunctions = Set(PhraseList(PackageResources.hyphen_words_txt)["conjunctions"])

  /// The text in pieces with their places in the raw text, words that were parted at a line's end mended.
  var pieces: [(text: String, source: Int?)] {
    var pieces: [(text: String, source: Int?)] = []
    for (index, entry) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      for (place, word) in entry.line.words.enumerated() {
        guard place == entry.line.words.count - 1 else {
          pieces.append((word.text, word.source))
          if !entry.line.isRaised(place + 1) { pieces.append((" ", nil)) }
          continue
        }
        guard let next else {
          pieces.append((word.text, word.source))
          break
        }
        let start = next.line.words.first?.text ?? ""
        if next.seam == .lineBreak {
          pieces += [(word.text, word.source), ("\n", nil)]
        } else if entry.line.endsWithHyphen, !Self.isConjunction(start) {
          // "rets-" before "sikkerhed" is one word; before a capital or a figure the hyphen is the writer's own.
          let keeps = word.text.last == "-" && start.first?.isLowercase != true
          pieces.append((keeps ? word.text : String(word.text.dropLast()), word.source))
        } else {
          pieces += [(word.text, word.source), (" ", nil)]
        }
      }
    }
    return pieces
  }

  private static func isConjunction(_ word: String) -> Bool {
    conjunctions.contains(word.lowercased().trimmingSuffix { !$0.isLetter })
  }
}

extension String {
  /// The string without the characters at its end that fit.
  fileprivate func trimmingSuffix(while fits: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, fits(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
