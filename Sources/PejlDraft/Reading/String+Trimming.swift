extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String { trimmed(of: "") }

  /// Without white space and the characters of `others` at its ends.
  func trimmed(of others: String) -> String {
    let drops = { (character: Character) in character.isWhitespace || others.contains(character) }
    var text = self[...]
    while let first = text.first, drops(first) { text = text.dropFirst() }
    while let last = text.last, drops(last) { text = text.dropLast() }
    return String(text)
  }

  /// With every run of white space folded to one blank, and none at its ends.
  var folded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The first letter made large.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
