internal import Foundation
internal import GRDB

/// What a person decided on a passage, as a run met it in `decisions.xml`.
public struct StoredDecision: Sendable, Hashable {
  /// The identifier of the response.
  public var response: String
  /// The identifier of the passage.
  public var passage: String
  /// Who decided.
  public var author: String?
  /// What the person said about it.
  public var note: String?
  /// The decision as it stands in the file.
  public var written: String

  /// A decision.
  public init(response: String, passage: String, author: String?, note: String?, written: String) {
    self.response = response
    self.passage = passage
    self.author = author
    self.note = note
    self.written = written
  }

  /// Keeps the decision, unless an earlier run met it.
  func keep(in db: Database, run: Int64) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO decision (response, passage, author, note, written, run) VALUES (?,?,?,?,?,?)")
    try statement.execute(arguments: [response, passage, author, note, written, run])
  }
}

extension Store {
  /// The `decisions.xml` that the latest run used, and when that run was finished; nil where it used none.
  public func latestDecisions() throws -> (bytes: [UInt8], finished: String)? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT content.bytes, run.finished FROM run JOIN content ON content.sha256 = run.decisions
          WHERE run.id = (SELECT max(id) FROM run)
          """
      ).map { (Array($0[0] as Data), $0[1]) }
    }
  }

  /// All decisions that runs met, in the order in which they were met, each with the first run that had it.
  public func decisions() throws -> [(decision: StoredDecision, run: Int64)] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT response, passage, author, note, written, run FROM decision ORDER BY id").map {
        (StoredDecision(response: $0[0], passage: $0[1], author: $0[2], note: $0[3], written: $0[4]), $0[5])
      }
    }
  }
}
