internal import PejlText

/// How text that strangers wrote is made safe to look at; escaping is the templates' work.
package enum ShownText {
  /// `text` without characters that XML forbids, and with the marks that turn the direction of writing made visible: a
  /// reader must see the characters in the order in which they stand.
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    guard text.unicodeScalars.contains(where: { isDirectional($0) || !UTF8Text.isAllowed($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars where UTF8Text.isAllowed(scalar) {
      if isDirectional(scalar) {
        result += "⟦U+\(String(scalar.value, radix: 16, uppercase: true))⟧"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `text` on one line with at most so many characters, and `…` where something is left out.
  package static func shortened(_ text: String, to limit: Int = 200) -> String {
    let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return folded.count <= limit ? folded : folded.prefix(limit - 1) + "…"
  }

  /// Whether no character that needs a look begins with the byte: controls, and those of U+0600, U+2000 and U+F000 and more.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte >= 0x20 || byte == 0x0A) && byte != 0xD8 && byte != 0xE2 && byte != 0xEF
  }

  private static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: true
    default: false
    }
  }
}
