internal import Foundation
internal import GRDB
internal import PejlDanish

extension Store {
  /// The numbers of the responses that are kept under `keys`, in their order.
  public func numbers(_ keys: [String]) throws -> [String: [Int64]] {
    try read { db in
      var found: [String: [Int64]] = [:]
      let statement = try db.makeStatement(
        sql: """
          SELECT id FROM result JOIN digest ON digest.result = id AND decisions = '' WHERE \(Self.isOfKey) ORDER BY part
          """)
      for key in keys where found[key] == nil {
        let ids = try Int64.fetchAll(statement, arguments: [key])
        if !ids.isEmpty { found[key] = ids }
      }
      return found
    }
  }

  /// Whether the index holds exactly the responses of `results`, as they are now.
  ///
  /// - Parameters:
  ///   - results: numbers of results.
  ///   - key: the program and the dictionary.
  /// - Returns: whether ``index(_:key:make:)`` has nothing to do.
  /// - Throws: ``InvalidInput`` when the store cannot be read.
  public func isIndexed(_ results: [Int64], key: String) throws -> Bool {
    try read { db in
      guard try String.fetchOne(db, sql: "SELECT key FROM search_state") == key else { return false }
      let known = try Row.fetchAll(db, sql: "SELECT result, is_stale FROM searched")
      return known.count == results.count && known.allSatisfy { $0[1] == 0 } && Set(known.map { $0[0] }) == Set(results)
    }
  }

  /// Makes the index hold exactly the responses of `results`.
  ///
  /// - Parameters:
  ///   - results: numbers of results.
  ///   - key: the program and the dictionary; where it is another, the index is made anew.
  ///   - make: what is to be found of a response, from it as the rules tagged it and from its digest.
  /// - Throws: ``InvalidInput`` when the store cannot be written, and what `make` throws; the index then stays as it was.
  public func index(
    _ results: [Int64], key: String, make: (_ tagged: [UInt8], _ digest: [UInt8]) throws -> SearchText
  ) throws {
    try write { db in
      if try String.fetchOne(db, sql: "SELECT key FROM search_state") != key { try Self.clearIndex(db, key: key) }
      let known = try Row.fetchAll(db, sql: "SELECT result, is_stale FROM searched")
      let good = Set(known.compactMap { $0[1] == 0 ? $0[0] as Int64 : nil }).intersection(results)
      for row in known where !good.contains(row[0]) { try Self.removeFromIndex(row[0], in: db) }
      for result in results where !good.contains(result) {
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT tagged, digest FROM result JOIN digest ON digest.result = id AND decisions = '' WHERE id = ?
            """, arguments: [result])
        guard let row else { continue }
        try Self.addToIndex(make(Array(row[0] as Data), Array(row[1] as Data)), as: result, in: db)
      }
      try Self.indexCompounds(db)
    }
  }

  /// Enters the compounds among the words of the index with their parts.
  private static func indexCompounds(_ db: Database) throws {
    let lexicon = try Lexicon()
    let words = try String.fetchAll(db, sql: "SELECT term FROM search_term")
    try db.execute(sql: "DELETE FROM search_part")
    let statement = try db.makeStatement(sql: "INSERT INTO search_part (part, word) VALUES (?,?)")
    for word in words {
      for part in lexicon.parts(of: word) { try statement.execute(arguments: [part, word]) }
    }
  }

  /// Throws the index away: what another program or dictionary cut into words cannot be taken out word by word.
  private static func clearIndex(_ db: Database, key: String) throws {
    let sql = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = 'search'") ?? ""
    try db.execute(sql: "DELETE FROM searched; DELETE FROM search_state; DROP TABLE search; \(sql)")
    try db.execute(sql: "INSERT INTO search_state (key) VALUES (?)", arguments: [key])
  }

  private static func removeFromIndex(_ result: Int64, in db: Database) throws {
    let rows = try db.cachedStatement(sql: "DELETE FROM search WHERE rowid >= ? AND rowid < ?")
    let numbers = SearchRow.numbers(of: result)
    try rows.execute(arguments: [numbers.lowerBound, numbers.upperBound])
    try db.execute(sql: "DELETE FROM searched WHERE result = ?", arguments: [result])
  }

  private static func addToIndex(_ text: SearchText, as result: Int64, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO searched (result, response, file, sender, kind, numbers) VALUES (?,?,?,?,?,?)",
      arguments: [
        result, text.response, text.file, text.sender, text.kind, text.numbers.joined(separator: "\n"),
      ])
    let passage = try db.cachedStatement(
      sql: "INSERT INTO search (rowid, text, passage, page, codes, reason) VALUES (?,?,?,?,?,?)")
    for (place, own) in text.passages.prefix(SearchRow.most).enumerated() {
      try passage.execute(arguments: [
        SearchRow.number(of: result, place: place, isSetAside: own.reason != nil), own.text, own.id, own.page,
        SearchCode.written(own.codes), own.reason,
      ])
    }
  }
}
