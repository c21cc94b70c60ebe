/// What a line looks like: the little that plain text tells of headings.
enum LineShape {
  /// Whether the line is short, has no end mark, is mostly letters, and is no greeting.
  static func isShort(_ line: some StringProtocol) -> Bool {
    var letters = 0
    var others = 0
    var last: Character = " "
    for character in line {
      if let ascii = character.asciiValue {
        if ascii == 0x20 || 0x09...0x0D ~= ascii { continue }
        if ascii == 0x40 { return false }
        if 0x61...0x7A ~= ascii | 0x20 { letters += 1 } else { others += 1 }
      } else {
        if character.isWhitespace { continue }
        if character.isLetter { letters += 1 } else { others += 1 }
      }
      last = character
      if letters + others > 80 { return false }
    }
    guard letters >= 3, letters * 10 >= (letters + others) * 6, !endMarks.contains(last) else { return false }
    return line.split(whereSeparator: \.isWhitespace).count <= 12 && !MailMarks.isGreeting(line)
  }

  /// Whether the line is a short one in capitals.
  static func isCapitals(_ line: some StringProtocol) -> Bool {
    isShort(line) && line.count(where: \.isUppercase) >= 4 && !line.contains(where: \.isLowercase)
  }

  /// Whether the text ends as a sentence does.
  static func endsSentence(_ text: some StringProtocol) -> Bool {
    guard let last = text.last(where: { !$0.isWhitespace && !closers.contains($0) }) else { return false }
    return ".!?:;".contains(last)
  }

  /// The number of `#` that mark the line as a heading, or 0.
  static func hashes(_ line: some StringProtocol) -> Int {
    let count = line.prefix { $0 == "#" }.count
    guard 1...6 ~= count, let after = line.dropFirst(count).first, after == " " || after == "\t" else { return 0 }
    return count
  }

  private static let endMarks = Set<Character>(".!?:;,…")
  private static let closers = Set<Character>("”“\"’'»«)]")
}
