internal import PejlText

/// Splits a letter that stands on one line, its paragraphs and headings parted by two or more blanks.
enum SingleLine {
  /// Below so many bytes a line is left whole.
  static let shortest = 400

  /// The parts of `span`; the whole span when it has line ends, is short, or has no such gaps.
  static func parts(of text: UTF8Text, _ span: TextSpan) -> [(span: TextSpan, isHeading: Bool)] {
    let bytes = text.bytes.span
    guard span.length >= shortest else { return [(span, false)] }
    var cuts: [Int] = [span.start]
    var index = span.start
    while index < span.end {
      if bytes[index] == 0x0A { return [(span, false)] }
      if bytes[index] == 0x20, index + 1 < span.end, bytes[index + 1] == 0x20 {
        while index < span.end, bytes[index] == 0x20 { index += 1 }
        if index < span.end, opensPart(bytes, index) { cuts.append(index) }
      } else {
        index += 1
      }
    }
    guard cuts.count > 1 else { return [(span, false)] }
    return zip(cuts, cuts.dropFirst() + [span.end]).map { start, end in
      let part = text.trimmed(TextSpan(start, end))
      let last = bytes[part.end - 1]
      let isClosed = last == 0x2E || last == 0x21 || last == 0x3F || last == 0x3A || last == 0x2C
      return (part, part.length <= 80 && !isClosed && end != span.end)
    }
  }

  /// A capital, a digit, a quotation mark or a bullet.
  private static func opensPart(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x41...0x5A, 0x30...0x39, 0x22, 0x2D, 0xE2: true
    case 0xC3: index + 1 < bytes.count && bytes[index + 1] < 0x9F
    default: false
    }
  }
}
