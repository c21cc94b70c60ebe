/// What a text is found again by without its words: small enough to be kept of every passage.
public struct TextSketch: Sendable, Hashable {
  /// A hash of the words in order; texts of the same words have the same.
  public let fingerprint: UInt64
  /// The number of words.
  public let count: Int
  /// One bit of 256 for each word; the second time that a word stands in a text it counts as another.
  public let signature: SIMD4<UInt64>
  /// By sixteen bits each, the words by which the text is found and finds others, the longest first; 0 behind the last.
  public let longest: SIMD32<UInt16>

  /// A sketch of known parts.
  public init(fingerprint: UInt64, count: Int, signature: SIMD4<UInt64>, longest: SIMD32<UInt16>) {
    self.fingerprint = fingerprint
    self.count = count
    self.signature = signature
    self.longest = longest
  }

  /// The sketch of a text with these words.
  public init(_ words: TextWords) {
    let members = Self.members(words.hashes)
    self.init(
      fingerprint: Self.fingerprint(words.hashes), count: words.count, signature: Self.signature(members),
      longest: Self.longest(members))
  }

  private static func longest(_ members: [UInt64]) -> SIMD32<UInt16> {
    var result = SIMD32<UInt16>.zero
    for (place, member) in members.sorted(by: >).prefix(CloseTexts.mostIndexed).enumerated() {
      result[place] = max(1, UInt16(truncatingIfNeeded: (member &* 0x9E37_79B9_7F4A_7C15) >> 32))
    }
    return result
  }

  /// Words with their repetitions told apart.
  static func members(_ words: [UInt64]) -> [UInt64] {
    var times: [UInt64: UInt64] = [:]
    return words.map { hash in
      let time = times[hash, default: 0] + 1
      times[hash] = time
      return time == 1 ? hash : key(of: hash, time: time)
    }
  }

  /// A hash of words in order.
  public static func fingerprint(_ hashes: some Sequence<UInt64>) -> UInt64 {
    hashes.reduce(0x9E37_79B9_7F4A_7C15) { sum, hash in
      let mixed = (sum ^ hash) &* 0xFF51_AFD7_ED55_8CCD
      return mixed ^ mixed >> 32
    }
  }

  /// What stands for a word that stands in a text for the second or a later time; it counts as long as the word.
  static func key(of hash: UInt64, time: UInt64) -> UInt64 {
    let own: UInt64 = 1 << 58 - 1
    return hash & ~own | (hash &+ time &* 0x9E37_79B9_7F4A_7C15) & own
  }

  static func signature(_ members: [UInt64]) -> SIMD4<UInt64> {
    var result = SIMD4<UInt64>.zero
    for member in members {
      let bit = Int((member &* 0x9E37_79B9_7F4A_7C15) >> 56)
      result[bit / 64] ^= 1 << UInt64(bit % 64)
    }
    return result
  }

  /// The most words that two texts with these signatures and counts can have in common.
  static func bound(_ one: SIMD4<UInt64>, _ count: Int, _ other: SIMD4<UInt64>, _ otherCount: Int) -> Int {
    let differing = one ^ other
    let bits =
      differing[0].nonzeroBitCount + differing[1].nonzeroBitCount + differing[2].nonzeroBitCount
      + differing[3].nonzeroBitCount
    return (count + otherCount - bits) / 2
  }
}
