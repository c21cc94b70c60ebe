/// Reads what ``ByteWriter`` wrote, in the same order.
struct ByteReader {
  /// The bytes are not what the program wrote.
  struct Damaged: Error {}

  private let bytes: [UInt8]
  private var place = 0
  private var strings: [String] = []

  init(_ bytes: [UInt8]) throws(Damaged) {
    self.bytes = bytes
    let count = try integer()
    guard count <= bytes.count else { throw Damaged() }
    strings.reserveCapacity(count)
    for _ in 0..<count {
      let length = try integer()
      strings.append(String(decoding: try take(length), as: UTF8.self))
    }
  }

  mutating func integer() throws(Damaged) -> Int {
    var result: UInt = 0
    var shift: UInt = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      result |= UInt(byte & 0x7F) << shift
      if byte & 0x80 == 0 {
        guard let number = Int(exactly: result) else { throw Damaged() }
        return number
      }
      shift += 7
    }
    throw Damaged()
  }

  mutating func flag() throws(Damaged) -> Bool { try integer() != 0 }

  mutating func double() throws(Damaged) -> Double { Double(bitPattern: try word()) }

  /// Eight bytes.
  mutating func word() throws(Damaged) -> UInt64 {
    guard bytes.count - place >= 8 else { throw Damaged() }
    defer { place += 8 }
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
  }

  mutating func string() throws(Damaged) -> String {
    let number = try integer()
    guard number < strings.count else { throw Damaged() }
    return strings[number]
  }

  mutating func raw() throws(Damaged) -> [UInt8] { Array(try take(try integer())) }

  mutating func optional<Value>(_ read: (inout ByteReader) throws(Damaged) -> Value) throws(Damaged) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func optionalString() throws(Damaged) -> String? { try flag() ? try string() : nil }
  mutating func optionalInteger() throws(Damaged) -> Int? { try flag() ? try integer() : nil }

  mutating func array<Value>(_ read: (inout ByteReader) throws(Damaged) -> Value) throws(Damaged) -> [Value] {
    let count = try integer()
    // Each value takes a byte at least.
    guard count <= bytes.count - place else { throw Damaged() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  mutating func one<Value>(among all: [Value]) throws(Damaged) -> Value {
    let number = try integer()
    guard number < all.count else { throw Damaged() }
    return all[number]
  }

  private mutating func take(_ count: Int) throws(Damaged) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - place else { throw Damaged() }
    defer { place += count }
    return bytes[place..<place + count]
  }
}
