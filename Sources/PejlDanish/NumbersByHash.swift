internal import PejlCache

/// Numbers by the hash of what they belong to, in flat arrays that are written to a file and read back as they are.
struct NumbersByHash: Sendable {
  /// The hashes, those of one bucket together.
  private let keys: [UInt64]
  /// The number of each hash.
  private let numbers: [Int32]
  /// Where each bucket begins, and behind the last where it ends.
  private let bounds: [Int32]
  private let shift: UInt64

  /// The numbers of `entries`, of which several may have one key.
  init(_ entries: [(key: UInt64, number: Int32)]) {
    var bits: UInt64 = 4
    while 1 << bits < entries.count { bits += 1 }
    let shift = 64 - bits
    var bounds = [Int32](repeating: 0, count: 1 << bits + 1)
    for entry in entries { bounds[Self.bucket(entry.key, shift) + 1] += 1 }
    for bucket in 1..<bounds.count { bounds[bucket] += bounds[bucket - 1] }
    var next = bounds
    var keys = [UInt64](repeating: 0, count: entries.count)
    var numbers = [Int32](repeating: 0, count: entries.count)
    for entry in entries {
      let bucket = Self.bucket(entry.key, shift)
      keys[Int(next[bucket])] = entry.key
      numbers[Int(next[bucket])] = entry.number
      next[bucket] += 1
    }
    (self.keys, self.numbers, self.bounds, self.shift) = (keys, numbers, bounds, shift)
  }

  @inline(__always)
  private static func bucket(_ key: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// Calls `body` for each number of `key`, in the order in which they were given.
  @inline(__always)
  func forEach(_ key: UInt64, _ body: (Int32) -> Void) {
    let bucket = Self.bucket(key, shift)
    var place = Int(bounds[bucket])
    let end = Int(bounds[bucket + 1])
    while place < end {
      if keys[place] == key { body(numbers[place]) }
      place += 1
    }
  }

  /// Whether there is a number of `key`.
  func contains(_ key: UInt64) -> Bool {
    var isFound = false
    forEach(key) { _ in isFound = true }
    return isFound
  }

  func write(to writer: inout CacheWriter) {
    writer.list(keys)
    writer.list(numbers)
    writer.list(bounds)
    writer.number(Int(shift))
  }

  init(_ reader: inout CacheReader) throws {
    keys = try reader.list()
    numbers = try reader.list()
    bounds = try reader.list()
    shift = UInt64(try reader.number() as Int)
  }
}
