/// Joins a letter and an accent that follows it into the one character that Unicode has for the pair (NFC), as in `a` and
/// the ring of files that come from a Mac.
enum Composition {
  /// The one character for `base` and `accent`, where there is one among Latin, Greek and Cyrillic letters.
  static func of(_ base: Unicode.Scalar, _ accent: Unicode.Scalar) -> Unicode.Scalar? {
    var pair = String.UnicodeScalarView()
    pair.append(base)
    pair.append(accent)
    let joined = String(pair)
    guard joined.count == 1, let character = joined.first else { return nil }
    return composed[character]
  }

  /// Swift compares characters by canonical equivalence, so the composed character is found by the pair itself.
  private static let composed: [Character: Unicode.Scalar] = {
    var result: [Character: Unicode.Scalar] = [:]
    for range: ClosedRange<UInt32> in [0xC0...0x24F, 0x386...0x3CE, 0x400...0x4F9, 0x1E00...0x1EFF, 0x1F00...0x1FFC] {
      for scalar in range.compactMap(Unicode.Scalar.init) where result[Character(scalar)] == nil {
        result[Character(scalar)] = scalar
      }
    }
    return result
  }()
}
