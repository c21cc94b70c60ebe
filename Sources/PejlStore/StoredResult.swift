internal import Foundation
internal import GRDB

/// A response as it was tagged by the rules.
public struct StoredResult: Sendable, Hashable {
  /// The number under which it is kept.
  public let id: Int64
  /// The place among the responses of its file, from 0.
  public let part: Int
  /// The identifier of the response.
  public let response: String
  /// What figures need of it, where that is kept.
  public let digest: [UInt8]?
}

/// What was found in one file, ready to be kept.
public struct NewResults: Sendable {
  /// One response.
  public struct Part: Sendable {
    /// The identifier of the response.
    public var response: String
    /// The name of its file.
    public var file: String
    /// The SHA-256 of its file.
    public var sha256: String
    /// The response as the rules tagged it.
    public var tagged: [UInt8]
    /// The key of what persons decided on it; empty for nothing.
    public var decisions: String
    /// What figures need of it.
    public var digest: [UInt8]

    /// A response.
    public init(
      response: String, file: String, sha256: String, tagged: [UInt8], decisions: String, digest: [UInt8]
    ) {
      self.response = response
      self.file = file
      self.sha256 = sha256
      self.tagged = tagged
      self.decisions = decisions
      self.digest = digest
    }
  }

  /// The key of the results.
  public var key: String
  /// The key of the reading that they were made from.
  public var reading: String
  /// The documents that were read, where they are new.
  public var documents: [UInt8]?
  /// The responses in order.
  public var parts: [Part]

  /// Results.
  public init(key: String, reading: String, documents: [UInt8]?, parts: [Part]) {
    self.key = key
    self.reading = reading
    self.documents = documents
    self.parts = parts
  }
}

extension Store {
  /// The documents that are kept under `key`.
  public func reading(_ key: String) throws -> [UInt8]? {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT documents FROM reading WHERE key = ?")
      return try Data.fetchOne(statement, arguments: [key]).map { Array($0) }
    }
  }

  /// Keeps the documents that were read from a file that is no answer.
  public func keep(reading documents: [UInt8], as key: String) throws {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO reading (key, documents) VALUES (?, ?)", arguments: [key, Data(documents)])
    }
  }

  /// The results that are kept under `keys`: by key the responses in order, each with its digest by the rules alone.
  public func results(_ keys: [String]) throws -> [String: [StoredResult]] {
    try read { db in
      var found: [String: [StoredResult]] = [:]
      let results = try db.makeStatement(
        sql: "SELECT id, part, response FROM result WHERE \(Self.isOfKey) ORDER BY part")
      let digests = try db.makeStatement(sql: "SELECT digest FROM digest WHERE result = ? AND decisions = ''")
      for key in keys where found[key] == nil {
        let rows = try Row.fetchAll(results, arguments: [key])
        guard !rows.isEmpty else { continue }
        found[key] = try rows.map { row in
          let id: Int64 = row[0]
          let digest = try Data.fetchOne(digests, arguments: [id])
          return StoredResult(id: id, part: row[1], response: row[2], digest: digest.map { Array($0) })
        }
      }
      return found
    }
  }

  /// Which results stand under the key that is the first argument, or were carried over to it.
  static let isOfKey = "key = coalesce((SELECT origin FROM carried WHERE carried.key = ?1), ?1)"

  /// Lets the results under one key hold for another one too; of the keys of one result the latest stay.
  ///
  /// - Parameter keys: the new keys, each with the one that results are kept under.
  /// - Throws: ``InvalidInput`` when the store cannot be written.
  public func carry(_ keys: [(key: String, from: String)]) throws {
    guard !keys.isEmpty else { return }
    try write { db in
      let statement = try db.makeStatement(
        sql: """
          INSERT OR REPLACE INTO carried (key, origin)
          VALUES (?1, coalesce((SELECT origin FROM carried WHERE carried.key = ?2), ?2))
          """)
      for (key, origin) in keys { try statement.execute(arguments: [key, origin]) }
      try db.execute(
        sql: """
          DELETE FROM carried WHERE id IN (SELECT id FROM
            (SELECT id, row_number() OVER (PARTITION BY origin ORDER BY id DESC) AS place FROM carried) WHERE place > ?)
          """, arguments: [Self.keptRuns])
    }
  }

  /// The digest of a response for what persons decided on it; nil where none is kept.
  public func digest(of result: Int64, decisions: String) throws -> [UInt8]? {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT digest FROM digest WHERE result = ? AND decisions = ?")
      return try Data.fetchOne(statement, arguments: [result, decisions]).map { Array($0) }
    }
  }

  /// The response that is kept under the number `id`, as the rules tagged it.
  public func tagged(_ id: Int64) throws -> [UInt8]? {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT tagged FROM result WHERE id = ?")
      return try Data.fetchOne(statement, arguments: [id]).map { Array($0) }
    }
  }

  /// Keeps `results`, in the place of those with the same keys.
  ///
  /// - Returns: the numbers of the responses, in the order of `results` and their parts.
  public func keep(_ results: [NewResults]) throws -> [[Int64]] {
    try write { db in
      let reading = try db.makeStatement(sql: "INSERT OR REPLACE INTO reading (key, documents) VALUES (?, ?)")
      let result = try db.makeStatement(
        sql: """
          INSERT INTO result (key, part, response, file, sha256, tagged, reading) VALUES (?,?,?,?,?,?,?)
          ON CONFLICT (key, part) DO UPDATE SET response = excluded.response, file = excluded.file,
            sha256 = excluded.sha256, tagged = excluded.tagged, reading = excluded.reading
          RETURNING id
          """)
      let digest = try db.makeStatement(sql: "INSERT OR REPLACE INTO digest (result, decisions, digest) VALUES (?,?,?)")
      let carried = try db.makeStatement(sql: "DELETE FROM carried WHERE key = ?")
      return try results.map { found in
        try carried.execute(arguments: [found.key])
        if let documents = found.documents { try reading.execute(arguments: [found.reading, Data(documents)]) }
        return try found.parts.enumerated().map { place, part in
          let id =
            try Int64.fetchOne(
              result,
              arguments: [
                found.key, place, part.response, part.file, part.sha256, Data(part.tagged), found.reading,
              ]) ?? 0
          try digest.execute(arguments: [id, part.decisions, Data(part.digest)])
          return id
        }
      }
    }
  }
}
