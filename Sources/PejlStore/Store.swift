internal import Foundation
internal import GRDB
internal import PejlText

/// The store of one hearing: what earlier runs found, in an SQLite file.
///
/// The file is a cache and may be deleted at any time between runs. Several processes may read; writers wait for each other.
public final class Store: Sendable {
  private let queue: DatabaseQueue
  /// The path of the file.
  public let path: String
  private static let patience: TimeInterval = 30
  /// So many bytes of the file are read through memory.
  private static let mapped = 1 << 30

  /// Opens the store at `path`, makes it where there is none, and carries an older one forward.
  ///
  /// - Throws: ``InvalidInput`` when it cannot be opened, is damaged, or was written by a newer program.
  public convenience init(path: String) throws {
    try self.init(path: path, upTo: Self.migrations.last?.name ?? "")
  }

  /// Opens the store as the program with the migration `last` as its newest would have left it.
  package init(path: String, upTo last: String) throws {
    self.path = path
    queue = try Self.explained(path) {
      var configuration = Configuration()
      configuration.journalMode = .wal
      configuration.busyMode = .timeout(Self.patience)
      configuration.foreignKeysEnabled = true
      configuration.prepareDatabase { db in
        db.add(tokenizer: LemmaTokenizer.self)
        // Pages are read where they lie, not each with a call of its own.
        try db.execute(sql: "PRAGMA mmap_size = \(Self.mapped)")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let migrator = Self.migrator
      // A store is refused before anything is written into it.
      guard try !queue.read(migrator.hasBeenSuperseded) else { throw Self.newer(path) }
      try migrator.migrate(queue, upTo: last)
      return queue
    }
  }

  /// The SQL of all migrations, in order: the schema and what it means.
  public static var schema: [UInt8] { Array(migrations.map(\.sql).joined(separator: "\n").utf8) }

  /// The migrations, only ever added to; a name says what it brings.
  package static let migrations: [(name: String, sql: String)] = [
    ("runs-and-results", String(decoding: PackageResources.runs_and_results_sql, as: UTF8.self)),
    ("readings-of-results", String(decoding: PackageResources.readings_of_results_sql, as: UTF8.self)),
    ("search", String(decoding: PackageResources.search_sql, as: UTF8.self)),
    ("texts-of-reports", String(decoding: PackageResources.texts_of_reports_sql, as: UTF8.self)),
    ("carried-results", String(decoding: PackageResources.carried_results_sql, as: UTF8.self)),
  ]

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (name, sql) in migrations { migrator.registerMigration(name) { try $0.execute(sql: sql) } }
    return migrator
  }

  private static func newer(_ path: String) -> InvalidInput {
    InvalidInput(
      code: "store.newer",
      "this store was written by a newer pejl; use that one, or delete the file: decisions stand in decisions.xml",
      path: path)
  }

  /// What `work` finds in the store.
  func read<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try Self.explained(path) { try queue.read(work) }
  }

  /// What `work` comes to, in one transaction.
  func write<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try Self.explained(path) { try queue.write(work) }
  }

  /// Runs `work`, and says of what goes wrong which file it is and what to do.
  static func explained<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw InvalidInput(code: "store.sqlite", explanation(error), path: path)
    }
  }

  private static func explanation(_ error: DatabaseError) -> String {
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      return "the store is damaged (\(reason)); delete the file and run again: decisions stand in decisions.xml"
    case .SQLITE_FULL: return "there is no room for the store (\(reason)); make room and run again"
    case .SQLITE_BUSY: return "another program has held the store for long (\(reason)); run again when it is done"
    default: return "the store cannot be used (\(reason))"
    }
  }
}
