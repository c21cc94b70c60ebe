internal import PejlText

/// The text of one paragraph as a reader walks through it: white space folded to single blanks, line breaks kept, each
/// stretch with its place in the raw text.
struct ParagraphText {
  private(set) var pieces: [(text: String, source: Int?)] = []
  private var owesBlank = false
  private var isAtLineStart = true

  /// Whether nothing but white space has been added.
  private(set) var isEmpty = true

  /// Adds text that begins at the byte offset `source` of the raw text.
  mutating func add(_ text: String, source: Int?) {
    var text = text
    text.withUTF8 { add($0, source) }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ source: Int?) {
    var index = 0
    var start = 0
    func flush(_ end: Int) {
      guard end > start else { return }
      if owesBlank, !isAtLineStart { pieces.append((" ", nil)) }
      owesBlank = false
      isAtLineStart = false
      isEmpty = false
      pieces.append((String(decoding: bytes[start..<end], as: UTF8.self), source.map { $0 + start }))
    }
    while index < bytes.count {
      let width = Self.blank(bytes, index)
      if width == 0 {
        index += 1
        continue
      }
      let next = index + width
      let isSingle = width == 1 && bytes[index] == 0x20 && index > start
      if isSingle, next < bytes.count, Self.blank(bytes, next) == 0 {
        index = next
        continue
      }
      flush(index)
      owesBlank = true
      index = next
      start = next
    }
    flush(bytes.count)
  }

  /// The width of the white space at `index`, or 0.
  private static func blank(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return index + 1 < bytes.count && (bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85) ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      let last = bytes[index + 2]
      return 0x80...0x8A ~= last || last == 0xAF || last == 0xA8 || last == 0xA9 ? 3 : 0
    case 0xE3: return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// Adds a blank that the layout shows, such as a tab.
  mutating func addBlank() { owesBlank = true }

  /// Adds a line break that the writer made.
  mutating func addLineBreak() {
    owesBlank = false
    isAtLineStart = true
    pieces.append(("\n", nil))
  }

  /// The text put together.
  var text: String { pieces.map(\.text).joined() }

  /// The paragraph cut where the writer left an empty line, and before each line that begins with a list's mark.
  func parts() -> [ParagraphText] {
    guard pieces.contains(where: { $0.text == "\n" }) else { return isEmpty ? [] : [self] }
    var lines: [ParagraphText] = [ParagraphText()]
    for piece in pieces {
      if piece.source == nil, piece.text == "\n" {
        lines.append(ParagraphText())
      } else {
        lines[lines.count - 1].pieces.append(piece)
        lines[lines.count - 1].isEmpty = false
      }
    }
    var parts: [ParagraphText] = []
    var open = ParagraphText()
    for line in lines {
      if line.isEmpty || ListMarker(line.text)?.isCertain == true {
        if !open.isEmpty { parts.append(open) }
        open = line
      } else {
        if !open.isEmpty { open.pieces.append(("\n", nil)) }
        open.pieces += line.pieces
        open.isEmpty = false
      }
    }
    if !open.isEmpty { parts.append(open) }
    return parts
  }
}

extension DocumentBuilder {
  /// Adds a paragraph; one that begins with a typed list mark is an item of a list.
  mutating func append(_ paragraph: ParagraphText, kind: Block.Kind, level: Int = 0, page: Int? = nil, part: String) {
    for piece in paragraph.parts() {
      let isItem = kind == .paragraph && ListMarker(piece.text)?.isCertain == true
      append(piece.pieces, kind: isItem ? .listItem : kind, level: isItem ? 1 : level, page: page, part: part)
    }
  }
}
