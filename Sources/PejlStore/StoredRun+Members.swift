internal import GRDB

extension Store {
  /// How many responses are kept of each run, by its number; runs without any are left out.
  public func memberCounts() throws -> [Int64: Int] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT run, count(*) FROM member GROUP BY run")
      return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }
  }
}
