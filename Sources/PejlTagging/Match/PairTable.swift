internal import PejlCache

/// A number for each of many pairs of numbers, in flat arrays: asked for every two neighbouring words.
struct PairTable: Sendable {
  /// The pairs that are held, each with its number.
  private var keys: [UInt64] = Array(repeating: Self.empty, count: 1 << 6)
  private var values: [Int32] = Array(repeating: 0, count: 1 << 6)
  private var count = 0

  /// No pair: no form and no pattern has a negative number.
  private static let empty = UInt64.max

  /// An empty table.
  init() {}

  /// The number of a pair, if it is held.
  @inline(__always)
  subscript(first: Int, second: Int) -> Int32? {
    let key = Self.key(first, second)
    var slot = slot(of: key)
    while keys[slot] != Self.empty {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Gives a pair its number.
  mutating func set(_ first: Int, _ second: Int, _ value: Int32) {
    if count * 2 >= keys.count { grow() }
    insert(Self.key(first, second), value)
  }

  private static func key(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: first)) << 32 | UInt64(UInt32(truncatingIfNeeded: second))
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (keys.count - 1)
  }

  private mutating func insert(_ key: UInt64, _ value: Int32) {
    var slot = slot(of: key)
    while keys[slot] != Self.empty, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    if keys[slot] == Self.empty { count += 1 }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let held = zip(keys, values).filter { $0.0 != Self.empty }
    keys = Array(repeating: Self.empty, count: keys.count * 2)
    values = Array(repeating: 0, count: keys.count)
    count = 0
    for (key, value) in held { insert(key, value) }
  }

  func write(to writer: inout CacheWriter) {
    writer.list(keys)
    writer.list(values)
    writer.number(count)
  }

  init(_ reader: inout CacheReader) throws {
    keys = try reader.list()
    values = try reader.list()
    count = try reader.number()
    guard keys.count == values.count else { throw CacheReader.Damaged() }
  }
}
