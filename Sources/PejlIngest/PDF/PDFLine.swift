/// A word on a page.
struct PDFWord: Sendable {
  var text: String
  /// Where it begins in the raw text: all words of the file, a blank between words, a line feed after each line.
  var source: Int
  var left: Double
  var right: Double
  var height: Double
  /// How sure the recogniser is of it, from 0 to 1; nil for a word that the file itself has.
  var confidence: Double?
}

/// A line of words on a page; lengths in points, from the upper left corner.
struct PDFLine: Sendable {
  var words: [PDFWord]
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  /// The height of most of its words.
  var height: Double
  /// The page, from 1.
  var page: Int
  /// The block that the tool put it in, counted over the file.
  var block: Int
  /// Where the bullet stands that was a line of its own.
  var bullet: Double?
  /// Where lines of its column end.
  var columnRight = 0.0

  var text: String { words.map(\.text).joined(separator: " ") }
  /// How much of its column is empty after it.
  var room: Double { columnRight - right }

  /// Whether the word is a small number, as a note's mark or the 2 of a square metre: no blank stands before it.
  func isRaised(_ index: Int) -> Bool {
    index > 0 && words[index].height < height * 0.75 && words[index].text.allSatisfy(\.isNumber)
  }

  var endsSentence: Bool { LineShape.endsSentence(words.last?.text ?? "") }
  var endsWithHyphen: Bool {
    guard let last = words.last?.text, let hyphen = last.last else { return false }
    return "-\u{AD}\u{2010}".contains(hyphen) && last.dropLast().last?.isLetter == true
  }
  var beginsLower: Bool { words.first?.text.first { $0.isLetter || $0.isNumber }?.isLowercase ?? false }

  /// Whether the next line begins where it does because the writer wanted so: its first word had room on this line.
  func isBroken(before next: PDFLine) -> Bool {
    guard let first = next.words.first else { return false }
    return room > (first.right - first.left) + 0.4 * height + 2
  }

  /// The list mark that it begins with, if it is one beyond doubt.
  var isItem: Bool {
    bullet != nil || ListMarker(text.prefix(16) + (words.count > 1 ? "" : " "))?.isCertain == true
  }
}

/// A page of lines in reading order.
struct PDFPage: Sendable {
  var number: Int
  var width: Double
  var height: Double
  var lines: [PDFLine]
}
