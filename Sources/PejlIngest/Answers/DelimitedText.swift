internal import PejlText

/// Records and fields of a text such as CSV (RFC 4180), whatever delimits them.
struct DelimitedText {
  /// A record with the line that it begins on, from 1.
  struct Record {
    var line: Int
    var fields: [String]
  }

  /// What parts the fields.
  let delimiter: UInt8
  private(set) var records: [Record] = []
  /// The line of a quotation mark that is never closed; what stands after it is in no record.
  private(set) var openQuote: Int?
  /// Lines with a quotation mark or text where none may stand.
  private(set) var badQuotes: Set<Int> = []

  /// What may part fields.
  static let delimiters = Array(";,\t|".utf8)

  /// The records of `bytes`, which are UTF-8.
  init(_ bytes: [UInt8]) {
    let (delimiter, start) = Self.delimiter(bytes)
    self.delimiter = delimiter
    read(bytes[start...])
  }

  private init(_ bytes: ArraySlice<UInt8>, delimiter: UInt8, limit: Int) {
    self.delimiter = delimiter
    read(bytes, limit: limit)
  }

  /// The delimiter, and where the records begin: a first line `sep=;` is a message to spreadsheets.
  private static func delimiter(_ bytes: [UInt8]) -> (UInt8, Int) {
    let first = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    if first.count == 5, first.starts(with: "sep=".utf8) {
      let rest = bytes[5...].prefix { $0 == 0x0D || $0 == 0x0A }.prefix(2)
      return (first[4], 5 + rest.count)
    }
    // The one that gives the same number of fields, and many, in the first records.
    let scores = delimiters.map { delimiter -> (Int, UInt8) in
      let counts = DelimitedText(bytes[...], delimiter: delimiter, limit: 20).records.map(\.fields.count)
      let width = counts.first ?? 1
      let even = counts.count { $0 == width }
      return (width > 1 ? width * 10 * even / max(counts.count, 1) : 0, delimiter)
    }
    return (scores.max { $0.0 < $1.0 }?.1 ?? delimiters[0], 0)
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>, limit: Int = .max) {
    var index = bytes.startIndex
    var line = 1
    var field: [UInt8] = []
    var record = Record(line: 1, fields: [])
    func text() -> String { String(decoding: field, as: UTF8.self) }
    while index < bytes.endIndex, records.count < limit {
      let byte = bytes[index]
      if byte == 0x22, field.isEmpty {
        let opened = line
        guard let end = quoted(bytes, from: index + 1, into: &field, &line) else {
          openQuote = opened
          return
        }
        index = end
        // Text after a closing mark belongs to the field, but whoever wrote it meant something else.
        if index < bytes.endIndex, ![delimiter, 0x0A, 0x0D].contains(bytes[index]) { badQuotes.insert(record.line) }
        while index < bytes.endIndex, ![delimiter, 0x0A, 0x0D].contains(bytes[index]) {
          field.append(bytes[index])
          index += 1
        }
        record.fields.append(text())
        field = []
        if index < bytes.endIndex, bytes[index] == delimiter {
          index += 1
          if index == bytes.endIndex { record.fields.append("") }
          continue
        }
      } else if byte == delimiter {
        record.fields.append(text())
        field = []
        index += 1
        if index == bytes.endIndex { record.fields.append("") }
        continue
      } else if byte != 0x0A, byte != 0x0D {
        field.append(byte)
        index += 1
        if index < bytes.endIndex { continue }
        record.fields.append(text())
      } else if !field.isEmpty || bytes[bytes.startIndex..<index].last == delimiter {
        record.fields.append(text())
        field = []
      }
      // The end of the record.
      if index < bytes.endIndex, bytes[index] == 0x0D { index += 1 }
      if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
      if !record.fields.isEmpty { records.append(record) }
      line += 1
      record = Record(line: line, fields: [])
    }
    if !record.fields.isEmpty { records.append(record) }
  }

  /// Reads a field from behind its opening mark; where it ends, or nil when it never does.
  private func quoted(
    _ bytes: ArraySlice<UInt8>, from start: Int, into field: inout [UInt8], _ line: inout Int
  ) -> Int? {
    var index = start
    while index < bytes.endIndex {
      if bytes[index] == 0x22 {
        guard index + 1 < bytes.endIndex, bytes[index + 1] == 0x22 else { return index + 1 }
        index += 1
      }
      if bytes[index] == 0x0A { line += 1 }
      field.append(bytes[index])
      index += 1
    }
    return nil
  }
}
