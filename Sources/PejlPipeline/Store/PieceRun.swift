internal import Glibc

/// Writes pieces into a file, and those that stood one behind the other in a former file at once.
struct PieceRun {
  private let file: PieceFile
  /// What is still to be written: a stretch of `source`.
  private var open = UnsafeRawBufferPointer(start: nil, count: 0)
  private var source = UnsafeRawBufferPointer(start: nil, count: 0)

  /// Nothing yet, to be written into `file`.
  init(_ file: PieceFile) { self.file = file }

  /// How many bytes there are, written or still to be written.
  var count: Int { file.count + open.count }

  /// Adds the bytes of `source` in `range`, which must stay where they are until ``finish()``.
  mutating func copy(_ range: Range<Int>, of source: UnsafeRawBufferPointer) throws {
    let piece = UnsafeRawBufferPointer(rebasing: source[range])
    if let next = following(piece.count), next.baseAddress == piece.baseAddress {
      open = UnsafeRawBufferPointer(start: open.baseAddress, count: open.count + piece.count)
    } else {
      try finish()
      (open, self.source) = (piece, source)
    }
  }

  /// Adds `bytes`.
  mutating func write(_ bytes: [UInt8]) throws {
    if let next = following(bytes.count), Self.areSame(bytes, next) {
      open = UnsafeRawBufferPointer(start: open.baseAddress, count: open.count + bytes.count)
    } else {
      try finish()
      try file.write(bytes)
    }
  }

  /// Writes what is still to be written.
  mutating func finish() throws {
    if !open.isEmpty { try file.write(open) }
    open = UnsafeRawBufferPointer(start: nil, count: 0)
  }

  private static func areSame(_ bytes: [UInt8], _ other: UnsafeRawBufferPointer) -> Bool {
    guard let start = other.baseAddress else { return bytes.isEmpty }
    return bytes.withUnsafeBytes { own in own.baseAddress.map { memcmp($0, start, own.count) == 0 } ?? true }
  }

  /// So many bytes of the source behind what is still to be written; nil where there are not so many.
  private func following(_ count: Int) -> UnsafeRawBufferPointer? {
    guard let start = source.baseAddress, let first = open.baseAddress else { return nil }
    let end = first - start + open.count
    return end + count <= source.count ? UnsafeRawBufferPointer(rebasing: source[end..<end + count]) : nil
  }
}
