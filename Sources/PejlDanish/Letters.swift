/// What the bytes of UTF-8 text are, without decoding to characters.
enum Letters {
  /// What begins at a byte.
  enum Kind { case letter, digit, other }

  /// The kind of the character that begins at `index`, and its number of bytes.
  @inline(__always)
  static func classify(_ bytes: borrowing Span<UInt8>, _ index: Int) -> (kind: Kind, width: Int) {
    let byte = bytes[index]
    if byte < 0x80 {
      let folded = byte | 0x20
      if folded >= 0x61 && folded <= 0x7A { return (.letter, 1) }
      return byte >= 0x30 && byte <= 0x39 ? (.digit, 1) : (.other, 1)
    }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if byte < 0xE0 {
      switch byte {
      case 0xC2: return (next == 0xB5 ? .letter : .other, 2)
      case 0xC3: return (next == 0x97 || next == 0xB7 ? .other : .letter, 2)
      default: return (.letter, 2)
      }
    }
    if byte >= 0xF0 { return (.other, 4) }
    // General punctuation to dingbats, CJK punctuation, and the replacement character hold no letters.
    let isSymbol = byte == 0xE2 || byte == 0xE3 && next == 0x80 || byte == 0xEF && next >= 0xBC
    return (isSymbol ? .other : .letter, 3)
  }

  /// Whether a capital letter begins at `index`: A to Z, Latin-1 capitals, Latin Extended-A capitals.
  static func isCapital(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    if byte == 0xC3 { return next >= 0x80 && next <= 0x9E && next != 0x97 }
    return (byte == 0xC4 || byte == 0xC5) && next & 1 == 0
  }

  /// Appends the character at `index` in small letters.
  @inline(__always)
  static func appendFolded(_ bytes: borrowing Span<UInt8>, _ index: Int, width: Int, to form: inout [UInt8]) {
    let byte = bytes[index]
    if byte < 0x80 {
      form.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      return
    }
    form.append(byte)
    for offset in 1..<width where index + offset < bytes.count {
      let next = bytes[index + offset]
      let isCapital = offset == 1 && Letters.isCapital(bytes, index)
      form.append(isCapital ? (byte == 0xC3 ? next | 0x20 : next + 1) : next)
    }
  }

  /// `word` in small letters, as tokens have it.
  static func folded(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    let span = word.span
    var index = 0
    while index < span.count {
      let width = min(classify(span, index).width, span.count - index)
      appendFolded(span, index, width: width, to: &result)
      index += width
    }
    return result
  }
}
