/// The order of Danish names: case and accents do not matter, `aa` counts as `å`, and `æ ø å` come last.
///
/// Source: Retskrivningsordbogen, the rules of alphabetical order; signs are left out, blanks come before letters.
public enum DanishCollation {
  /// Whether `left` stands before `right`; of equals the one whose characters come first.
  public static func isBefore(_ left: String, _ right: String) -> Bool {
    let (leftKey, rightKey) = (key(left), key(right))
    return leftKey == rightKey
      ? left.utf8.lexicographicallyPrecedes(right.utf8) : leftKey.lexicographicallyPrecedes(rightKey)
  }

  /// The places of the letters: digits 1 to 10, `a` 11, `z` 36, then `æ ø å`; a blank is 0.
  private static func key(_ text: String) -> [Int] {
    var result: [Int] = []
    for character in text.lowercased().replacing("aa", with: "å") {
      if character.isWhitespace || character == "-" {
        if result.last != 0, !result.isEmpty { result.append(0) }
        continue
      }
      result += places(of: character)
    }
    return result
  }

  private static let special: [Character: [Int]] = [
    "æ": [37], "ä": [37], "ø": [38], "ö": [38], "å": [39], "ü": [35], "ß": [29, 29], "ð": [14], "þ": [30, 18],
  ]

  private static func places(of character: Character) -> [Int] {
    if let known = special[character] { return known }
    if let digit = character.wholeNumberValue, digit < 10 { return [digit + 1] }
    // The letter without its accent is the first scalar of its decomposition, which the standard library does not give:
    // letters of Latin-1 are told by their ranges.
    guard let scalar = character.unicodeScalars.first else { return [] }
    switch scalar.value {
    case 0x61...0x7A: return [Int(scalar.value) - 0x61 + 11]
    case 0xE0...0xE5: return [11]
    case 0xE7: return [13]
    case 0xE8...0xEB: return [15]
    case 0xEC...0xEF: return [19]
    case 0xF1: return [24]
    case 0xF2...0xF6: return [25]
    case 0xF9...0xFC: return [31]
    case 0xFD, 0xFF: return [35]
    default: return character.isLetter ? [40 + Int(scalar.value)] : []
    }
  }
}
