internal import Foundation
internal import GRDB

/// A run that wrote reports.
public struct StoredRun: Sendable, Hashable {
  /// The number of the run, rising with time.
  public var id: Int64
  /// When it was finished: UTC, as `2024-05-01T12:00:00Z`.
  public var finished: String
  /// The program that ran.
  public var program: String
  /// The key of everything that its reports depend on.
  public var state: String
  /// The SHA-256 of `hearing.xml`, whose bytes are kept.
  public var hearing: String
  /// The fingerprint of the codebook, whose files are kept.
  public var codebook: String
  /// The SHA-256 of `decisions.xml`, whose bytes are kept, where there was one.
  public var decisions: String?
  /// The folder of the reports, as an absolute path.
  public var output: String
  /// How many responses it had.
  public var responses: Int
  /// How many things could not be read.
  public var unread: Int
  /// What it told its user.
  public var said: [UInt8]

  /// A run.
  public init(
    id: Int64 = 0, finished: String, program: String, state: String, hearing: String, codebook: String,
    decisions: String?, output: String, responses: Int, unread: Int, said: [UInt8]
  ) {
    self.id = id
    self.finished = finished
    self.program = program
    self.state = state
    self.hearing = hearing
    self.codebook = codebook
    self.decisions = decisions
    self.output = output
    self.responses = responses
    self.unread = unread
    self.said = said
  }

  init(_ row: Row) {
    self.init(
      id: row[0], finished: row[1], program: row[2], state: row[3], hearing: row[4], codebook: row[5],
      decisions: row[6], output: row[7], responses: row[8], unread: row[9], said: Array(row[10] as Data))
  }

  static let columns =
    "id, finished, program, state, hearing, codebook, decisions, output, responses, unread, said"
}

/// What of a folder of reports can be used again.
public struct StoredReport: Sendable {
  /// The run that wrote it.
  public var run: Int64
  /// Its files, as they looked when they were written.
  public var files: [UInt8]
  /// Where pieces of its files lie.
  public var fragments: [UInt8]
  /// The words of all responses with their counts.
  public var words: [UInt8]
  /// The texts that were compared with each other, and which say the same; empty for reports of earlier programs.
  public var texts: [UInt8]

  /// A folder of reports.
  public init(run: Int64 = 0, files: [UInt8], fragments: [UInt8], words: [UInt8], texts: [UInt8]) {
    self.run = run
    self.files = files
    self.fragments = fragments
    self.words = words
    self.texts = texts
  }
}

extension Store {
  /// So many of the latest runs keep their responses.
  package static let keptRuns = 20

  /// All runs, the latest first.
  public func runs() throws -> [StoredRun] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT \(StoredRun.columns) FROM run ORDER BY id DESC").map(StoredRun.init)
    }
  }

  /// The run that last wrote into the folder `output`, and what of its reports can be used again.
  public func latest(output: String) throws -> (run: StoredRun, report: StoredReport)? {
    try read { db in
      guard
        let report = try Row.fetchOne(
          db, sql: "SELECT run, files, fragments, words, texts FROM report WHERE output = ?", arguments: [output]),
        let run = try Row.fetchOne(
          db, sql: "SELECT \(StoredRun.columns) FROM run WHERE id = ?", arguments: [report[0] as Int64])
      else { return nil }
      return (
        StoredRun(run),
        StoredReport(
          run: report[0], files: Array(report[1] as Data), fragments: Array(report[2] as Data),
          words: Array(report[3] as Data), texts: Array(report[4] as Data))
      )
    }
  }

  /// The state of the run that last wrote into the folder `output`, what it said, and its files.
  public func state(output: String) throws -> (state: String, said: [UInt8], files: [UInt8])? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT run.state, run.said, report.files FROM report JOIN run ON run.id = report.run WHERE report.output = ?
          """,
        arguments: [output]
      ).map { ($0[0], Array($0[1] as Data), Array($0[2] as Data)) }
    }
  }

  /// Keeps a run, its responses in order, its reports and what persons had decided, and forgets what is too old.
  ///
  /// - Parameters:
  ///   - run: the run; its number is given here.
  ///   - members: the numbers of its responses' results, each with the key of what was decided on it.
  ///   - report: what of its reports can be used again.
  ///   - decisions: the decisions, each with its response, its passage, and how it stands in the file.
  /// - Returns: the number of the run.
  /// - Throws: ``InvalidInput`` when the store cannot be written.
  @discardableResult
  public func keep(
    _ run: StoredRun, members: [(result: Int64, decisions: String)], report: StoredReport,
    decisions: [StoredDecision]
  ) throws -> Int64 {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO run (finished, program, state, hearing, codebook, decisions, output, responses, unread, said)
          VALUES (?,?,?,?,?,?,?,?,?,?)
          """,
        arguments: [
          run.finished, run.program, run.state, run.hearing, run.codebook, run.decisions, run.output, run.responses,
          run.unread, Data(run.said),
        ])
      let id = db.lastInsertedRowID
      let member = try db.makeStatement(sql: "INSERT INTO member (run, place, result, decisions) VALUES (?,?,?,?)")
      for (place, own) in members.enumerated() {
        try member.execute(arguments: [id, place, own.result, own.decisions])
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO report (output, run, files, fragments, words, texts) VALUES (?,?,?,?,?,?)",
        arguments: [
          run.output, id, Data(report.files), Data(report.fragments), Data(report.words), Data(report.texts),
        ])
      for decision in decisions { try decision.keep(in: db, run: id) }
      try Self.forget(before: id, in: db)
      return id
    }
  }

  /// The responses of a run in order: the numbers of their results, and the keys of what was decided on them.
  public func members(of run: Int64) throws -> [(result: Int64, decisions: String)] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT result, decisions FROM member WHERE run = ? ORDER BY place", arguments: [run])
        .map { ($0[0], $0[1]) }
    }
  }

  /// Takes away the members of runs that are too old, and results that no kept run has.
  private static func forget(before id: Int64, in db: Database) throws {
    let oldest = try Int64.fetchOne(
      db, sql: "SELECT min(id) FROM (SELECT id FROM run ORDER BY id DESC LIMIT ?)", arguments: [keptRuns])
    try db.execute(sql: "DELETE FROM member WHERE run < ?", arguments: [oldest ?? id])
    guard db.changesCount > 0 else { return }
    // The results of this run are members too; readings without a result are the strategy's, or of earlier programs.
    try db.execute(
      sql: """
        CREATE TEMPORARY TABLE gone AS SELECT id, reading FROM result WHERE id NOT IN (SELECT result FROM member);
        DELETE FROM result WHERE id IN (SELECT id FROM gone);
        DELETE FROM reading WHERE key IN (SELECT reading FROM gone) AND key NOT IN (SELECT reading FROM result);
        DELETE FROM carried WHERE origin NOT IN (SELECT key FROM result);
        DROP TABLE gone;
        """)
  }
}
