/// Writes values one after the other into bytes for the store; each string stands there once.
///
/// A whole number takes seven bits a byte, the lowest first; a fraction its eight bytes; a string the place of its text in a
/// table at the beginning. What is written has no names and no types: it is read by the program that wrote it, and the keys
/// of the store hold which program that was.
struct ByteWriter {
  private var body: [UInt8] = []
  private var places: [String: Int] = [:]
  private var strings: [String] = []

  /// Writes a number that is not negative.
  mutating func write(_ number: Int) { Self.write(number, to: &body) }

  mutating func write(_ flag: Bool) { body.append(flag ? 1 : 0) }

  mutating func write(_ number: Double) { write(word: number.bitPattern) }

  /// Writes eight bytes.
  mutating func write(word: UInt64) { withUnsafeBytes(of: word.littleEndian) { body.append(contentsOf: $0) } }

  mutating func write(_ string: String) {
    if let place = places[string] {
      write(place)
    } else {
      places[string] = strings.count
      write(strings.count)
      strings.append(string)
    }
  }

  mutating func write(raw bytes: [UInt8]) {
    write(bytes.count)
    body += bytes
  }

  mutating func write<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    self.write(value != nil)
    if let value { write(&self, value) }
  }

  mutating func write(_ string: String?) { write(string) { $0.write($1) } }
  mutating func write(_ number: Int?) { write(number) { $0.write($1) } }

  mutating func write<Values: Collection>(_ values: Values, _ write: (inout ByteWriter, Values.Element) -> Void) {
    self.write(values.count)
    for value in values { write(&self, value) }
  }

  /// Writes the place of `value` among `all`.
  mutating func write<Value: Equatable>(_ value: Value, among all: [Value]) { write(all.firstIndex(of: value) ?? 0) }

  /// Everything that was written.
  func finish() -> [UInt8] {
    var bytes: [UInt8] = []
    Self.write(strings.count, to: &bytes)
    for string in strings {
      Self.write(string.utf8.count, to: &bytes)
      bytes += string.utf8
    }
    return bytes + body
  }

  private static func write(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt(number)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
