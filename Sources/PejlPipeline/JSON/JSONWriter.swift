/// Writes JSON into a growing row of bytes, without white space, members in the order in which they are given.
package struct JSONWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// A writer at the start of a text.
  package init() {}

  /// Gives up what was written, to begin anew.
  package mutating func take() -> [UInt8] {
    defer {
      bytes = []
      needsComma = false
    }
    return bytes
  }

  /// Ends a line of newline-delimited JSON.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Writes an object, as a member called `name` where one is given; `content` writes its members.
  package mutating func object(_ name: StaticString? = nil, _ content: (inout JSONWriter) throws -> Void) rethrows {
    begin(name)
    bytes.append(0x7B)
    needsComma = false
    try content(&self)
    bytes.append(0x7D)
    needsComma = true
  }

  /// Writes an array, as a member called `name` where one is given; `content` writes its elements.
  package mutating func array(_ name: StaticString? = nil, _ content: (inout JSONWriter) throws -> Void) rethrows {
    begin(name)
    bytes.append(0x5B)
    needsComma = false
    try content(&self)
    bytes.append(0x5D)
    needsComma = true
  }

  /// Writes a string.
  package mutating func string(_ value: String, _ name: StaticString? = nil) {
    begin(name)
    var value = value
    value.withUTF8 { quoted($0) }
    needsComma = true
  }

  /// Writes a string that is already UTF-8.
  package mutating func string(utf8 value: ArraySlice<UInt8>, _ name: StaticString? = nil) {
    begin(name)
    value.withUnsafeBufferPointer { quoted($0) }
    needsComma = true
  }

  /// Writes a whole number.
  package mutating func integer(_ value: Int, _ name: StaticString? = nil) {
    begin(name)
    digits(value)
    needsComma = true
  }

  /// Writes a number so that reading it gives the same number; one that is not finite, which JSON has not, as null.
  package mutating func number(_ value: Double, _ name: StaticString? = nil) {
    begin(name)
    if let whole = Int(exactly: value), value.sign == .plus || whole != 0 {
      digits(whole)
    } else if value.isFinite {
      bytes.append(contentsOf: value.description.utf8)
    } else {
      bytes.append(contentsOf: "null".utf8)
    }
    needsComma = true
  }

  /// Writes `null`.
  package mutating func null(_ name: StaticString? = nil) {
    begin(name)
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  private mutating func begin(_ name: StaticString?) {
    if needsComma { bytes.append(0x2C) }
    guard let name else { return }
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  private mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x22)
    var start = 0
    for index in text.indices where text[index] < 0x20 || text[index] == 0x22 || text[index] == 0x5C {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      escape(text[index])
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(0x6E)
    case 0x09: bytes.append(0x74)
    case 0x0D: bytes.append(0x72)
    default:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    }
  }

  private mutating func digits(_ value: Int) {
    if value < 0 { bytes.append(0x2D) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
