/// What the recogniser saw on one picture of a page: its words with their boxes, in pixels from the upper left corner.
struct RecognizedPage: Sendable, Equatable {
  /// A word.
  struct Word: Sendable, Equatable {
    var text: String
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    /// How sure the recogniser is, from 0 to 100.
    var confidence: Double
    /// The paragraph and the line on the page, counted from 0.
    var paragraph: Int
    var line: Int
  }

  /// The size of the picture.
  var width = 0.0
  var height = 0.0
  /// The words in reading order.
  var words: [Word] = []

  /// The page in `output`, tesseract's table: a row for each page, block, paragraph, line and word, parted by tabs.
  ///
  /// Nil when the rows are not such a table: a kept page may have been damaged.
  init?(_ output: [UInt8]) {
    let rows = String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
    guard rows.first?.hasPrefix("level\t") == true else { return nil }
    var line = -1
    var paragraph = -1
    for row in rows.dropFirst() {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 11, let level = Int(cells[0]) else { return nil }
      let box = cells[6..<11].compactMap { Double($0) }
      guard box.count == 5, box.allSatisfy(\.isFinite) else { return nil }
      switch level {
      case 1: (width, height) = (box[2], box[3])
      case 3: paragraph += 1
      case 4: line += 1
      case 5:
        let text = cells.count > 11 ? String(cells[11]).filter { !$0.isWhitespace } : ""
        guard !text.isEmpty, box[4] >= 0 else { continue }
        words.append(
          Word(
            text: text, left: box[0], top: box[1], right: box[0] + box[2], bottom: box[1] + box[3],
            confidence: box[4], paragraph: paragraph, line: line))
      default: break
      }
    }
    guard width > 0, height > 0 else { return nil }
  }

  /// The number of letters.
  var letters: Int { words.reduce(0) { $0 + $1.text.count(where: \.isLetter) } }
}
