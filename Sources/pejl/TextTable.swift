/// A table for a terminal: the first column to the left, figures to the right.
struct TextTable {
  private var rows: [[String]] = []
  /// The columns that are words and stand to the left; the first always does.
  var words: Set<Int> = [0]

  /// A table with a header.
  init(_ header: String...) { self.init(header) }
  /// A table with a header.
  init(_ header: [String]) { rows = [header] }

  /// Adds a row.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines.
  var text: String {
    let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let pad = String(repeating: " ", count: widths[column] - cell.count)
        return words.contains(column) ? cell + pad : pad + cell
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
