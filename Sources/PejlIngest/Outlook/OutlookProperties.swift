internal import PejlText

/// The properties of a message or an attachment in an Outlook file (MS-OXMSG 2.4): strings and bytes lie in streams of
/// their own, small values in a table.
struct OutlookProperties {
  /// What kind of object has them, which decides how long the head of the table is, in bytes.
  enum Owner: Int {
    case attachment = 8
    case innerMessage = 24
    case message = 32
  }

  private let folder: CompoundFolder
  private var values: [UInt16: UInt64] = [:]
  /// The Windows code page of strings that are not UTF-16.
  private var codePage: Int { Int(clamping: values[0x3FFD] ?? values[0x3FDE] ?? 1252) }

  init(_ folder: CompoundFolder, owner: Owner) {
    self.folder = folder
    let table = folder.streams["__properties_version1.0"] ?? []
    var index = owner.rawValue
    while index + 16 <= table.count {
      let id = UInt16(table[index + 2]) | UInt16(table[index + 3]) << 8
      var value: UInt64 = 0
      for byte in (0..<8).reversed() { value = value << 8 | UInt64(table[index + 8 + byte]) }
      // Values of four bytes have anything behind them.
      let kind = UInt16(table[index]) | UInt16(table[index + 1]) << 8
      values[id] = [0x0002, 0x0003, 0x000B].contains(kind) ? value & 0xFFFF_FFFF : value
      index += 16
    }
  }

  /// A number or a switch.
  func number(_ id: UInt16) -> Int? { values[id].map { Int(clamping: $0) } }

  /// The day of a point in time, `YYYY-MM-DD` in universal time.
  func day(_ id: UInt16) -> String? {
    guard let ticks = values[id], ticks > 0 else { return nil }
    // A tick is 100 ns; day 0 is 1601-01-01, which is 584,694 days after 0000-03-01.
    let days = Int(ticks / 864_000_000_000) + 584_694
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let year = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let number = era * 400 + year + (month <= 2 ? 1 : 0)
    guard number < 10_000 else { return nil }
    func padded(_ value: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
    return "\(padded(number, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shifted + 2) / 5 + 1, 2))"
  }

  /// A string, or nil when there is none or it is empty.
  func string(_ id: UInt16) -> String? {
    let name = Self.streamName(id)
    let decoded: [UInt8]
    if let wide = folder.streams[name + "001F"] {
      decoded = TextDecoder([0xFF, 0xFE] + wide).bytes
    } else if let narrow = folder.streams[name + "001E"] {
      decoded = TextDecoder(narrow, declared: codePage == 65_001 ? "utf-8" : "windows-\(codePage)").bytes
    } else {
      return nil
    }
    return String(decoding: decoded.filter { $0 != 0 }, as: UTF8.self).nonEmpty
  }

  /// The bytes of a property.
  func bytes(_ id: UInt16) -> [UInt8]? { folder.streams[Self.streamName(id) + "0102"] }

  /// The message within an attachment.
  func message(_ id: UInt16) -> CompoundFolder? {
    let name = Self.streamName(id) + "000D"
    return folder.folders.first { $0.name == name }?.folder
  }

  private static func streamName(_ id: UInt16) -> String {
    let digits = String(id, radix: 16, uppercase: true)
    return "__substg1.0_" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
