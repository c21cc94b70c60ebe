internal import PejlHearing
internal import PejlText

/// Which column of a table holds what: by what the hearing says, then by the words of the headers, then by what stands
/// in it.
struct AnswerColumns {
  /// The role of each column.
  let roles: [AnswerColumn.Role]

  private static let phrases = PhraseList(PackageResources.answer_columns_txt)
  /// Columns whose cells are longer than this on average, in characters, hold text that somebody wrote.
  private static let longText = 60

  init(_ table: AnswerTable, hearing: [AnswerColumn]) {
    let own = Dictionary(hearing.map { (Self.fold($0.header), $0.role) }) { first, _ in first }
    var roles: [AnswerColumn.Role?] = table.header.map { own[Self.fold($0)] }
    for (index, header) in table.header.enumerated() where roles[index] == nil {
      roles[index] = Self.known(header)
    }
    var lengths = [(sum: Int, count: Int)](repeating: (0, 0), count: table.header.count)
    for row in table.rows {
      for (column, cell) in row.cells.enumerated() where column < lengths.count && !cell.text.isEmpty {
        lengths[column] = (lengths[column].sum + cell.text.utf8.count, lengths[column].count + 1)
      }
    }
    for index in roles.indices where roles[index] == nil {
      let isLong = lengths[index].sum > Self.longText * max(lengths[index].count, 1)
      roles[index] = isLong || table.header[index].hasSuffix("?") ? .question : .other
    }
    self.roles = roles.map { $0 ?? .other }
  }

  /// Whether a column holds the answers themselves.
  var holdsText: Bool { roles.contains(.text) || roles.contains(.question) }

  /// The role that the list of headers gives.
  private static func known(_ header: String) -> AnswerColumn.Role? {
    let folded = fold(header)
    return AnswerColumn.Role.allCases.first { phrases.matches(folded, $0.rawValue) }
  }

  /// Whether the words of the list know the header.
  static func isKnown(_ header: String) -> Bool { known(header) != nil }

  private static func fold(_ header: String) -> String {
    let words = header.split { $0.isWhitespace || $0 == "_" || $0 == "*" || $0 == ":" }
    return words.joined(separator: " ").lowercased()
  }
}
