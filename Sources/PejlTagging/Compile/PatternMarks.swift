/// Marks of some patterns: two lists that have no mark in common have no pattern in common.
///
/// Each pattern has a mark in either of two words, so that lists without a common pattern rarely meet.
struct PatternMarks: BitwiseCopyable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  /// The marks of no pattern.
  init() {}

  /// The marks of `patterns`.
  init(_ patterns: some Sequence<Int32>) {
    for pattern in patterns {
      let hash = UInt32(truncatingIfNeeded: pattern) &* 0x9E37_79B1
      first |= 1 << UInt64(hash >> 26)
      second |= 1 << UInt64((hash >> 20) & 63)
    }
  }

  /// Whether there is none.
  @inline(__always)
  var isEmpty: Bool { first == 0 }

  /// Whether a pattern may have marks in both.
  @inline(__always)
  func meets(_ other: PatternMarks) -> Bool { first & other.first != 0 && second & other.second != 0 }

  /// The marks of the patterns of both.
  @inline(__always)
  func union(_ other: PatternMarks) -> PatternMarks {
    var all = self
    all.first |= other.first
    all.second |= other.second
    return all
  }
}
