internal import PejlText
internal import PejlXML

/// Finds the table on a sheet: its header is the first row that names more than one column.
enum SheetTable {
  private typealias Row = (number: Int, cells: [Int: String])
  /// The greatest number of columns that a spreadsheet can have.
  private static let columnLimit = 16_384

  /// The table in the sheet `root`, or nil when the sheet is empty.
  static func table(_ root: XMLElement, strings: [String]) -> AnswerTable? {
    let rows = rows(root, strings)
    guard !rows.isEmpty else { return nil }
    let start =
      rows.firstIndex { $0.cells.count > 1 && $0.cells.values.contains { AnswerColumns.isKnown($0) } }
      ?? rows.firstIndex { $0.cells.count > 1 } ?? 0
    let header = rows[start].cells
    let width = min((header.keys.max() ?? 0) + 1, AnswerTable.columnLimit)
    var table = AnswerTable(format: "xlsx")
    table.header = (0..<width).map { header[$0] ?? "" }
    if start > 0 {
      let above = rows[..<start].flatMap { $0.cells.sorted { $0.key < $1.key }.map(\.value) }.joined(separator: " ")
      table.asides.append(("above the table", above))
    }
    for row in rows[(start + 1)...] {
      if row.cells.keys.contains(where: { $0 >= width }) {
        table.broken.append(
          (row.number, "row \(row.number) has text to the right of the table's header; give that column a header"))
      } else {
        let cells = (0..<width).map { column in
          AnswerTable.Cell(text: row.cells[column] ?? "", place: "\(AnswerTable.letters(column))\(row.number)")
        }
        table.rows.append(.init(number: row.number, cells: cells))
      }
    }
    return table
  }

  /// The rows that hold something, by their numbers, with the columns that do.
  private static func rows(_ root: XMLElement, _ strings: [String]) -> [Row] {
    var rows: [Row] = []
    var number = 0
    for element in root.first("sheetData")?.elements("row") ?? [] {
      number = element["r"].flatMap { Int($0) } ?? number + 1
      var cells: [Int: String] = [:]
      var column = -1
      for cell in element.elements("c") {
        column = cell["r"].flatMap(Self.column) ?? column + 1
        guard column < columnLimit, let text = text(cell, strings), !text.trimmed.isEmpty else { continue }
        cells[column] = text
      }
      if !cells.isEmpty { rows.append((number, cells)) }
    }
    return rows
  }

  /// The column of a place such as `AB12`, from 0.
  private static func column(_ place: String) -> Int? {
    var result = 0
    for byte in place.utf8.prefix(4) {
      guard 0x41...0x5A ~= byte else { break }
      result = result * 26 + Int(byte - 0x40)
    }
    return result > 0 ? result - 1 : nil
  }

  private static func text(_ cell: XMLElement, _ strings: [String]) -> String? {
    switch cell["t"] {
    case "s":
      guard let index = cell.first("v").flatMap({ Int($0.text) }), strings.indices.contains(index) else { return nil }
      return unescaped(strings[index])
    case "inlineStr": return cell.first("is").map { unescaped(SpreadsheetReader.text($0)) }
    default: return cell.first("v").map { unescaped($0.text) }
    }
  }

  /// Spreadsheets write what XML forbids, and carriage returns, as `_x000D_`.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing("_x000D_", with: "").replacing("_x000A_", with: "\n").replacing("_x0009_", with: "\t")
  }
}
