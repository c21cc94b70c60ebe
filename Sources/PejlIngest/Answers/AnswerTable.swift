internal import PejlText

/// A table of answers: a header, then one row one answer.
struct AnswerTable: Sendable {
  /// A cell with its place in the file, such as `E12`.
  struct Cell: Sendable {
    var text: String
    var place: String
  }

  /// A row that holds something.
  struct Row: Sendable {
    /// Which row of the file it is, from 1.
    var number: Int
    var cells: [Cell]
  }

  /// The greatest number of columns.
  static let columnLimit = 500

  /// The name of the format, such as `csv`.
  let format: String
  /// The headers as they stand in the file.
  var header: [String] = []
  /// The rows beneath it.
  var rows: [Row] = []
  /// Rows that cannot be trusted, with what is wrong with them.
  var broken: [(row: Int, reason: String)] = []
  /// What the user should know of every answer.
  var notes: [Diagnostic] = []
  /// What stands beside the answers and belongs to none of them, with where it stands.
  var asides: [(place: String, text: String)] = []

  init(format: String) { self.format = format }

  /// The letters of a column, counted from 0.
  static func letters(_ column: Int) -> String {
    var result = ""
    var rest = column + 1
    while rest > 0 {
      result = String(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26)))) + result
      rest = (rest - 1) / 26
    }
    return result
  }
}
