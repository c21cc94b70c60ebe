internal import PejlText

/// The numbers of a text: groups of digits, and what stands between two of them.
struct NumberText {
  /// Digits in a row; characters without width among them are passed over.
  struct Group {
    let start: Int
    let end: Int
    let count: Int
  }

  /// What stands between a group and the next.
  enum Gap {
    /// A blank or a few, on one line.
    case space
    /// Blanks with a line end.
    case lineEnd
    /// A dash with nothing around it.
    case dash
    /// A dash with blanks around it.
    case spacedDash
    /// A full stop.
    case dot
    /// A slash.
    case slash
    /// A comma.
    case comma
    /// Anything else, or too far.
    case other
  }

  let bytes: [UInt8]
  private(set) var groups: [Group] = []
  private(set) var gaps: [Gap] = []
  private static let reach = 14

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var place = 0
    while place < bytes.count {
      guard Letters.isDigit(bytes[place]) else {
        place += 1
        continue
      }
      let start = place
      var end = place
      var count = 0
      while place < bytes.count {
        if Letters.isDigit(bytes[place]) {
          count += 1
          place += 1
          end = place
        } else {
          let width = Letters.invisible(bytes, place)
          guard width > 0 else { break }
          place += width
        }
      }
      if let last = groups.last { gaps.append(gap(last.end, start)) }
      groups.append(Group(start: start, end: end, count: count))
    }
  }

  /// What stands before the group at `index`.
  func gap(before index: Int) -> Gap { index > 0 ? gaps[index - 1] : .other }
  /// What stands after the group at `index`.
  func gap(after index: Int) -> Gap { index < gaps.count ? gaps[index] : .other }

  /// The digits of the groups in `range` as numbers from 0 to 9.
  func digits(_ range: ClosedRange<Int>) -> [Int] {
    bytes[groups[range.lowerBound].start..<groups[range.upperBound].end].compactMap {
      Letters.isDigit($0) ? Int($0) - 0x30 : nil
    }
  }

  /// The stretch of the groups in `range`.
  func span(_ range: ClosedRange<Int>) -> TextSpan {
    TextSpan(groups[range.lowerBound].start, groups[range.upperBound].end)
  }

  /// The digits as text.
  static func text(_ digits: [Int]) -> String { digits.map(String.init).joined() }

  private func gap(_ start: Int, _ end: Int) -> Gap {
    guard end - start <= Self.reach else { return .other }
    var place = start
    var blanks = 0
    var lineEnds = 0
    var mark: Gap?
    while place < end {
      let blank = Letters.space(bytes, place)
      if blank > 0 {
        blanks += 1
        if bytes[place] == 0x0A { lineEnds += 1 }
        place += blank
        continue
      }
      let hidden = Letters.invisible(bytes, place)
      if hidden > 0 {
        place += hidden
        continue
      }
      guard mark == nil else { return .other }
      let dash = Letters.dash(bytes, place)
      if dash > 0 {
        mark = .dash
        place += dash
        continue
      }
      switch bytes[place] {
      case 0x2E: mark = .dot
      case 0x2F: mark = .slash
      case 0x2C: mark = .comma
      default: return .other
      }
      place += 1
    }
    guard lineEnds <= 1, blanks <= 4 else { return .other }
    guard let mark else { return lineEnds > 0 ? .lineEnd : .space }
    if case .dash = mark { return blanks > 0 ? .spacedDash : .dash }
    return blanks > 0 ? .other : mark
  }
}
