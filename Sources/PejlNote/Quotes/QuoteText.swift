internal import PejlCodebook
internal import PejlReport
internal import PejlText

/// Writes a list of quotes as text: Markdown, or comma-separated values.
struct QuoteText {
  let table: QuoteTable
  let method: ReportMethod

  /// A Markdown table; nothing in a cell can end the cell or become markup.
  var markdown: [UInt8] {
    let words = table.words
    var lines = ["# \(Self.plain(words["quotes.title"]))", "", Self.plain(table.summary), ""]
    if let privacy = words.privacy(method.privacy) { lines += [Self.plain(privacy), ""] }
    let headers = ["text", "source", "tags", "id"].map { words["quotes.column.\($0)"] }
    lines.append("| \(headers.joined(separator: " | ")) |")
    lines.append("|\(headers.map { _ in " --- |" }.joined())")
    for row in table.rows {
      let cells = [row.text, table.source(row), row.tags, row.id].map(Self.plain)
      lines.append("| \(cells.joined(separator: " | ")) |")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Values parted by semicolons, with a byte order mark and CRLF, as Danish spreadsheets read them (else RFC 4180).
  ///
  /// A cell that a spreadsheet would take for a formula begins with an apostrophe.
  var csv: [UInt8] {
    let lines =
      [table.headers + table.codes.map(\.id)]
      + table.rows.map { row in table.cells(row) + row.marks.map { $0 ? "1" : "0" } }
    let text = lines.map { $0.map(Self.cell).joined(separator: ";") + "\r\n" }.joined()
    return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
  }

  private static func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first(where: { $0 != " " }), "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) {
      text = "'" + text
    }
    guard text.contains(where: { ";,\"\r\n".contains($0) || $0 == "\r\n" }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }

  private static func plain(_ text: String) -> String {
    var result = ""
    for character in ShownText.visible(text) {
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!", "$": result += "\\\(character)"
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
