/// The mark that a writer types before an item of a list.
struct ListMarker: Equatable {
  enum Style: Equatable {
    case bullet, number, letter
  }

  /// What kind of mark it is.
  let style: Style
  /// The number, for a numbered item.
  let number: Int?
  /// The character after the mark and its white space, if there is one.
  let next: Character?
  /// The number of characters of white space before it, a tab counted as four.
  let indent: Int

  private static let bullets = Set<Character>("•-–—*·‣▪●○◦➢✓□■►\u{F0B7}\u{F0A7}\u{F0FC}\u{F0D8}")

  /// The mark at the start of `line`, if it has one and something stands after it.
  init?(_ line: some StringProtocol) {
    var rest = line[...]
    var indent = 0
    while let first = rest.first, first == " " || first == "\t" || first == "\u{A0}" {
      indent += first == "\t" ? 4 : 1
      rest = rest.dropFirst()
    }
    guard let first = rest.first, let (style, length) = Self.mark(rest, first) else { return nil }
    let after = rest.dropFirst(length)
    let isTight = first == "•" || first == "\u{F0B7}"
    guard isTight || after.first == " " || after.first == "\t" || after.first == "\u{A0}" else { return nil }
    guard let next = after.first(where: { !$0.isWhitespace }) else { return nil }
    self.style = style
    number = style == .number ? Int(String(rest.prefix(length).filter(\.isNumber))) : nil
    self.next = next
    self.indent = indent
  }

  private static func mark(_ text: some StringProtocol, _ first: Character) -> (Style, Int)? {
    if bullets.contains(first) || first == "o" { return (.bullet, 1) }
    let open = first == "(" ? 1 : 0
    let body = text.dropFirst(open)
    let digits = body.prefix { $0.isASCII && $0.isNumber }.count
    if 1...3 ~= digits {
      guard let end = body.dropFirst(digits).first, end == ")" || (end == "." && open == 0) else { return nil }
      return (.number, open + digits + 1)
    }
    let letters = body.prefix { $0.isLetter }
    guard letters.count == 1 || (2...4 ~= letters.count && letters.allSatisfy { "ivx".contains($0) }),
      body.dropFirst(letters.count).first == ")"
    else { return nil }
    return (.letter, open + letters.count + 1)
  }

  /// Whether the line begins an item whatever stands around it: "1. januar" at a line's start is a date.
  var isCertain: Bool { style != .number || next?.isLowercase != true }
}
