/// A set of small numbers.
struct BitSet: Sendable {
  private var words: [UInt64]

  /// An empty set of numbers below `count`.
  init(count: Int) { words = Array(repeating: 0, count: count / 64 + 1) }

  /// Whether the number is in it.
  @inline(__always)
  func contains(_ number: Int32) -> Bool { words[Int(number) >> 6] & 1 << UInt64(number & 63) != 0 }

  /// Puts the number in.
  @inline(__always)
  mutating func insert(_ number: Int32) { words[Int(number) >> 6] |= 1 << UInt64(number & 63) }

  /// The numbers, rising.
  var numbers: [Int] {
    var result: [Int] = []
    forEach { result.append($0) }
    return result
  }

  /// Calls `body` for each number, rising.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for place in words.indices {
      var bits = words[place]
      while bits != 0 {
        body(place * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }
}
