/// Letters of Latin script in UTF-8, byte by byte.
enum Letters {
  /// Whether the byte belongs to a letter: an ASCII letter, or a part of a character from U+00C0 to U+07FF.
  @inline(__always)
  static func isLetter(_ bytes: [UInt8], _ place: Int) -> Bool {
    let byte = bytes[place]
    if byte < 0x80 { return isSmallOrCapital(byte) }
    if byte >= 0xC3, byte < 0xE0 { return true }
    return byte < 0xC0 && place > 0 && bytes[place - 1] >= 0xC3 && bytes[place - 1] < 0xE0
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether the byte is an ASCII letter.
  @inline(__always)
  static func isSmallOrCapital(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// Whether a capital begins at `place`.
  static func isCapital(_ bytes: [UInt8], _ place: Int) -> Bool {
    let byte = bytes[place]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    return byte == 0xC3 && place + 1 < bytes.count && bytes[place + 1] >= 0x80 && bytes[place + 1] <= 0x9E
  }

  /// `bytes` in small letters, as far as Latin-1 goes.
  static func lower(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for place in result.indices {
      let byte = result[place]
      if byte >= 0x41, byte <= 0x5A {
        result[place] = byte | 0x20
      } else if place > 0, result[place - 1] == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 {
        result[place] = byte + 0x20
      }
    }
    return result
  }

  /// The number of bytes of the blank that begins at `place`: ASCII white space, no-break and typographic spaces; else 0.
  @inline(__always)
  static func space(_ bytes: [UInt8], _ place: Int) -> Int {
    let byte = bytes[place]
    if byte == 0x20 || byte == 0x0A || byte == 0x09 { return 1 }
    if byte == 0xC2, place + 1 < bytes.count, bytes[place + 1] == 0xA0 { return 2 }
    guard byte == 0xE2, place + 2 < bytes.count, bytes[place + 1] == 0x80 else { return 0 }
    return bytes[place + 2] <= 0x8A || bytes[place + 2] == 0xAF ? 3 : 0
  }

  /// The number of bytes of the dash that begins at `place`: hyphen, underscore, typographic hyphens and dashes, minus; else 0.
  @inline(__always)
  static func dash(_ bytes: [UInt8], _ place: Int) -> Int {
    let byte = bytes[place]
    if byte == 0x2D || byte == 0x5F { return 1 }
    guard byte == 0xE2 || byte == 0xEF, place + 2 < bytes.count else { return 0 }
    switch (byte, bytes[place + 1], bytes[place + 2]) {
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xE2, 0x81, 0x83), (0xEF, 0xB9, 0xA3), (0xEF, 0xBC, 0x8D):
      return 3
    default: return 0
    }
  }

  /// The number of bytes of the character without width that begins at `place` (soft hyphen, joiners, byte order mark); else 0.
  @inline(__always)
  static func invisible(_ bytes: [UInt8], _ place: Int) -> Int {
    let byte = bytes[place]
    if byte == 0xC2, place + 1 < bytes.count, bytes[place + 1] == 0xAD { return 2 }
    guard byte == 0xE2 || byte == 0xEF, place + 2 < bytes.count else { return 0 }
    switch (byte, bytes[place + 1], bytes[place + 2]) {
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }
}
