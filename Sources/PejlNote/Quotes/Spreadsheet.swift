internal import CXlsxWriter
internal import PejlIngest
internal import PejlText

/// A workbook that is being written; the one place that knows libxlsxwriter.
final class Spreadsheet {
  /// A cell.
  enum Cell {
    case text(String)
    case number(Int)
  }

  /// A column.
  struct Column {
    let title: String
    /// The width in characters of the standard font.
    let width: Double
    /// Whether numbers stand to the left like texts.
    var isProse = false
  }

  /// What a cell of the format can hold, in UTF-16 units; a longer text ends with an ellipsis.
  static let cellLimit = 32_767

  private let folder: TemporaryFolder
  private let file: String
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private let header: UnsafeMutablePointer<lxw_format>
  private let body: UnsafeMutablePointer<lxw_format>
  private let prose: UnsafeMutablePointer<lxw_format>

  /// An empty workbook.
  ///
  /// - Throws: ``InvalidInput`` when no file can be made or memory is out.
  init(title: String) throws {
    folder = try TemporaryFolder()
    file = "\(folder.path)/book.xlsx"
    guard let book = workbook_new(file), let header = workbook_add_format(book), let body = workbook_add_format(book),
      let prose = workbook_add_format(book)
    else { throw Self.failure("no memory") }
    self.book = book
    self.header = header
    self.body = body
    self.prose = prose
    format_set_bold(header)
    format_set_text_wrap(header)
    format_set_bg_color(header, 0xE6EDF4)
    format_set_border(header, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_border_color(header, 0x9AA5B0)
    format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
    for format in [body, prose] {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    format_set_align(prose, UInt8(LXW_ALIGN_LEFT.rawValue))
    setProperties(title)
  }

  deinit { if let book { workbook_close(book) } }

  /// A workbook of one empty sheet: what the format itself puts into every one.
  ///
  /// - Throws: ``InvalidInput`` as ``finish()`` does.
  static func blank() throws -> [UInt8] {
    let book = try Spreadsheet(title: "")
    try book.addSheet("1", columns: [], rows: [])
    return try book.finish()
  }

  /// The day that the file says it was made on, 1 January 1980: the same content gives the same bytes.
  private static let created = 315_532_800

  private func setProperties(_ title: String) {
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = Self.created
      workbook_set_properties(book, &properties)
    }
  }

  /// Adds a sheet whose header stays in sight, with filters, set to print across one page.
  ///
  /// - Parameters:
  ///   - name: what the sheet is called.
  ///   - columns: its columns.
  ///   - rows: its cells.
  ///   - frozenColumns: so many columns stay in sight.
  ///   - printedColumns: only so many columns are printed; all when nil.
  /// - Throws: ``InvalidInput`` when the sheet has more rows than the format can hold.
  func addSheet(_ name: String, columns: [Column], rows: [[Cell]], frozenColumns: Int = 0, printedColumns: Int? = nil)
    throws
  {
    guard let sheet = workbook_add_worksheet(book, name) else { throw Self.failure("the sheet \(name) is refused") }
    for (index, column) in columns.enumerated() {
      let place = lxw_col_t(index)
      worksheet_set_column(sheet, place, place, column.width, nil)
      worksheet_write_string(sheet, 0, place, Self.fitted(column.title), header)
    }
    for (line, row) in rows.enumerated() {
      worksheet_set_row(sheet, lxw_row_t(line + 1), Self.height(of: row, columns), nil)
      for (index, cell) in row.enumerated() {
        let (line, place) = (lxw_row_t(line + 1), lxw_col_t(index))
        let format = columns[index].isProse ? prose : body
        let outcome =
          switch cell {
          case .text(let text): worksheet_write_string(sheet, line, place, Self.fitted(text), format)
          case .number(let number): worksheet_write_number(sheet, line, place, Double(number), format)
          }
        guard outcome == LXW_NO_ERROR else { throw Self.failure(String(cString: lxw_strerror(outcome))) }
      }
    }
    worksheet_freeze_panes(sheet, 1, lxw_col_t(frozenColumns))
    if !columns.isEmpty {
      worksheet_autofilter(sheet, 0, 0, lxw_row_t(max(rows.count, 1)), lxw_col_t(columns.count - 1))
    }
    if let printedColumns {
      worksheet_print_area(sheet, 0, 0, lxw_row_t(rows.count), lxw_col_t(printedColumns - 1))
    }
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_set_footer(sheet, "&L&A&R&P / &N")
  }

  /// Ends the workbook and returns its bytes.
  ///
  /// - Throws: ``InvalidInput`` with the reason when it cannot be written.
  func finish() throws -> [UInt8] {
    let outcome = workbook_close(book)
    book = nil
    guard outcome == LXW_NO_ERROR else { throw Self.failure(String(cString: lxw_strerror(outcome))) }
    return try FileBytes.read(path: file, limit: Int(Int32.max))
  }

  /// The height of a line of the standard font, in points.
  private static let lineHeight = 15.0
  /// The greatest height of a row that the format allows, in points.
  private static let greatestHeight = 409.0

  /// The height that a row needs for its longest cell, in points; not every program finds it by itself.
  private static func height(of row: [Cell], _ columns: [Column]) -> Double {
    let lines = zip(row, columns).map { cell, column -> Int in
      guard case .text(let text) = cell else { return 1 }
      return Int(Double(text.count) / (column.width * 0.92)) + 1
    }
    return min(greatestHeight, lineHeight * Double(lines.max() ?? 1))
  }

  private static func fitted(_ text: String) -> String {
    guard text.utf16.count > cellLimit else { return text }
    return String(decoding: text.utf16.prefix(cellLimit - 2), as: UTF16.self) + "…"
  }

  private static func failure(_ reason: String) -> InvalidInput {
    InvalidInput(code: "spreadsheet.write", "the spreadsheet cannot be written: \(reason)")
  }
}
