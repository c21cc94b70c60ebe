internal import PejlAnalysis
internal import PejlText

/// A word in its place in a text: a line of a concordance.
package struct ConcordanceLine: Sendable, Hashable {
  /// What stands before, on one line.
  package let left: String
  /// The word as it stands there.
  package let word: String
  /// What stands behind, on one line.
  package let right: String
  /// Where the text is from: the gold file's name and line.
  package let place: String
  /// Whether the passage bears the code; a line that does not is a warning.
  package let isHit: Bool
}

extension ConcordanceLine {
  /// The word at `words` of `text` with up to `context` letters on each side; a word that is cut is left out.
  init(_ text: CodedText, _ words: ClosedRange<Int>, context: Int, isHit: Bool) {
    let span = text.span(words)
    let before = Self.folded(text.text[TextSpan(0, span.start)])
    let after = Self.folded(text.text[TextSpan(span.end, text.text.count)])
    var left = before.suffix(context)
    if left.count < before.count, let blank = left.firstIndex(of: " ") { left = left[blank...].dropFirst() }
    var right = after.prefix(context)
    if right.count < after.count, let blank = right.lastIndex(of: " ") { right = right[..<blank] }
    self.init(
      left: String(left), word: Self.folded(text.text[span]), right: String(right), place: Self.place(text),
      isHit: isHit)
  }

  /// Where a text is from: the gold file's name and the line.
  static func place(_ text: CodedText) -> String {
    let path = text.paragraph.goldPath
    return "\(path.split(separator: "/").last.map(String.init) ?? path):\(text.paragraph.gold.line)"
  }

  /// How a text begins, in so many letters at most.
  static func opening(_ text: CodedText, letters: Int) -> String {
    let whole = folded(text.text.string)
    let shown = whole.prefix(letters)
    guard shown.count < whole.count, let blank = shown.lastIndex(of: " ") else { return String(shown) }
    return shown[..<blank] + " …"
  }

  /// White space as one blank, also at the ends.
  private static func folded(_ text: String) -> String {
    var result = ""
    for character in text {
      if !character.isWhitespace {
        result.append(character)
      } else if result.last != " " {
        result.append(" ")
      }
    }
    return result
  }
}
