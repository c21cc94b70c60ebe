/// A value of JSON (RFC 8259).
package enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number without a fraction that fits.
  case integer(Int)
  /// Any other number.
  case number(Double)
  /// A string as UTF-8.
  case string([UInt8])
  /// An array.
  case array([JSONValue])
  /// An object; the members in the order in which they stand.
  case object([Member])

  /// A member of an object.
  package struct Member: Hashable, Sendable {
    /// The name.
    package let name: [UInt8]
    /// The value.
    package let value: JSONValue
  }

  /// The member called `name` of an object; the last of several; nil where there is none or it is null.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    let found = members.last { $0.name.elementsEqual(name.utf8) }?.value
    return found == .null ? nil : found
  }

  /// The string, if it is one.
  package var text: String? {
    if case .string(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
  }

  /// The whole number, if it is one.
  package var integer: Int? { if case .integer(let value) = self { value } else { nil } }

  /// The number, if it is one.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The elements, if it is an array.
  package var elements: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
}
