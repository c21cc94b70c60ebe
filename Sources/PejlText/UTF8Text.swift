/// A text as its UTF-8 bytes: valid UTF-8, LF line ends, no character that XML 1.0 forbids.
public struct UTF8Text: Hashable, Sendable {
  /// The bytes.
  public let bytes: [UInt8]

  /// A text of `string`, with line ends made LF and characters that XML 1.0 forbids left out.
  public init(_ string: String) {
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) {
      bytes = Array(string.utf8)
      return
    }
    var result: [UInt8] = []
    result.reserveCapacity(string.utf8.count)
    var afterReturn = false
    for scalar in string.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      if scalar == "\r" {
        result.append(0x0A)
      } else if scalar == "\n" {
        if !afterReturn { result.append(0x0A) }
      } else if UTF8Text.isAllowed(scalar) {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes = result
  }

  /// A text of bytes that already keep the promise of this type.
  public init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// Whether XML 1.0 allows the character in a document.
  public static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// The number of bytes.
  public var count: Int { bytes.count }
  /// The span of the whole text.
  public var span: TextSpan { TextSpan(0, bytes.count) }
  /// The text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The stretch `span` as a string.
  public subscript(span: TextSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  /// Whether the byte is white space: blank, tab or line end.
  public static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  /// `span` without white space at its ends.
  public func trimmed(_ span: TextSpan) -> TextSpan {
    var start = span.start
    var end = span.end
    while start < end, UTF8Text.isSpace(bytes[start]) { start += 1 }
    while end > start, UTF8Text.isSpace(bytes[end - 1]) { end -= 1 }
    return TextSpan(start, end)
  }
}
