/// The number of a row of the index, which tells the result, whether the passage is set aside, and its place.
enum SearchRow {
  /// The most passages of one response; those beyond are not indexed.
  static let most = 1 << 23

  /// The number of the row of the passage at `place` of `result`.
  static func number(of result: Int64, place: Int, isSetAside: Bool) -> Int64 {
    (result << 1 | (isSetAside ? 1 : 0)) << 23 | Int64(place)
  }

  /// All numbers that belong to `result`.
  static func numbers(of result: Int64) -> Range<Int64> { result << 24..<(result + 1) << 24 }

  /// The result of a row, and whether its passage is set aside, as SQL says them.
  static let (result, isSetAside) = ("(search.rowid >> 24)", "(search.rowid >> 23 & 1)")
}
