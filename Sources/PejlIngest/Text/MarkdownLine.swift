/// A line of Markdown as its reader sees it, each stretch with its place in the file.
struct MarkdownLine {
  private(set) var pieces: [(text: String, source: Int?)] = []
  private let bytes: [UInt8]
  private var open = 0
  /// Marks that stand alone in the line, and brackets in one that has no address, are what they are.
  private let alone: Set<UInt8>
  private var links: Int

  /// The line in `range` of `bytes`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    alone = Set("*_`~".utf8.filter { mark in Self.runs(of: mark, in: bytes[range]) < 2 })
    // Brackets that open and never close would each be looked after to the end.
    links = Self.linkLimit
    let hashes = LineShape.hashes(String(decoding: bytes[range].prefix(8), as: UTF8.self))
    var index = range.lowerBound + hashes
    open = index
    while index < range.upperBound {
      switch bytes[index] {
      case 0x5C where index + 1 < range.upperBound && Self.isMark(bytes[index + 1]):
        // A backslash shows the mark that follows it.
        drop(index, to: index + 1)
        index += 2
      case 0x2A, 0x5F, 0x60, 0x7E:
        let end = bytes[index..<range.upperBound].firstIndex { $0 != bytes[index] } ?? range.upperBound
        if isEmphasis(index..<end, in: range) { drop(index, to: end) }
        index = end
      case 0x21 where index + 1 < range.upperBound && bytes[index + 1] == 0x5B, 0x5B:
        index = link(index, in: range)
      default: index += 1
      }
    }
    drop(range.upperBound, to: range.upperBound)
  }

  /// Leaves out what stands from `start` to `end`.
  private mutating func drop(_ start: Int, to end: Int) {
    if start > open { pieces.append((String(decoding: bytes[open..<start], as: UTF8.self), open)) }
    open = end
  }

  private static func isMark(_ byte: UInt8) -> Bool { "\\`*_{}[]()#+-.!~>|".utf8.contains(byte) }

  /// Whether a run of marks sets words off: text on one side of it, and the same marks again in the line.
  private func isEmphasis(_ run: Range<Int>, in line: Range<Int>) -> Bool {
    guard run.count <= 3, !alone.contains(bytes[run.lowerBound]) else { return false }
    let before = run.lowerBound > line.lowerBound ? bytes[run.lowerBound - 1] : 0x20
    let after = run.upperBound < line.upperBound ? bytes[run.upperBound] : 0x20
    guard !(Self.isBlank(before) && Self.isBlank(after)) else { return false }
    // An underscore within a word belongs to it.
    if bytes[run.lowerBound] == 0x5F, Self.isWord(before), Self.isWord(after) { return false }
    return true
  }

  private static let linkLimit = 200

  /// How many runs of `mark` there are, as far as they matter: none, one or more.
  private static func runs(of mark: UInt8, in bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.firstIndex(of: mark), let end = bytes[first...].firstIndex(where: { $0 != mark }) else {
      return 0
    }
    return bytes[end...].contains(mark) ? 2 : 1
  }

  /// Leaves a link's brackets and address out, and returns the place to go on from.
  private mutating func link(_ start: Int, in line: Range<Int>) -> Int {
    let first = bytes[start] == 0x21 ? start + 2 : start + 1
    let reach = min(line.upperBound, first + 2000)
    links -= 1
    guard links >= 0, first < reach, let close = bytes[first..<reach].firstIndex(of: 0x5D), close + 1 < reach,
      bytes[close + 1] == 0x28, let end = bytes[close..<reach].firstIndex(of: 0x29)
    else { return start + 1 }
    drop(start, to: first)
    drop(close, to: end + 1)
    return end + 1
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || 0x30...0x39 ~= byte
  }
}
