internal import PejlText

/// Finds account numbers: a registration number of four digits with an account number of up to ten, and IBANs (ISO 13616).
struct AccountFinder {
  let text: NumberText
  let surroundings: Surroundings
  private static let accountDigits = 6...10
  /// So many bytes may stand between the registration number and the account number.
  private static let reach = 30

  /// The accounts in order, none over another.
  func find() -> [PrivacyFinding] {
    var result: [PrivacyFinding] = []
    var index = 0
    while index < text.groups.count {
      if let found = international(index) ?? domestic(index) {
        result.append(found)
        while index < text.groups.count, text.groups[index].start < found.span.end { index += 1 }
      } else {
        index += 1
      }
    }
    return result
  }

  // MARK: Registration number and account

  private func domestic(_ index: Int) -> PrivacyFinding? {
    let group = text.groups[index]
    let isNamed = surroundings.isNamed(group.start, by: surroundings.words.account)
    if group.count == 4, let range = account(from: index + 1) {
      let between = text.bytes[group.end..<text.groups[index + 1].start]
      let isJoined = between.allSatisfy { !Letters.isDigit($0) && !Letters.isSmallOrCapital($0) }
      let saysSo = surroundings.isNamed(text.groups[index + 1].start, by: surroundings.words.account)
      if between.count <= Self.reach, isNamed && (isJoined || saysSo) || saysSo {
        return finding(index...range.upperBound)
      }
    }
    guard isNamed, let range = account(from: index), text.digits(range).count >= 7 else { return nil }
    return finding(range)
  }

  /// The groups from `index` that make an account number: one, or several with blanks between.
  private func account(from index: Int) -> ClosedRange<Int>? {
    guard index < text.groups.count else { return nil }
    var count = text.groups[index].count
    if Self.accountDigits.contains(count) { return index...index }
    var last = index
    while count < Self.accountDigits.lowerBound || text.groups[last].count < 4, last + 1 < text.groups.count,
      text.gap(after: last) == .space, count + text.groups[last + 1].count <= Self.accountDigits.upperBound
    {
      last += 1
      count += text.groups[last].count
    }
    return Self.accountDigits.contains(count) ? index...last : nil
  }

  private func finding(_ range: ClosedRange<Int>) -> PrivacyFinding {
    PrivacyFinding(.account, text.span(range), value: NumberText.text(text.digits(range)))
  }

  // MARK: IBAN

  /// The IBAN whose check digits are the first two digits of the group at `index`.
  private func international(_ index: Int) -> PrivacyFinding? {
    let bytes = text.bytes
    let start = text.groups[index].start - 2
    guard start >= 0, bytes[start..<start + 2].allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else { return nil }
    guard start == 0 || !Letters.isLetter(bytes, start - 1) else { return nil }
    var code: [UInt8] = []
    var ends: [Int] = []
    var place = start
    while place < bytes.count, code.count < 34 {
      let byte = bytes[place]
      if Letters.isDigit(byte) || byte >= 0x41 && byte <= 0x5A {
        code.append(byte)
        place += 1
        ends.append(place)
      } else {
        let blank = Letters.space(bytes, place)
        guard blank > 0, byte != 0x0A, place + blank < bytes.count else { break }
        place += blank
      }
    }
    guard code.count >= 15 else { return nil }
    let isDanish = code.starts(with: [0x44, 0x4B])
    let lengths = isDanish ? [18] : Array((15...code.count).reversed())
    for length in lengths where length <= code.count {
      let end = ends[length - 1]
      guard end == bytes.count || !Letters.isDigit(bytes[end]) && !Letters.isLetter(bytes, end) else { continue }
      let candidate = Array(code[..<length])
      guard isDanish && candidate.dropFirst(2).allSatisfy(Letters.isDigit) || Self.isValid(candidate) else { continue }
      return PrivacyFinding(.account, TextSpan(start, end), value: String(decoding: candidate, as: UTF8.self))
    }
    return nil
  }

  /// Whether the code passes the check of ISO 7064 MOD 97-10.
  private static func isValid(_ code: [UInt8]) -> Bool {
    var rest = 0
    for byte in code.dropFirst(4) + code.prefix(4) {
      rest = Letters.isDigit(byte) ? (rest * 10 + Int(byte - 0x30)) % 97 : (rest * 100 + Int(byte - 0x37)) % 97
    }
    return rest == 1
  }
}
