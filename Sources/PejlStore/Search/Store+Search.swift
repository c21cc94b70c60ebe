internal import GRDB
internal import PejlDanish
internal import PejlText

extension Store {
  /// Looks for `query` in the passages of the index.
  ///
  /// - Parameters:
  ///   - query: what to look for.
  ///   - filter: which passages to look through.
  ///   - limit: how many passages to return.
  /// - Returns: the passages that speak most of it first, those that are set aside behind the others; equals by response, then
  ///   in the order of the text.
  /// - Throws: ``InvalidInput`` when the store cannot be read or the dictionary is not installed.
  public func search(_ query: SearchQuery, filter: SearchFilter = SearchFilter(), limit: Int) throws -> SearchHits {
    let lexicon = try Lexicon()
    return try read { db in
      let match = try query.expression.match { try Self.compounds(of: $0, lexicon, in: db) }
      let rows = try Self.rows(match, filter, in: db)
      return SearchHits(
        passages: rows.count, responses: Set(rows.map { $0 >> 24 }).count,
        hits: try Self.hits(match, Array(rows.prefix(limit)), in: db))
    }
  }

  /// The personal numbers in the responses of the index.
  public func searchedNumbers() throws -> [(response: String, number: String)] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT response, numbers FROM searched WHERE numbers <> '' ORDER BY response").flatMap
      {
        row in (row[1] as String).split(separator: "\n").map { (row[0], String($0)) }
      }
    }
  }

  /// So many rows are fetched at once; a statement takes no more than 32,766 values.
  private static let batch = 10_000

  /// The passages in the rows of these numbers, in their order.
  private static func hits(_ match: String, _ rows: [Int64], in db: Database) throws -> [SearchHits.Hit] {
    var found: [Int64: SearchHits.Hit] = [:]
    for start in stride(from: 0, to: rows.count, by: batch) {
      let own = rows[start..<min(start + batch, rows.count)]
      // The plus keeps the index from being asked once for each row, which costs as much as to ask it for all.
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT response, file, sender, kind, passage, page, codes, reason,
            highlight(search, 0, char(2), char(3)), search.rowid
          FROM search JOIN searched ON result = \(SearchRow.result)
          WHERE search MATCH ? AND +search.rowid IN (\(own.map { _ in "?" }.joined(separator: ",")))
          """, arguments: StatementArguments([match] + own.map { $0 as any DatabaseValueConvertible }))
      while let row = try cursor.next() { found[row[9]] = SearchHits.Hit(row) }
    }
    return rows.compactMap { found[$0] }
  }

  /// The numbers of all rows that match, the best first.
  private static func rows(_ match: String, _ filter: SearchFilter, in db: Database) throws -> [Int64] {
    var conditions = ["search MATCH ?"]
    var arguments: [any DatabaseValueConvertible] = [match]
    for group in filter.codes where !group.isEmpty {
      conditions.append("(\(group.map { _ in "instr(codes, ?)" }.joined(separator: " OR ")))")
      arguments += group.map(\.written)
    }
    if !filter.kinds.isEmpty {
      conditions.append("kind IN (\(filter.kinds.map { _ in "?" }.joined(separator: ",")))")
      arguments += filter.kinds
    }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT search.rowid FROM search JOIN searched ON result = \(SearchRow.result)
        WHERE \(conditions.joined(separator: " AND "))
        ORDER BY \(SearchRow.isSetAside), search.rank, response, search.rowid
        """, arguments: StatementArguments(arguments))
  }

  /// The compounds in the index that `word` is a part of.
  private static func compounds(of word: String, _ lexicon: Lexicon, in db: Database) throws -> [String] {
    let statement = try db.cachedStatement(sql: "SELECT word FROM search_part WHERE part = ? ORDER BY word")
    var found: [String] = []
    for lemma in lexicon.namedLemmas(word) {
      found += try String.fetchAll(statement, arguments: [lemma]).filter { !found.contains($0) }
    }
    return found
  }
}

extension SearchHits.Hit {
  /// A row of a response, a passage, and the text in which what was found stands between control characters, which no text has.
  fileprivate init(_ row: Row) {
    var text: [UInt8] = []
    var marks: [TextSpan] = []
    var start = 0
    for byte in (row[8] as String).utf8 {
      switch byte {
      case 2: start = text.count
      case 3: marks.append(TextSpan(start, text.count))
      default: text.append(byte)
      }
    }
    self.init(
      response: row[0], file: row[1], sender: row[2], kind: row[3], passage: row[4], page: row[5],
      codes: SearchCode.read(row[6]), reason: row[7], text: String(decoding: text, as: UTF8.self), marks: marks)
  }
}
