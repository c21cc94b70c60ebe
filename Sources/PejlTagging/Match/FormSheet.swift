/// What each form of a word that has been met matches, in flat arrays.
struct FormSheet {
  /// What one form matches, as stretches of the sheet's numbers.
  struct Entry {
    /// The patterns that it satisfies.
    fileprivate(set) var patterns: Range<Int32>
    /// The sets that it matches alone, rising.
    fileprivate(set) var sets: Range<Int32>
    /// The phrases that may begin with it, as a stretch of the sheet's openings.
    fileprivate(set) var openings: Range<Int32>
    /// So many words may stand between the first and the second word of one of them.
    fileprivate(set) var longestGap: Int32
    /// Those of its patterns that pairs begin with, and end with.
    fileprivate(set) var pairBeginnings: Range<Int32>
    fileprivate(set) var pairEnds: Range<Int32>
    /// The marks of what those pairs end with.
    fileprivate(set) var pairSignature: PatternMarks
    /// Whether it may be the first part of a compound written apart.
    let canBegin: Bool
    /// Whether it may be the second part of one.
    let canEnd: Bool
    /// The marks of its patterns.
    let signature: PatternMarks
  }

  /// A phrase that begins with a form, and the marks of what its second word may be.
  struct Opening {
    let phrase: Int32
    /// So many words may stand before the second word.
    let gap: Int32
    let signature: PatternMarks
  }

  /// The lists of all entries, one behind the other. To walk a stretch of it place by place costs less than a slice.
  private(set) var numbers: [Int32] = []
  /// The phrases that entries begin, one entry's behind the other's.
  private(set) var openings: [Opening] = []
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
  mutating func add(_ form: Int, inCapitals: Bool, patterns: [Int32], canBegin: Bool, canEnd: Bool, index: TermIndex)
    -> Int32
  {
    let key = form * 2 + (inCapitals ? 1 : 0)
    if key >= places.count {
      places.append(contentsOf: repeatElement(-1, count: max(key + 1 - places.count, places.count)))
    }
    var sets: Set<Int32> = []
    for pattern in patterns { sets.formUnion(index.setsByPattern[Int(pattern)]) }
    let begun = Int32(openings.count)
    for pattern in patterns { index.phrasesByPattern.forEach(in: Int(pattern)) { add($0, index) } }
    let entry = Entry(
      patterns: append(patterns), sets: append(sets.sorted()), openings: begun..<Int32(openings.count),
      longestGap: openings[Int(begun)...].map(\.gap).max() ?? 0,
      pairBeginnings: append(patterns.filter { !index.pairSignatures[Int($0)].isEmpty }),
      pairEnds: append(patterns.filter { index.endsPair[Int($0)] }),
      pairSignature: patterns.reduce(PatternMarks()) { $0.union(index.pairSignatures[Int($1)]) }, canBegin: canBegin,
      canEnd: canEnd, signature: PatternMarks(patterns))
    let place = Int32(entries.count)
    entries.append(entry)
    places[key] = place
    return place
  }

  private mutating func add(_ phrase: Int32, _ index: TermIndex) {
    let second = index.steps[index.phrases[Int(phrase)].start + 1]
    openings.append(Opening(phrase: phrase, gap: Int32(second.gap), signature: second.signature))
  }

  private mutating func append(_ list: some Sequence<Int32>) -> Range<Int32> {
    let start = Int32(numbers.count)
    numbers.append(contentsOf: list)
    return start..<Int32(numbers.count)
  }
}
