/// How many words two texts have in common in the same order: the longest common subsequence, exactly.
///
/// Bit-parallel: one bit a word of the first text, sixty-four at once (Hyyrö 2004, "Bit-parallel LCS-length computation
/// revisited"). Made once for a text and compared with many.
struct CommonWords<Word: Hashable & Sendable>: Sendable {
  /// By word: the blocks that it stands in, rising, with its bits there.
  private var masks: [Word: [(block: Int, bits: UInt64)]] = [:]
  private let blocks: Int
  private let count: Int

  /// Ready to compare others with `words`.
  init(_ words: [Word]) {
    count = words.count
    blocks = (words.count + 63) / 64
    for (place, word) in words.enumerated() {
      let bit: UInt64 = 1 << UInt64(place % 64)
      if let last = masks[word]?.indices.last, masks[word]?[last].block == place / 64 {
        masks[word]?[last].bits |= bit
      } else {
        masks[word, default: []].append((place / 64, bit))
      }
    }
  }

  /// The number of words that `other` has in common with the text, in the same order.
  func count(in other: [Word]) -> Int {
    blocks == 1 ? countInOneBlock(other) : countInBlocks(other)
  }

  private func countInOneBlock(_ other: [Word]) -> Int {
    var open = UInt64.max
    for word in other {
      guard let mask = masks[word] else { continue }
      open = (open &+ (open & mask[0].bits)) | (open & ~mask[0].bits)
    }
    return zeros(open, 0)
  }

  private func countInBlocks(_ other: [Word]) -> Int {
    var open = Array(repeating: UInt64.max, count: blocks)
    for word in other {
      guard let mask = masks[word] else { continue }
      var (carry, next, block): (UInt64, Int, Int) = (0, 0, 0)
      // A block in which the word does not stand changes only by what is carried into it.
      while carry == 1 || next < mask.count {
        if carry == 0 { block = mask[next].block }
        guard block < blocks else { break }
        var bits: UInt64 = 0
        if next < mask.count, mask[next].block == block {
          bits = mask[next].bits
          next += 1
        }
        let old = open[block]
        let (half, first) = old.addingReportingOverflow(old & bits)
        let (sum, second) = half.addingReportingOverflow(carry)
        carry = first || second ? 1 : 0
        open[block] = sum | (old & ~bits)
        block += 1
      }
    }
    return open.indices.reduce(0) { $0 + zeros(open[$1], $1) }
  }

  /// The zeros of a block among the bits that stand for words.
  private func zeros(_ bits: UInt64, _ block: Int) -> Int {
    let used = min(64, count - block * 64)
    let mask = used == 64 ? UInt64.max : (1 << UInt64(used)) - 1
    return (~bits & mask).nonzeroBitCount
  }
}
