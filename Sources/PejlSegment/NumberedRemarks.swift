internal import PejlText

/// Finds remarks that are numbered inside running text: "1. Om … 2. Om …".
enum NumberedRemarks {
  /// Where remarks begin in `span`; empty unless at least 1 and 2 follow each other.
  static func starts(in text: UTF8Text, _ span: TextSpan) -> [Int] {
    let bytes = text.bytes.span
    var starts: [Int] = []
    var expected = 1
    var index = span.start
    while index < span.end {
      if index == span.start || UTF8Text.isSpace(bytes[index - 1]),
        let after = marker(bytes, index, expected, span.end),
        index == span.start || expected == 1 || endsSentence(bytes, before: index, from: span.start)
      {
        starts.append(index)
        expected += 1
        index = after
      } else {
        index += 1
      }
    }
    return starts.count >= 2 ? starts : []
  }

  /// The place after "3. " or "3) " at `index` when a capital follows, for the number that is expected.
  private static func marker(_ bytes: borrowing Span<UInt8>, _ index: Int, _ number: Int, _ end: Int) -> Int? {
    var next = index
    for digit in String(number).utf8 {
      guard next < end, bytes[next] == digit else { return nil }
      next += 1
    }
    guard next + 2 < end, bytes[next] == 0x2E || bytes[next] == 0x29, UTF8Text.isSpace(bytes[next + 1]) else {
      return nil
    }
    let letter = bytes[next + 2]
    let isCapital = letter >= 0x41 && letter <= 0x5A || letter == 0xC3 && bytes[next + 3] < 0x9F || letter == 0x22
    return isCapital || letter == 0xE2 ? next + 2 : nil
  }

  private static func endsSentence(_ bytes: borrowing Span<UInt8>, before index: Int, from start: Int) -> Bool {
    var last = index - 1
    while last > start, UTF8Text.isSpace(bytes[last]) { last -= 1 }
    switch bytes[last] {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x22, 0x29, 0x9D, 0x99: return true
    default: return false
    }
  }
}
