/// Text on its way into a document: what XML forbids is left out, ligatures are spelt out, accents are composed, and the
/// map to the source is kept while it happens.
struct RepairedText {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []
  /// The runs so far, rising.
  private(set) var runs: [SourceMap.Run] = []

  /// Where a change began, so that it can be undone.
  typealias Mark = (bytes: Int, runs: Int)

  /// The place to come back to.
  var mark: Mark { (bytes.count, runs.count) }

  /// Forgets what came after `mark`.
  mutating func rewind(to mark: Mark) {
    bytes.removeSubrange(mark.bytes...)
    runs.removeSubrange(mark.runs...)
  }

  /// Adds text that stays as it is and stands for nothing in the source.
  mutating func append(plain text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds `text`, which began at the byte offset `source` of the part's raw text, or nil when it has no place there.
  mutating func append(_ text: String, from source: Int?, part: Int) {
    var text = text
    text.withUTF8 { buffer in
      var piece = Piece(source: source, part: part, start: bytes.count)
      append(buffer, &piece)
    }
  }

  /// The state within one piece.
  private struct Piece {
    let source: Int?
    let part: Int
    /// Where the open run of unchanged text began, here and in the source.
    var runStart: Int
    var sourceStart: Int
    /// The last character that was written, which an accent may join.
    var last: (scalar: Unicode.Scalar, start: Int, source: Int)?

    init(source: Int?, part: Int, start: Int) {
      self.source = source
      self.part = part
      runStart = start
      sourceStart = source ?? 0
    }
  }

  private mutating func append(_ buffer: UnsafeBufferPointer<UInt8>, _ piece: inout Piece) {
    let base = piece.source ?? 0
    var index = 0
    while index < buffer.count {
      let plain = index
      while index < buffer.count, Self.isPlain(buffer[index]) { index += 1 }
      if index > plain {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[plain..<index]))
        piece.last = (Unicode.Scalar(buffer[index - 1]), bytes.count - 1, base + index - 1)
        continue
      }
      let scalar = Self.scalar(in: buffer, at: index)
      let next = index + UTF8.width(scalar)
      defer { index = next }
      if 0x300...0x36F ~= scalar.value, let last = piece.last, let composed = Composition.of(last.scalar, scalar) {
        if last.start < piece.runStart {
          if piece.source != nil { runs.removeLast() }
        } else {
          close(&piece, at: last.start, source: last.source)
        }
        bytes.removeSubrange(last.start...)
        replace(with: String(composed), source: last.source..<base + next, &piece)
        piece.last = (composed, last.start, last.source)
      } else if scalar == "\r", next < buffer.count, buffer[next] == 0x0A {
        close(&piece, at: bytes.count, source: base + index)
        replace(with: "", source: base + index..<base + next, &piece)
        piece.last = nil
      } else if let repaired = Self.repair(scalar) {
        close(&piece, at: bytes.count, source: base + index)
        let start = bytes.count
        replace(with: repaired, source: base + index..<base + next, &piece)
        let single = repaired.unicodeScalars.count == 1 ? repaired.unicodeScalars.first : nil
        piece.last = single.map { ($0, start, base + index) }
      } else {
        piece.last = (scalar, bytes.count, base + index)
        bytes.append(contentsOf: buffer[index..<next])
      }
    }
    close(&piece, at: bytes.count, source: base + buffer.count)
  }

  /// Ends the run of unchanged text.
  private mutating func close(_ piece: inout Piece, at end: Int, source: Int) {
    guard piece.source != nil, end > piece.runStart else { return }
    runs.append(
      .init(text: TextSpan(piece.runStart, end), part: piece.part, source: TextSpan(piece.sourceStart, source)))
    piece.runStart = end
    piece.sourceStart = source
  }

  /// Writes what stands for the stretch `source` of the source, as a run of its own.
  private mutating func replace(with text: String, source: Range<Int>, _ piece: inout Piece) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if piece.source != nil, bytes.count > start {
      runs.append(
        .init(
          text: TextSpan(start, bytes.count), part: piece.part, source: TextSpan(source.lowerBound, source.upperBound)))
    }
    piece.runStart = bytes.count
    piece.sourceStart = source.upperBound
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09 }

  /// The character at `index` of valid UTF-8.
  private static func scalar(in buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Unicode.Scalar {
    let lead = buffer[index]
    let (length, bits): (Int, UInt32) =
      switch lead {
      case 0xF0...: (4, UInt32(lead & 0x07))
      case 0xE0...: (3, UInt32(lead & 0x0F))
      case 0xC0...: (2, UInt32(lead & 0x1F))
      default: (1, UInt32(lead))
      }
    var value = bits
    for offset in 1..<max(length, 1) where index + offset < buffer.count {
      value = value << 6 | UInt32(buffer[index + offset] & 0x3F)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// What stands in the text for a character that does not stay as it is, or nil for one that stays.
  private static func repair(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xAD, 0xFEFF, 0x200B, 0x200C, 0x2060: ""
    case 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: "\n"
    case 0xA0, 0x2000...0x200A, 0x202F: " "
    case 0x212B: "\u{C5}"
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    case 0x7F: ""
    // Bullets, ticks and arrows as Symbol and Wingdings number them in the private area.
    case 0xF0B7: "•"
    case 0xF0A7, 0xF06E: "▪"
    case 0xF0D8: "➢"
    case 0xF0FC: "✓"
    case 0xF0E0: "→"
    default: UTF8Text.isAllowed(scalar) ? nil : ""
    }
  }
}
