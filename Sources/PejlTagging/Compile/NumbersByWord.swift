internal import PejlCache
internal import PejlDanish

/// The numbers of things that words name, in flat arrays: looked up by the bytes of a word.
struct NumbersByWord: Sendable {
  private var words = FormTable()
  /// By word: its latest entry, or -1.
  private var latest: [Int32] = []
  /// By entry: its number, and the entry of the same word before it, or -1.
  private var numbers: [Int32] = []
  private var before: [Int32] = []
  /// The lengths of the shortest and the longest word, in bytes; empty where there is none.
  private(set) var lengths = 0..<0

  init() {}

  /// Adds a number of `word`.
  mutating func add(_ number: Int32, to word: String) {
    let bytes = Array(word.utf8)
    let place = words.number(of: bytes)
    if place == latest.count { latest.append(-1) }
    before.append(latest[place])
    latest[place] = Int32(numbers.count)
    numbers.append(number)
    let own = bytes.count..<(bytes.count + 1)
    lengths =
      lengths.isEmpty
      ? own : min(lengths.lowerBound, own.lowerBound)..<max(lengths.upperBound, own.upperBound)
  }

  /// Calls `body` for each number of `word`.
  @inline(__always)
  func forEach(_ word: borrowing Span<UInt8>, _ body: (Int32) -> Void) {
    guard let place = words.find(word) else { return }
    var entry = latest[place]
    while entry >= 0 {
      body(numbers[Int(entry)])
      entry = before[Int(entry)]
    }
  }

  func write(to writer: inout CacheWriter) {
    words.write(to: &writer)
    writer.list(latest)
    writer.list(numbers)
    writer.list(before)
    writer.number(lengths.lowerBound)
    writer.number(lengths.upperBound)
  }

  init(_ reader: inout CacheReader) throws {
    words = try FormTable(&reader)
    latest = try reader.list()
    numbers = try reader.list()
    before = try reader.list()
    let (lower, upper): (Int, Int) = (try reader.number(), try reader.number())
    guard lower <= upper else { throw CacheReader.Damaged() }
    lengths = lower..<upper
  }
}
