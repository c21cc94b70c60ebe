internal import PejlText

extension TextDecoder {
  /// What the bytes 80 to 9F stand for in Windows-1252; 0 for the five that it leaves undefined.
  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// The character that a byte stands for; the replacement character for an undefined one.
  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard 0x80...0x9F ~= byte else { return Unicode.Scalar(byte) }
    let value = upper[Int(byte) - 0x80]
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Any bytes at all, read as Windows-1252, which holds all of ISO-8859-1 that is text.
  static func windows1252(_ raw: [UInt8], declared: String?) -> TextDecoder {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count + raw.count / 8)
    var undefined = 0
    for byte in raw {
      if byte < 0x80 {
        bytes.append(byte)
      } else {
        let scalar = scalar(byte)
        if scalar == "\u{FFFD}" { undefined += 1 }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    let latin = ["iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252"]
    var notes: [Diagnostic] = []
    if let declared, latin.contains(declared.lowercased()) {
      notes.append(Diagnostic(.note, code: "ingest.encoding", "read as windows-1252"))
    } else {
      let claim = declared.map { "declared as \($0), but " } ?? ""
      notes.append(Diagnostic(.note, code: "ingest.encoding", "\(claim)not utf-8; read as windows-1252, a guess"))
    }
    if undefined > 0 { notes.append(lost(undefined)) }
    return TextDecoder(bytes: bytes, encoding: "windows-1252", notes: notes)
  }

  /// Whether nearly all that is not ASCII is valid UTF-8, as in a file that was cut or pasted together.
  static func isMostlyUTF8(_ raw: [UInt8]) -> Bool {
    var (good, bad) = (0, 0)
    walk(raw) { length in if length > 1 { good += 1 } else if length == 0 { bad += 1 } }
    return good >= 2 && good >= 10 * bad
  }

  /// Bytes that are UTF-8 but for a few, which are read as Windows-1252.
  static func mixed(_ raw: [UInt8], markLength: Int) -> TextDecoder {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var (index, bad) = (0, 0)
    walk(raw) { length in
      if length == 0 {
        bad += 1
        bytes.append(contentsOf: UTF8.encode(scalar(raw[index])) ?? UTF8.encodedReplacementCharacter)
      } else {
        bytes.append(contentsOf: raw[index..<index + length])
      }
      index += max(length, 1)
    }
    let note = Diagnostic(
      .warning, code: "ingest.encoding",
      "read as utf-8, but \(bad) bytes are not and were read as windows-1252; check the odd letters")
    return TextDecoder(bytes: bytes, encoding: "utf-8", markLength: markLength, notes: [note])
  }

  /// Calls `visit` with the length of each UTF-8 character, and with 0 for a byte that begins none.
  private static func walk(_ raw: [UInt8], _ visit: (Int) -> Void) {
    var index = 0
    while index < raw.count {
      let lead = raw[index]
      let length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
      let isWhole =
        length == 1
        || (length > 1 && index + length <= raw.count
          && String(validating: raw[index..<index + length], as: UTF8.self) != nil)
      visit(isWhole ? length : 0)
      index += isWhole ? length : 1
    }
  }

  private static func lost(_ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "ingest.lost-characters",
      "\(count) bytes stand for no character in windows-1252 and are shown as \u{FFFD}; check the text against the file"
    )
  }
}
