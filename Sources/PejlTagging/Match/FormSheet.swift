/// What each form of a word that has been met matches, in flat arrays.
struct FormSheet {
  /// What one form matches, as stretches of the sheet's numbers.
  struct Entry {
    /// The patterns that it satisfies.
    fileprivate(set) var patterns: Range<Int32>
    /// The sets that it matches alone, rising.
    fileprivate(set) var sets: Range<Int32>
    /// The phrases that may begin with it.
    fileprivate(set) var phrases: Range<Int32>
    /// Those of its patterns that pairs begin with, and end with.
    fileprivate(set) var pairBeginnings: Range<Int32>
    fileprivate(set) var pairEnds: Range<Int32>
    /// Whether it may be the first part of a compound written apart.
    let canBegin: Bool
    /// The marks of its patterns, see ``TermIndex/signature(_:)``.
    let signature: UInt64
  }

  /// The lists of all entries, one behind the other. To walk a stretch of it place by place costs less than a slice.
  private(set) var numbers: [Int32] = []
  private var entries: [Entry] = []
  /// By form, twice: as it stands, and in capitals.
  private var places: [Int32] = []

  /// The place of the entry of a form; nil when it has not been met.
  func place(_ form: Int, inCapitals: Bool) -> Int32? {
    let key = form * 2 + (inCapitals ? 1 : 0)
    guard key < places.count, places[key] >= 0 else { return nil }
    return places[key]
  }

  subscript(place: Int32) -> Entry { entries[Int(place)] }
  subscript(range: Range<Int32>) -> ArraySlice<Int32> { numbers[Int(range.lowerBound)..<Int(range.upperBound)] }

  /// Adds what a form matches that satisfies `patterns`.
  mutating func add(_ form: Int, inCapitals: Bool, patterns: [Int32], canBegin: Bool, index: TermIndex) -> Int32 {
    let key = form * 2 + (inCapitals ? 1 : 0)
    if key >= places.count {
      places.append(contentsOf: repeatElement(-1, count: max(key + 1 - places.count, places.count)))
    }
    var sets: Set<Int32> = []
    for pattern in patterns { sets.formUnion(index.setsByPattern[Int(pattern)]) }
    let entry = Entry(
      patterns: append(patterns), sets: append(sets.sorted()),
      phrases: append(patterns.flatMap { index.phrasesByPattern[Int($0)] }),
      pairBeginnings: append(patterns.filter { index.beginsPair[Int($0)] }),
      pairEnds: append(patterns.filter { index.endsPair[Int($0)] }), canBegin: canBegin,
      signature: TermIndex.signature(patterns))
    let place = Int32(entries.count)
    entries.append(entry)
    places[key] = place
    return place
  }

  private mutating func append(_ list: some Sequence<Int32>) -> Range<Int32> {
    let start = Int32(numbers.count)
    numbers.append(contentsOf: list)
    return start..<Int32(numbers.count)
  }
}
