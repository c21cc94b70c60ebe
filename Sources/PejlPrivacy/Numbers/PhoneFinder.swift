internal import PejlText

/// Finds telephone numbers: eight digits as Danes part them, with or without the country's number, and foreign ones with a
/// plus. Source: the Danish numbering plan; subscribers' numbers begin with 2 to 9.
struct PhoneFinder {
  let text: NumberText
  let surroundings: Surroundings
  let taken: [TextSpan]
  private static let country = [4, 5]

  /// The numbers in order, none over another or over what is taken.
  func find() -> [PrivacyFinding] {
    var result: [PrivacyFinding] = []
    var taken = taken.sorted()[...]
    var index = 0
    while index < text.groups.count {
      while let first = taken.first, first.end <= text.groups[index].start { taken.removeFirst() }
      guard let found = foreign(index) ?? danish(index), taken.first.map({ !$0.overlaps(found.span) }) ?? true else {
        index += 1
        continue
      }
      result.append(found)
      while index < text.groups.count, text.groups[index].start < found.span.end { index += 1 }
    }
    return result
  }

  // MARK: With a country

  /// A number that begins with a plus, or with 00 and the country's number.
  private func foreign(_ index: Int) -> PrivacyFinding? {
    let bytes = text.bytes
    var start = text.groups[index].start
    let digits = text.digits(index...index)
    let hasPlus = start > 0 && bytes[start - 1] == 0x2B
    guard hasPlus || digits.starts(with: [0, 0] + Self.country) else { return nil }
    if hasPlus { start -= 1 }
    let prefix = hasPlus ? 0 : 2
    let isDanish = Array(digits.dropFirst(prefix).prefix(2)) == Self.country
    let wanted = prefix + (isDanish ? 10 : 15)
    var count = digits.count
    var last = index
    while count < wanted, last + 1 < text.groups.count, isPart(last), count + text.groups[last + 1].count <= wanted {
      last += 1
      count += text.groups[last].count
    }
    guard isDanish ? count == wanted : count >= 9 else { return nil }
    var value = Array(text.digits(index...last).dropFirst(prefix))
    if isDanish { value.removeFirst(2) }
    if start > 0, bytes[start - 1] == 0x28 { start -= 1 }
    return PrivacyFinding(
      .phone, TextSpan(start, text.groups[last].end), value: (isDanish ? "" : "+") + NumberText.text(value))
  }

  /// Whether the group after `index` may belong to the same number; a bracket may end the country's number.
  private func isPart(_ index: Int) -> Bool {
    switch text.gap(after: index) {
    case .space, .dash, .dot: return true
    case .other:
      let between = text.bytes[text.groups[index].end..<text.groups[index + 1].start]
      return between.count <= 4 && between.allSatisfy { $0 == 0x29 || $0 == 0x28 || $0 == 0x20 || $0 == 0x30 }
    default: return false
    }
  }

  // MARK: Eight digits

  /// How eight digits are parted, and whether that alone says what they are.
  private static let shapes: [(lengths: [Int], saysSo: Bool)] = [
    ([8], true), ([2, 2, 2, 2], true), ([4, 4], true), ([2, 2, 4], true), ([4, 2, 2], true), ([2, 6], true),
    ([2, 3, 3], false), ([3, 2, 3], false), ([3, 3, 2], false), ([1, 7], false), ([3, 5], false),
  ]

  private func danish(_ index: Int) -> PrivacyFinding? {
    for (lengths, saysSo) in Self.shapes {
      let last = index + lengths.count - 1
      guard last < text.groups.count, zip(text.groups[index...], lengths).allSatisfy({ $0.count == $1 }) else {
        continue
      }
      let gaps = Array(text.gaps[index..<last])
      guard gaps.allSatisfy({ $0 == .space || $0 == .dash || $0 == .dot }), Set(gaps).count <= 1 else { continue }
      let digits = text.digits(index...last)
      guard digits[0] >= 2 else { continue }
      let span = text.span(index...last)
      let isNamed = surroundings.isNamed(span.start, by: surroundings.words.phone, words: 3)
      if isNamed || saysSo && stands(index...last, digits, span, gaps.first) {
        return PrivacyFinding(.phone, withoutCountry(span, index), value: NumberText.text(digits))
      }
    }
    return nil
  }

  /// The span with a country's number before it that has no plus.
  private func withoutCountry(_ span: TextSpan, _ index: Int) -> TextSpan {
    guard index > 0, text.gap(before: index) == .space, text.digits(index - 1...index - 1) == Self.country else {
      return span
    }
    return TextSpan(text.groups[index - 1].start, span.end)
  }

  /// Whether eight digits that no word names are a telephone number: not a day, an amount, a range, a part of a longer
  /// number, or a number of another sort.
  private func stands(_ range: ClosedRange<Int>, _ digits: [Int], _ span: TextSpan, _ gap: NumberText.Gap?) -> Bool {
    let words = surroundings.words
    if surroundings.isFollowed(span.end, by: words.units) { return false }
    if surroundings.isNamed(span.start, by: words.number, words: 2) { return false }
    if surroundings.isNamed(span.start, by: words.currency, words: 1) { return false }
    if isGlued(range, span) { return false }
    if range.count != 4, isDay(digits) { return false }
    if range.count == 2, text.groups[range.lowerBound].count == 4 {
      let isYears = isYear(digits[..<4]) && isYear(digits[4...])
      return gap == .space && !isYears
    }
    return true
  }

  /// Whether digits, letters or marks of a longer number stand right before or after.
  private func isGlued(_ range: ClosedRange<Int>, _ span: TextSpan) -> Bool {
    let bytes = text.bytes
    if span.start > 0 {
      let before = bytes[span.start - 1]
      if Letters.isLetter(bytes, span.start - 1) || before == 0x23 || before == 0x26 || before == 0x3D { return true }
    }
    if span.end < bytes.count, Letters.isLetter(bytes, span.end) { return true }
    switch text.gap(before: range.lowerBound) {
    case .dash, .slash, .comma, .dot: return true
    // Pairs in a longer row of pairs are a table, unless the row is of whole numbers.
    case .space where range.count == 4:
      let row = row(range)
      if row.count % 4 != 0 || (range.lowerBound - row.lowerBound) % 4 != 0 { return !isCountry(range) }
    default: break
    }
    switch text.gap(after: range.upperBound) {
    case .dash, .slash: return true
    case .comma, .dot: return text.groups[range.upperBound + 1].start - span.end == 1
    case .space where range.count == 4: return row(range).count % 4 != 0 && !isCountry(range)
    default: return false
    }
  }

  private func isCountry(_ range: ClosedRange<Int>) -> Bool {
    range.lowerBound > 0 && text.digits(range.lowerBound - 1...range.lowerBound - 1) == Self.country
  }

  /// The groups of two digits with blanks between that `range` is among.
  private func row(_ range: ClosedRange<Int>) -> ClosedRange<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low > 0, text.gap(before: low) == .space, text.groups[low - 1].count == 2 { low -= 1 }
    while high + 1 < text.groups.count, text.gap(after: high) == .space, text.groups[high + 1].count == 2 { high += 1 }
    return low...high
  }

  /// Whether the digits are a day with its year, in either order.
  private func isDay(_ digits: [Int]) -> Bool {
    let pairs = stride(from: 0, to: 8, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
    let isForward = isYear(digits[4...]) && (1...31).contains(pairs[0]) && (1...12).contains(pairs[1])
    let isBackward = isYear(digits[..<4]) && (1...12).contains(pairs[2]) && (1...31).contains(pairs[3])
    return isForward || isBackward
  }

  private func isYear(_ digits: ArraySlice<Int>) -> Bool {
    (1900...2099).contains(digits.reduce(0) { $0 * 10 + $1 })
  }
}
