internal import PejlText

/// Finds the encoding of a text and turns it into UTF-8.
struct TextDecoder {
  /// The text in valid UTF-8, without a byte order mark.
  let bytes: [UInt8]
  /// The name of the encoding, such as `windows-1252`.
  let encoding: String
  /// How many bytes of a byte order mark were left out; offsets in a UTF-8 file are moved by it.
  let markLength: Int
  /// What the user should know of it.
  let notes: [Diagnostic]

  /// Whether offsets in the text, moved by ``markLength``, are offsets in the file.
  var isFileItself: Bool { encoding == "utf-8" && notes.isEmpty }

  /// The text of `raw`.
  ///
  /// - Parameters:
  ///   - raw: the bytes of the file.
  ///   - declared: what the file, or the mail that it lies in, says of its encoding; it is not trusted.
  init(_ raw: [UInt8], declared: String? = nil) {
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = Array(raw.dropFirst(3))
      self = Self.utf8(rest, markLength: 3) ?? Self.mixed(rest, markLength: 3)
    } else if raw.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: raw.dropFirst(2), bigEndian: false, guessed: false)
    } else if raw.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: raw.dropFirst(2), bigEndian: true, guessed: false)
    } else if let bigEndian = Self.utf16Pattern(raw) {
      self.init(utf16: raw[...], bigEndian: bigEndian, guessed: true)
    } else if let decoded = Self.foreign(raw, declared: declared) {
      self = decoded
    } else if let decoded = Self.utf8(raw, markLength: 0, declared: declared) {
      self = decoded
    } else if Self.isMostlyUTF8(raw) {
      self = Self.mixed(raw, markLength: 0)
    } else {
      self = Self.windows1252(raw, declared: declared)
    }
  }

  init(bytes: [UInt8], encoding: String, markLength: Int = 0, notes: [Diagnostic]) {
    self.bytes = bytes
    self.encoding = encoding
    self.markLength = markLength
    self.notes = notes
  }

  private init(utf16 raw: ArraySlice<UInt8>, bigEndian: Bool, guessed: Bool) {
    var units: [UInt16] = []
    units.reserveCapacity(raw.count / 2)
    var index = raw.startIndex
    while index + 1 < raw.endIndex {
      let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    let name = bigEndian ? "utf-16be" : "utf-16le"
    bytes = Array(String(decoding: units, as: UTF16.self).utf8)
    encoding = name
    markLength = 0
    notes = [Self.note(guessed ? "read as \(name), guessed from its bytes" : "read as \(name)")]
  }

  private static func note(_ message: String, _ severity: Diagnostic.Severity = .note) -> Diagnostic {
    Diagnostic(severity, code: "ingest.encoding", message)
  }

  /// `raw` when it is valid UTF-8.
  private static func utf8(_ raw: [UInt8], markLength: Int, declared: String? = nil) -> TextDecoder? {
    guard String(validating: raw, as: UTF8.self) != nil else { return nil }
    var notes: [Diagnostic] = []
    if let declared, !["utf-8", "utf8"].contains(declared.lowercased()), raw.contains(where: { $0 >= 0x80 }) {
      notes = [note("declared as \(declared), but the text is utf-8 and was read so")]
    }
    return TextDecoder(bytes: raw, encoding: "utf-8", markLength: markLength, notes: notes)
  }

  /// Big-endian or not, when every other byte of a text without a mark is zero.
  private static func utf16Pattern(_ raw: [UInt8]) -> Bool? {
    let sample = raw.prefix(4096)
    guard sample.count >= 4, sample.count % 2 == 0 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = sample.count / 2
    if zeros.even * 10 >= half * 9, zeros.odd * 10 <= half { return true }
    if zeros.odd * 10 >= half * 9, zeros.even * 10 <= half { return false }
    return nil
  }

  /// The text when the declared charset is neither UTF-8 nor a Latin one that would be guessed anyhow.
  private static func foreign(_ raw: [UInt8], declared: String?) -> TextDecoder? {
    let guessed = ["utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252"]
    guard let declared, !guessed.contains(declared.lowercased()), raw.contains(where: { $0 >= 0x80 || $0 == 0x1B }),
      String(validating: raw, as: UTF8.self) == nil, let converted = GLib.convert(raw, from: declared)
    else { return nil }
    return TextDecoder(bytes: converted, encoding: declared.lowercased(), notes: [note("read as \(declared)")])
  }
}
