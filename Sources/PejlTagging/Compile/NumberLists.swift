internal import PejlCache

/// Lists of numbers one behind the other, in two flat arrays.
struct NumberLists: Sendable {
  /// Where each list begins, and behind the last where it ends.
  private(set) var bounds: [Int32] = [0]
  /// The lists' numbers.
  private(set) var values: [Int32] = []

  /// The lists of `lists`.
  init(_ lists: [[Int32]] = []) { for list in lists { append(list) } }

  /// The number of lists.
  var count: Int { bounds.count - 1 }
  /// The list of that number.
  subscript(list: Int) -> ArraySlice<Int32> { values[Int(bounds[list])..<Int(bounds[list + 1])] }

  /// Whether a number of a list satisfies `condition`.
  @inline(__always)
  func contains(in list: Int, where condition: (Int32) -> Bool) -> Bool {
    var place = Int(bounds[list])
    let end = Int(bounds[list + 1])
    while place < end {
      if condition(values[place]) { return true }
      place += 1
    }
    return false
  }

  /// Calls `body` for each number of a list; costs less than a slice.
  @inline(__always)
  func forEach(in list: Int, _ body: (Int32) -> Void) {
    var place = Int(bounds[list])
    let end = Int(bounds[list + 1])
    while place < end {
      body(values[place])
      place += 1
    }
  }

  /// Adds a list behind the others.
  mutating func append(_ list: some Sequence<Int32>) {
    values.append(contentsOf: list)
    bounds.append(Int32(values.count))
  }

  func write(to writer: inout CacheWriter) {
    writer.list(bounds)
    writer.list(values)
  }

  init(_ reader: inout CacheReader) throws {
    bounds = try reader.list()
    values = try reader.list()
    guard bounds.last == Int32(values.count) else { throw CacheReader.Damaged() }
  }
}
