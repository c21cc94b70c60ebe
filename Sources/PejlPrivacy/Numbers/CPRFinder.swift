internal import PejlText

/// Finds personal numbers in all the ways that people write them.
struct CPRFinder {
  let text: NumberText
  let surroundings: Surroundings
  let accounts: [PrivacyFinding]

  /// How the digits are parted, and how much that shape says by itself.
  private struct Shape {
    let lengths: [Int]
    let test: @Sendable ([NumberText.Gap]) -> Certainty
  }

  /// How sure a shape is, before the number itself is looked at.
  private enum Certainty {
    /// No personal number is written so.
    case never
    /// Only with the check by modulus 11, or a word before it.
    case doubtful
    /// A day that exists is enough.
    case sure
  }

  private static let shapes: [Shape] = [
    Shape(lengths: [10]) { _ in .sure },
    Shape(lengths: [6, 4]) { gaps in
      switch gaps[0] {
      case .dash, .spacedDash, .space: .sure
      case .lineEnd, .dot, .slash: .doubtful
      default: .never
      }
    },
    Shape(lengths: [2, 2, 2, 4]) { gaps in
      guard gaps[..<2].allSatisfy(isInDate) else { return .never }
      switch gaps[2] {
      case .dash: return .sure
      case .space: return gaps[0] == .space && gaps[1] == .space ? .sure : .doubtful
      case .spacedDash: return gaps[0] == .space && gaps[1] == .space ? .sure : .doubtful
      case .slash, .dot, .lineEnd: return .doubtful
      default: return .never
      }
    },
    Shape(lengths: Array(repeating: 1, count: 10)) { gaps in
      gaps.enumerated().allSatisfy { $1 == .space || $0 == 5 && ($1 == .dash || $1 == .spacedDash) } ? .sure : .never
    },
    Shape(lengths: [2, 2, 6]) { $0.allSatisfy(isInDate) ? .doubtful : .never },
    Shape(lengths: [4, 2, 4]) { $0[0] == .space && $0[1] != .comma && $0[1] != .other ? .doubtful : .never },
    Shape(lengths: [2, 4, 4]) { $0[0] == .space && $0[1] != .comma && $0[1] != .other ? .doubtful : .never },
    Shape(lengths: [6, 2, 2]) { isJoint($0[0]) && $0[1] == .space ? .doubtful : .never },
    Shape(lengths: [6, 3, 1]) { isJoint($0[0]) && isJoint($0[1]) ? .doubtful : .never },
    Shape(lengths: [2, 2, 2, 2, 2]) { $0.allSatisfy { isJoint($0) || $0 == .dot } ? .doubtful : .never },
  ]

  /// Shapes with the year in four digits.
  private static let longShapes: [Shape] = [
    Shape(lengths: [8, 4]) { isJoint($0[0]) ? .doubtful : .never },
    Shape(lengths: [2, 2, 4, 4]) { $0[..<2].allSatisfy(isInDate) && isJoint($0[2]) ? .doubtful : .never },
    Shape(lengths: [12]) { _ in .doubtful },
  ]

  private static func isInDate(_ gap: NumberText.Gap) -> Bool {
    gap == .space || gap == .dot || gap == .dash || gap == .slash
  }

  private static func isJoint(_ gap: NumberText.Gap) -> Bool { gap == .space || gap == .dash || gap == .spacedDash }

  /// The numbers in order, none over another.
  func find() -> [PrivacyFinding] {
    var result: [PrivacyFinding] = []
    var index = 0
    while index < text.groups.count {
      if let (last, number) = number(at: index) {
        result.append(PrivacyFinding(.cpr, text.span(index...last), value: NumberText.text(number.digits)))
        index = last + 1
      } else {
        index += 1
      }
    }
    return result
  }

  private func number(at index: Int) -> (last: Int, CPRNumber)? {
    let groups = text.groups[index...]
    for (shapes, isLong) in [(Self.shapes, false), (Self.longShapes, true)] {
      for shape in shapes {
        let last = index + shape.lengths.count - 1
        guard last < text.groups.count, zip(groups, shape.lengths).allSatisfy({ $0.count == $1 }) else { continue }
        let certainty = shape.test(Array(text.gaps[index..<last]))
        guard certainty != .never else { continue }
        var digits = text.digits(index...last)
        if isLong { digits.removeSubrange(4..<6) }
        guard let number = CPRNumber(digits) else { continue }
        if isLong, number.year != Self.value(text.digits(index...last)[4..<8]) { continue }
        if accepts(number, index...last, certainty) { return (last, number) }
      }
    }
    return nil
  }

  private static func value(_ digits: ArraySlice<Int>) -> Int { digits.reduce(0) { $0 * 10 + $1 } }

  private func accepts(_ number: CPRNumber, _ range: ClosedRange<Int>, _ certainty: Certainty) -> Bool {
    let span = text.span(range)
    if surroundings.isNamed(span.start, by: surroundings.words.person) { return true }
    if accounts.contains(where: { $0.span.overlaps(span) }) { return false }
    if range.count > 1, text.groups[range.lowerBound].count == 6, text.gap(after: range.lowerBound) == .dash {
      return true
    }
    if isInsideCode(span) || isFraction(range.upperBound) { return false }
    if surroundings.isFollowed(span.end, by: surroundings.words.units) { return false }
    if isPlus(before: span.start) { return false }
    if number.isChecked { return true }
    guard certainty == .sure else { return false }
    // Without the check, nothing may say that it is something else.
    switch text.gap(before: range.lowerBound) {
    case .dash, .dot, .comma, .slash: return false
    case .space where range.count > 1 && text.groups[range.lowerBound - 1].count <= 3: return isAtEnd(range)
    default: break
    }
    if range.count > 1, !isAtEnd(range) { return false }
    return !surroundings.isNamed(span.start, by: surroundings.words.number, words: 2)
  }

  /// Whether no further group follows on the same line.
  private func isAtEnd(_ range: ClosedRange<Int>) -> Bool {
    switch text.gap(after: range.upperBound) {
    case .other, .lineEnd, .comma, .spacedDash: true
    default: false
    }
  }

  private func isPlus(before place: Int) -> Bool { place > 0 && text.bytes[place - 1] == 0x2B }

  /// Whether decimals follow.
  private func isFraction(_ index: Int) -> Bool {
    text.gap(after: index) == .comma && text.groups[index + 1].count <= 2
  }

  /// Whether the digits are a part of a code of letters and digits, such as a hash.
  private func isInsideCode(_ span: TextSpan) -> Bool {
    let bytes = text.bytes
    var before = span.start
    while before > 0, Letters.isLetter(bytes, before - 1) { before -= 1 }
    if before < span.start, span.start - before < 2 || before > 0 && Letters.isDigit(bytes[before - 1]) { return true }
    var after = span.end
    while after < bytes.count, Letters.isLetter(bytes, after) { after += 1 }
    return after > span.end && after < bytes.count && Letters.isDigit(bytes[after])
  }
}
