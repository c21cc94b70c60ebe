/// Counts the pictures in a TIFF file.
enum TIFFPages {
  /// The number of pictures, at most `limit`: the length of the chain of directories (TIFF 6.0, section 2). 0 when the
  /// file has no such chain.
  static func count(_ bytes: [UInt8], limit: Int) -> Int {
    guard bytes.count >= 8 else { return 0 }
    let isBig = bytes[0] == 0x4D
    func number(_ offset: Int, _ width: Int) -> Int? {
      guard offset >= 0, offset + width <= bytes.count else { return nil }
      let own = bytes[offset..<(offset + width)]
      return (isBig ? Array(own) : own.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }
    var seen: Set<Int> = []
    var directory = number(4, 4) ?? 0
    while directory > 0, seen.count < limit, seen.insert(directory).inserted {
      guard let entries = number(directory, 2), let next = number(directory + 2 + entries * 12, 4) else {
        seen.remove(directory)
        break
      }
      directory = next
    }
    return seen.count
  }
}
