package import PejlCache

/// Numbers the distinct forms of words, so that each is analysed once.
package struct FormTable: Sendable {
  private var storage: [UInt8] = []
  private var bounds: [Int] = [0]
  private var slots: [Int32]
  private var mask: Int

  /// An empty table.
  package init() {
    mask = (1 << 12) - 1
    slots = Array(repeating: -1, count: 1 << 12)
  }

  /// The number of forms.
  package var count: Int { bounds.count - 1 }

  /// The bytes of the form of that number.
  package subscript(form: Int) -> ArraySlice<UInt8> { storage[bounds[form]..<bounds[form + 1]] }

  /// The number of `form`, which is added when it is new.
  package mutating func number(of form: [UInt8]) -> Int {
    var slot = Self.hash(form.span) & mask
    while slots[slot] >= 0 {
      if equals(Int(slots[slot]), form.span) { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    let number = count
    storage.append(contentsOf: form)
    bounds.append(storage.count)
    slots[slot] = Int32(number)
    if count * 2 > mask { grow() }
    return number
  }

  /// The number of `form`, or nil when it has not been met.
  package func find(_ form: borrowing Span<UInt8>) -> Int? {
    var slot = Self.hash(form) & mask
    while slots[slot] >= 0 {
      if equals(Int(slots[slot]), form) { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func equals(_ number: Int, _ form: borrowing Span<UInt8>) -> Bool {
    let start = bounds[number]
    guard bounds[number + 1] - start == form.count else { return false }
    for index in 0..<form.count where storage[start + index] != form[index] { return false }
    return true
  }

  private static func hash(_ form: borrowing Span<UInt8>) -> Int {
    // FNV-1a: deterministic, and good enough for words.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<form.count { hash = (hash ^ UInt64(form[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  private mutating func grow() {
    mask = mask * 2 + 1
    slots = Array(repeating: -1, count: mask + 1)
    for number in 0..<count {
      var slot = Self.hash(self[number].span) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// Keeps the table in a file of the cache.
  package func write(to writer: inout CacheWriter) {
    writer.list(storage)
    writer.list(bounds)
    writer.list(slots)
  }

  /// The table that ``write(to:)`` kept.
  ///
  /// - Throws: ``CacheReader/Damaged`` when it does not follow.
  package init(_ reader: inout CacheReader) throws {
    storage = try reader.list()
    bounds = try reader.list()
    slots = try reader.list()
    mask = slots.count - 1
  }
}
