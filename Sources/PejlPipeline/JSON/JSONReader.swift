internal import PejlText

/// Reads one JSON text (RFC 8259), strictly, from bytes.
package struct JSONReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  /// So deep arrays and objects may lie in each other.
  private static let depth = 64

  /// A fault in a JSON text.
  package struct Fault: Error, Hashable {
    /// What is wrong.
    package let message: String
    /// Where, in bytes from the start of the text, from 1.
    package let column: Int
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The value that `bytes` hold.
  ///
  /// - Throws: ``Fault`` when they are no JSON, or something stands behind it.
  package static func read(_ bytes: ArraySlice<UInt8>) throws(Fault) -> JSONValue {
    let isText = bytes.withUnsafeBufferPointer { (try? UTF8Span(validating: $0.span)) != nil }
    guard isText else { throw Fault(message: "it is not UTF-8", column: 1) }
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.index == bytes.endIndex else { throw reader.fault("something stands behind the end") }
    return value
  }

  /// The first `count` members of the object in `bytes`; nothing behind them is looked at.
  ///
  /// - Throws: ``Fault`` when there is no object, or its beginning is broken.
  package static func firstMembers(_ count: Int, of bytes: ArraySlice<UInt8>) throws(Fault) -> JSONValue {
    var reader = JSONReader(bytes)
    reader.skipSpace()
    guard reader.take(0x7B) else { throw reader.fault("an object { is expected") }
    return .object(try reader.members(depth: 1, atMost: count))
  }

  private func fault(_ message: String) -> Fault { Fault(message: message, column: index - bytes.startIndex + 1) }

  private mutating func skipSpace() {
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      index += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.endIndex, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    guard depth < Self.depth else { throw fault("it is nested too deep") }
    skipSpace()
    guard index < bytes.endIndex else { throw fault("it ends too early") }
    switch bytes[index] {
    case 0x22: return .string(try string())
    case 0x7B:
      index += 1
      return .object(try members(depth: depth + 1, atMost: .max))
    case 0x5B:
      index += 1
      return .array(try elements(depth: depth + 1))
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Fault) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw fault("a value is expected") }
    index += word.utf8.count
    return value
  }

  private mutating func elements(depth: Int) throws(Fault) -> [JSONValue] {
    var result: [JSONValue] = []
    skipSpace()
    if take(0x5D) { return result }
    while true {
      result.append(try value(depth: depth))
      skipSpace()
      if take(0x5D) { return result }
      guard take(0x2C) else { throw fault("a comma or ] is expected") }
    }
  }

  private mutating func members(depth: Int, atMost count: Int) throws(Fault) -> [JSONValue.Member] {
    var result: [JSONValue.Member] = []
    skipSpace()
    if take(0x7D) { return result }
    while result.count < count {
      skipSpace()
      guard index < bytes.endIndex, bytes[index] == 0x22 else { throw fault("a name in quotation marks is expected") }
      let name = try string()
      skipSpace()
      guard take(0x3A) else { throw fault("a colon is expected") }
      result.append(JSONValue.Member(name: name, value: try value(depth: depth)))
      skipSpace()
      if take(0x7D) { return result }
      guard take(0x2C) else { throw fault("a comma or } is expected") }
    }
    return result
  }

  private mutating func number() throws(Fault) -> JSONValue {
    let start = index
    _ = take(0x2D)
    let first = index
    digits()
    guard index > first, bytes[first] != 0x30 || index == first + 1 else {
      index = start
      throw fault("a value is expected")
    }
    var isWhole = true
    if take(0x2E) {
      isWhole = false
      let fraction = index
      digits()
      guard index > fraction else { throw fault("a digit is expected") }
    }
    if take(0x65) || take(0x45) {
      isWhole = false
      _ = take(0x2B) || take(0x2D)
      let exponent = index
      digits()
      guard index > exponent else { throw fault("a digit is expected") }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else { throw fault("the number is too large") }
    return .number(value)
  }

  private mutating func digits() {
    while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]) { index += 1 }
  }

  private mutating func string() throws(Fault) -> [UInt8] {
    index += 1
    var result: [UInt8] = []
    while true {
      let start = index
      while index < bytes.endIndex, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 { index += 1 }
      result.append(contentsOf: bytes[start..<index])
      guard index < bytes.endIndex else { throw fault("a string has no end") }
      if take(0x22) { return result }
      guard take(0x5C) else { throw fault("a control character stands in a string; write it as \\u00XX") }
      try escape(into: &result)
    }
  }

  private mutating func escape(into result: inout [UInt8]) throws(Fault) {
    guard index < bytes.endIndex else { throw fault("a string has no end") }
    let letter = bytes[index]
    index += 1
    switch letter {
    case 0x22, 0x5C, 0x2F: result.append(letter)
    case 0x62: result.append(0x08)
    case 0x66: result.append(0x0C)
    case 0x6E: result.append(0x0A)
    case 0x72: result.append(0x0D)
    case 0x74: result.append(0x09)
    case 0x75: result.append(contentsOf: UTF8.encode(try escapedScalar()) ?? UTF8.encodedReplacementCharacter)
    default: throw fault("there is no such escape in JSON")
    }
  }

  /// The character of `\uXXXX`, or of two that make a pair; half a pair is no character and becomes U+FFFD.
  private mutating func escapedScalar() throws(Fault) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let after = index
    if first < 0xDC00, take(0x5C), take(0x75) {
      let second = try hexadecimal()
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
      {
        return scalar
      }
    }
    index = after
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    guard bytes.endIndex - index >= 4,
      bytes[index..<index + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits are expected") }
    index += 4
    return value
  }
}
