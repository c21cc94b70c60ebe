/// The marks before a heading or an item: bullets, numbers, letters.
enum OutlineMarks {
  /// `text` without a bullet.
  static func withoutBullet(_ text: String) -> String? {
    guard let first = text.first, "•-–—*·‣▪●○◦➢✓■►\u{F0B7}\u{F0A7}".contains(first), text.dropFirst().first == " "
    else {
      return nil
    }
    return text.dropFirst().trimmed
  }

  /// The number or letter before a title, such as `1.`, `A.`, `2)`, `IV.`, and the title.
  static func marked(_ text: String) -> (number: String?, title: String) {
    let text = withoutBullet(text) ?? text
    guard let word = text.split(separator: " ").first.map(String.init), word.count < text.count else {
      return (nil, text)
    }
    let core = word.trimmed(of: ".):")
    let isEnded = core.count < word.count
    let isNumber = 1...2 ~= core.count && core.allSatisfy(\.isNumber)
    let isLetter = core.count == 1 && core.first?.isUppercase == true && core.first?.isLetter == true && isEnded
    guard isNumber || isLetter else { return (nil, text) }
    let title = text.dropFirst(word.count).trimmed(of: "–-:")
    // "5 temaer" counts; "5 Temaer" is a heading.
    guard isEnded || title.first?.isUppercase == true else { return (nil, text) }
    return (core, title)
  }

  /// The number of an objective before its wording: `1.1`, `A1`, `A.1`, `2.3.`, and the wording.
  static func objective(_ text: String) -> (number: String, wording: String)? {
    let text = withoutBullet(text) ?? text
    guard let word = text.split(separator: " ").first.map(String.init), word.count < text.count else { return nil }
    let core = word.trimmed(of: ".):")
    guard group(core) != nil else { return nil }
    let wording = text.dropFirst(word.count).trimmed(of: "–-:")
    return wording.contains(where: \.isLetter) ? (core, wording) : nil
  }

  /// The first part of the number of an objective: `1` of `1.2`, `A` of `A2`.
  static func group(_ number: String) -> String? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ 1...2 ~= $0.count }), parts[1].allSatisfy(\.isNumber) {
      let isNumber = parts[0].allSatisfy(\.isNumber)
      let isLetter = parts[0].count == 1 && parts[0].first?.isUppercase == true
      return isNumber || isLetter ? String(parts[0]) : nil
    }
    if 2...3 ~= number.count, let letter = number.first, letter.isUppercase, letter.isLetter,
      number.dropFirst().allSatisfy(\.isNumber)
    {
      return String(letter)
    }
    return nil
  }
}
