internal import Foundation
internal import GRDB

/// A codebook that runs were made with.
public struct StoredCodebook: Sendable, Hashable {
  /// A file of it.
  public struct Source: Sendable, Hashable {
    /// The path relative to the folder of the codebook.
    public var path: String
    /// The SHA-256 of the bytes.
    public var sha256: String

    /// A source.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// What identifies it.
  public var fingerprint: String
  /// Its name.
  public var id: String
  /// Its version as its author counts.
  public var version: String
  /// Its title.
  public var title: String
  /// Its files, the main one first.
  public var sources: [Source]

  /// A codebook.
  public init(fingerprint: String, id: String, version: String, title: String, sources: [Source]) {
    self.fingerprint = fingerprint
    self.id = id
    self.version = version
    self.title = title
    self.sources = sources
  }
}

extension Store {
  /// The bytes that are kept under their SHA-256.
  public func content(_ sha256: String) throws -> [UInt8]? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT bytes FROM content WHERE sha256 = ?", arguments: [sha256]).map { Array($0) }
    }
  }

  /// Keeps contents by their SHA-256.
  public func keep(contents: [(sha256: String, bytes: [UInt8])]) throws {
    try write { db in
      for (sha256, bytes) in contents {
        try db.execute(
          sql: "INSERT OR IGNORE INTO content (sha256, bytes) VALUES (?, ?)", arguments: [sha256, Data(bytes)])
      }
    }
  }

  /// The codebook with that fingerprint.
  public func codebook(_ fingerprint: String) throws -> StoredCodebook? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT id, version, title FROM codebook WHERE fingerprint = ?", arguments: [fingerprint])
      else { return nil }
      let sources = try Row.fetchAll(
        db, sql: "SELECT path, sha256 FROM codebook_source WHERE codebook = ? ORDER BY place", arguments: [fingerprint])
      return StoredCodebook(
        fingerprint: fingerprint, id: row[0], version: row[1], title: row[2],
        sources: sources.map { .init(path: $0[0], sha256: $0[1]) })
    }
  }

  /// Keeps a codebook; the bytes of its files are kept already.
  public func keep(_ codebook: StoredCodebook) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO codebook (fingerprint, id, version, title) VALUES (?,?,?,?)
          """,
        arguments: [codebook.fingerprint, codebook.id, codebook.version, codebook.title])
      for (place, source) in codebook.sources.enumerated() {
        try db.execute(
          sql: "INSERT OR IGNORE INTO codebook_source (codebook, place, path, sha256) VALUES (?,?,?,?)",
          arguments: [codebook.fingerprint, place, source.path, source.sha256])
      }
    }
  }
}
