internal import PejlText

/// Where in a text something may have to be mended; found by a quick look at its bytes.
struct ResiduePlaces {
  /// Single letters with a blank after each: `P E J L`.
  private(set) var spaced: [TextSpan] = []
  /// A hyphen and a blank between letters, the second small: `inddra- gelse`.
  private(set) var hyphens: [TextSpan] = []
  /// Characters without meaning: `(cid:12)`, the replacement character, the private area.
  private(set) var lost: [TextSpan] = []

  private static let fewestSpaced = 4

  var isEmpty: Bool { spaced.isEmpty && hyphens.isEmpty && lost.isEmpty }

  /// The places in the blocks of `document`.
  init(_ document: Document) {
    let bytes = document.text.bytes
    for block in document.blocks {
      find(bytes, block.span)
    }
  }

  private mutating func find(_ bytes: [UInt8], _ span: TextSpan) {
    var index = span.start
    var run: (start: Int, letters: Int, end: Int)?
    func close(_ places: inout [TextSpan]) {
      if let run, run.letters >= Self.fewestSpaced { places.append(TextSpan(run.start, run.end)) }
    }
    while index < span.end, spaced.count + hyphens.count + lost.count <= ResidueRepair.mostPlaces {
      let byte = bytes[index]
      let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let next = min(index + width, span.end)
      if Self.isLetter(byte), index == span.start || !Self.isWord(bytes[index - 1]) || run?.end == index - 1,
        next == span.end || !Self.isWord(bytes[next])
      {
        let isNext = run.map { index == $0.end + 1 && bytes[$0.end] == 0x20 } ?? false
        if isNext, let open = run {
          run = (open.start, open.letters + 1, next)
        } else {
          close(&spaced)
          run = (index, 1, next)
        }
      } else if byte == 0x2D, index > span.start, next + 1 < span.end, bytes[next] == 0x20,
        Self.isLetter(bytes[index - 1]) || bytes[index - 1] >= 0x80, Self.isSmall(bytes, next + 1)
      {
        hyphens.append(TextSpan(index, next + 1))
      } else if byte == 0x28, bytes[index..<span.end].starts(with: "(cid:".utf8) {
        let digits = bytes[(index + 5)..<span.end].prefix { 0x30...0x39 ~= $0 }
        if !digits.isEmpty, digits.count <= 6, digits.endIndex < span.end, bytes[digits.endIndex] == 0x29 {
          lost.append(TextSpan(index, digits.endIndex + 1))
          index = digits.endIndex + 1
          continue
        }
      } else if width == 3, Self.isLost(bytes, index, end: span.end),
        index > span.start && Self.isWord(bytes[index - 1]) || next < span.end && Self.isWord(bytes[next])
      {
        lost.append(TextSpan(index, next))
      }
      index = next
    }
    close(&spaced)
  }

  /// The replacement character and the private area.
  private static func isLost(_ bytes: [UInt8], _ index: Int, end: Int) -> Bool {
    guard index + 2 < end else { return false }
    if bytes[index] == 0xEF { return bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD || bytes[index + 1] < 0xA4 }
    return bytes[index] == 0xEE
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0xC3 }
  private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || byte >= 0x80 || 0x30...0x39 ~= byte }

  /// Whether a small letter stands at `index`.
  private static func isSmall(_ bytes: [UInt8], _ index: Int) -> Bool {
    0x61...0x7A ~= bytes[index] || bytes[index] == 0xC3 && index + 1 < bytes.count && bytes[index + 1] >= 0xA0
  }
}
