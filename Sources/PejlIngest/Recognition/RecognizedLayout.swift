/// Turns recognised words into the lines of a page, as if a PDF had given them.
///
/// The box of a word is as high as its letters, so the size of its type is reckoned from which letters it has; the lines of
/// a file are then brought to one size where they differ by no more than recognising does.
struct RecognizedLayout {
  /// The parts of the type size above and below the base line, as most founts have them.
  private static let small = 0.52
  private static let tall = 0.73
  private static let descent = 0.21
  /// From the size of the type to the height that a PDF gives for a line of it.
  private static let lineHeight = 1.15
  /// Sizes that differ by less are the same.
  private static let tolerance = 0.22

  private static let descending = Set<Character>("gjpqyçQ,;()[]{}/|@§")
  private static let low = Set<Character>("acemnorsuvwxzæøgpqyç")

  /// The lines of pages, with the number of each and its size in points.
  ///
  /// - Parameters:
  ///   - pages: the pages that were recognised, each with its number and its size in points.
  ///   - bodyHeight: the height of running text on the file's other pages, if there are any.
  /// - Returns: the pages as a text layer would have given them.
  static func pages(
    _ pages: [(number: Int, width: Double, height: Double, page: RecognizedPage)], bodyHeight: Double?
  ) -> [PDFPage] {
    var block = 1_000_000
    var result = pages.map { entry in
      let scale = entry.width / entry.page.width
      var lines: [PDFLine] = []
      var paragraph = -1
      for words in entry.page.words.split(whereLineChanges: \.line) {
        if words[0].paragraph != paragraph {
          paragraph = words[0].paragraph
          block += 1
        }
        lines.append(line(words, scale: scale, page: entry.number, block: block))
      }
      return PDFPage(number: entry.number, width: entry.width, height: entry.height, lines: lines)
    }
    align(&result, bodyHeight: bodyHeight)
    return result
  }

  private static func line(_ words: [RecognizedPage.Word], scale: Double, page: Int, block: Int) -> PDFLine {
    let sizes = words.filter { $0.text.count(where: \.isLetter) >= 2 }.map { ($0.bottom - $0.top) / extent($0.text) }
    let all = sizes.isEmpty ? words.map { ($0.bottom - $0.top) / extent($0.text) } : sizes
    let size = all.sorted()[all.count / 2]
    let bases = words.map { $0.bottom - (hasDescender($0.text) ? descent * size : 0) }.sorted()
    let base = bases[bases.count / 2]
    let height = size * lineHeight * scale
    return PDFLine(
      words: words.map {
        PDFWord(
          text: $0.text, source: 0, left: $0.left * scale, right: $0.right * scale, height: height,
          confidence: $0.confidence / 100)
      },
      left: (words.map(\.left).min() ?? 0) * scale, right: (words.map(\.right).max() ?? 0) * scale,
      top: (base - tall * size) * scale, bottom: (base + descent * size) * scale, height: height, page: page,
      block: block)
  }

  /// How high the letters of `text` stand, as a part of the type's size.
  private static func extent(_ text: String) -> Double {
    let isSmall = text.allSatisfy { low.contains($0) || !$0.isLetter && !$0.isNumber }
    return (isSmall ? small : tall) + (hasDescender(text) ? descent : 0)
  }

  private static func hasDescender(_ text: String) -> Bool { text.contains(where: descending.contains) }

  /// Gives lines of about the commonest size that size, and the other pages' where that is near.
  private static func align(_ pages: inout [PDFPage], bodyHeight: Double?) {
    let heights = pages.flatMap(\.lines).flatMap { line in
      Array(repeating: line.height, count: line.words.count)
    }.sorted()
    guard !heights.isEmpty else { return }
    let own = heights[heights.count / 2]
    let body = bodyHeight.flatMap { abs($0 - own) < own * 0.3 ? $0 : nil } ?? own
    for page in pages.indices {
      for line in pages[page].lines.indices {
        let height = pages[page].lines[line].height
        let ratio = height / own
        let aligned = abs(ratio - 1) < tolerance ? body : (ratio * 4).rounded() / 4 * body
        pages[page].lines[line].height = max(aligned, body / 4)
        for word in pages[page].lines[line].words.indices {
          pages[page].lines[line].words[word].height = pages[page].lines[line].height
        }
      }
    }
  }
}

extension [RecognizedPage.Word] {
  /// The words in stretches of the same value.
  fileprivate func split(whereLineChanges value: (RecognizedPage.Word) -> Int) -> [[RecognizedPage.Word]] {
    var result: [[RecognizedPage.Word]] = []
    for word in self {
      if let last = result.last?.first, value(last) == value(word) {
        result[result.count - 1].append(word)
      } else {
        result.append([word])
      }
    }
    return result
  }
}
