internal import GRDB

/// A file as it was last seen: when nothing of this has changed, its content has not.
public struct StoredFile: Sendable, Hashable {
  /// The path.
  public var path: String
  /// The size in bytes.
  public var size: Int64
  /// When its content was changed, in nanoseconds since 1970.
  public var modified: Int64
  /// When anything about it was changed, in nanoseconds since 1970.
  public var changed: Int64
  /// The number of the file in its file system.
  public var inode: Int64
  /// When it was looked at, in nanoseconds since 1970.
  public var seen: Int64
  /// The SHA-256 of the content.
  public var sha256: String

  /// A file.
  public init(
    path: String, size: Int64, modified: Int64, changed: Int64, inode: Int64, seen: Int64 = 0, sha256: String = ""
  ) {
    self.path = path
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.seen = seen
    self.sha256 = sha256
  }
}

extension Store {
  /// The files that were seen, by path.
  public func files() throws -> [String: StoredFile] {
    try read { db in
      var files: [String: StoredFile] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT path, size, modified, changed, inode, seen, sha256 FROM input")
      while let row = try rows.next() {
        let file = StoredFile(
          path: row[0], size: row[1], modified: row[2], changed: row[3], inode: row[4], seen: row[5], sha256: row[6])
        files[file.path] = file
      }
      return files
    }
  }

  /// Remembers how `files` look.
  public func remember(_ files: [StoredFile]) throws {
    guard !files.isEmpty else { return }
    try write { db in
      let statement = try db.makeStatement(
        sql: "INSERT OR REPLACE INTO input (path, size, modified, changed, inode, seen, sha256) VALUES (?,?,?,?,?,?,?)")
      for file in files {
        try statement.execute(arguments: [
          file.path, file.size, file.modified, file.changed, file.inode, file.seen, file.sha256,
        ])
      }
    }
  }
}
