internal import PejlText

/// The XML of a template as its own pieces, so that what is not replaced stays as it was, byte for byte.
///
/// The XML must be known to be well-formed and without a DOCTYPE.
struct MarkupTokens: Sendable {
  /// A piece.
  enum Token: Sendable, Equatable {
    /// A start tag; `isEmpty` when it ends itself.
    case start(name: String, isEmpty: Bool, raw: String)
    /// An end tag.
    case end(name: String, raw: String)
    /// Character data, escaped as it stands.
    case text(String)
    /// A comment, a CDATA section, an instruction.
    case other(String)

    /// The piece as it stands.
    var raw: String {
      switch self {
      case .start(_, _, let raw), .end(_, let raw), .text(let raw), .other(let raw): raw
      }
    }
  }

  /// The pieces in order.
  private(set) var tokens: [Token] = []

  /// Takes `xml` apart.
  init(_ xml: String) {
    let bytes = Array(xml.utf8)
    var position = 0
    while position < bytes.count {
      let start = position
      guard bytes[position] == 0x3C else {
        while position < bytes.count, bytes[position] != 0x3C { position += 1 }
        tokens.append(.text(String(decoding: bytes[start..<position], as: UTF8.self)))
        continue
      }
      if let end = Self.special.lazy.compactMap({ Self.end(of: $0, in: bytes, at: start) }).first {
        position = end
        tokens.append(.other(String(decoding: bytes[start..<end], as: UTF8.self)))
        continue
      }
      var quote: UInt8?
      while position < bytes.count {
        let byte = bytes[position]
        if byte == quote { quote = nil } else if quote == nil, byte == 0x22 || byte == 0x27 { quote = byte }
        position += 1
        if quote == nil, byte == 0x3E { break }
      }
      tokens.append(Self.tag(String(decoding: bytes[start..<position], as: UTF8.self)))
    }
  }

  /// The XML that the pieces make.
  static func xml(_ tokens: some Sequence<Token>) -> String { tokens.map(\.raw).joined() }

  /// The text that escaped character data stands for.
  static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&"), let end = rest[start...].firstIndex(of: ";") {
      result += rest[..<start]
      let name = rest[rest.index(after: start)..<end]
      switch name {
      case "lt": result += "<"
      case "gt": result += ">"
      case "amp": result += "&"
      case "quot": result += "\""
      case "apos": result += "'"
      default:
        let isHex = name.hasPrefix("#x")
        let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
        if let scalar = value.flatMap(Unicode.Scalar.init) { result.unicodeScalars.append(scalar) }
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// The value of an attribute in a start tag.
  static func attribute(_ name: String, in raw: String) -> String? {
    for quote in ["\"", "'"] {
      guard let start = raw.firstRange(of: " \(name)=\(quote)")?.upperBound,
        let end = raw[start...].firstIndex(of: Character(quote))
      else { continue }
      return unescaped(String(raw[start..<end]))
    }
    return nil
  }

  private static let special: [(open: [UInt8], close: [UInt8])] = [
    (Array("<!--".utf8), Array("-->".utf8)), (Array("<![CDATA[".utf8), Array("]]>".utf8)),
    (Array("<?".utf8), Array("?>".utf8)),
  ]

  private static func end(of special: (open: [UInt8], close: [UInt8]), in bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start...].starts(with: special.open) else { return nil }
    var position = start + special.open.count
    while position < bytes.count, !bytes[position...].starts(with: special.close) { position += 1 }
    return min(bytes.count, position + special.close.count)
  }

  private static func tag(_ raw: String) -> Token {
    let inside = raw.dropFirst(raw.hasPrefix("</") ? 2 : 1).prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    return raw.hasPrefix("</")
      ? .end(name: String(inside), raw: raw)
      : .start(name: String(inside), isEmpty: raw.hasSuffix("/>"), raw: raw)
  }
}
