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

  /// Whether the list of that number holds nothing.
  @inline(__always)
  func isEmpty(_ list: Int) -> Bool { bounds[list] == bounds[list + 1] }

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
}

/// The terms of a codebook by the patterns that they begin with: words, pairs of neighbours, and other phrases.
struct TermIndex: Sendable {
  /// By pattern: the sets of the terms that are that one word.
  private(set) var setsByPattern = NumberLists()
  /// By pattern: the phrases that begin with it and are no pairs.
  private(set) var phrasesByPattern = NumberLists()
  /// By term: the sets that hold it.
  private(set) var setsByTerm = NumberLists()
  /// By term: how its steps are to be matched.
  private(set) var phrases: [Phrase] = []
  private(set) var steps: [Step] = []
  /// The patterns of all steps, rising within each.
  private(set) var wanted: [Int32] = []
  /// By pattern: the ``signature(_:)`` of what pairs that begin with it end with; 0 where none does.
  private(set) var pairSignatures: [UInt64] = []
  /// By pattern: whether a pair ends with it.
  private(set) var endsPair: [Bool] = []
  private var pairs = PairTable()
  private var setsByPair = NumberLists()

  /// The steps of a term, as a stretch of all steps.
  struct Phrase: Sendable {
    let start: Int
    let end: Int
  }

  /// A word of a phrase, with the most words that may stand before it.
  struct Step: Sendable {
    let gap: Int
    let start: Int
    let end: Int
    /// The ``signature(_:)`` of its patterns.
    let signature: UInt64
  }

  /// A mark for each of some patterns: two lists that have no mark in common have no pattern in common.
  static func signature(_ patterns: some Sequence<Int32>) -> UInt64 {
    patterns.reduce(0) { $0 | 1 << UInt64(($1 &* 0x9E37 >> 3) & 63) }
  }

  /// A pair with more ways to be written is looked for as any other phrase.
  private static let mostPairs = 64

  init() {}

  /// The index of `terms`, each with the sets that hold it.
  init(_ terms: [CompiledTerm], setsByTerm: [[Int32]], patterns: Int) {
    var words = [[Int32]](repeating: [], count: patterns)
    var others = words
    var pairs: [Pair: [Int32]] = [:]
    pairSignatures = Array(repeating: 0, count: patterns)
    endsPair = Array(repeating: false, count: patterns)
    for (number, term) in terms.enumerated() {
      guard case .word(let first)? = term.steps.first else { continue }
      let sets = setsByTerm[number]
      if term.steps.count == 1 {
        for pattern in first { words[Int(pattern)] += sets }
      } else if term.steps.count == 2, case .word(let second) = term.steps[1],
        first.count * second.count <= Self.mostPairs
      {
        for left in first {
          pairSignatures[Int(left)] |= Self.signature(second)
          for right in second {
            endsPair[Int(right)] = true
            pairs[Pair(first: left, second: right), default: []] += sets
          }
        }
      } else {
        for pattern in first { others[Int(pattern)].append(Int32(number)) }
      }
    }
    for term in terms {
      let start = steps.count
      var gap = 0
      for step in term.steps {
        switch step {
        case .gap(let size): gap = size
        case .word(let patterns):
          steps.append(
            Step(
              gap: gap, start: wanted.count, end: wanted.count + patterns.count,
              signature: Self.signature(patterns)))
          wanted += patterns
          gap = 0
        }
      }
      phrases.append(Phrase(start: start, end: steps.count))
    }
    setsByPattern = NumberLists(words.map { Set($0).sorted() })
    phrasesByPattern = NumberLists(others)
    self.setsByTerm = NumberLists(setsByTerm)
    for (pair, sets) in pairs.sorted(by: { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }) {
      self.pairs.set(Int(pair.first), Int(pair.second), Int32(setsByPair.count))
      setsByPair.append(Set(sets).sorted())
    }
  }

  /// The list of the sets of the pairs that are these two patterns, if there are any.
  @inline(__always)
  func sets(_ first: Int32, _ second: Int32) -> Int32? { pairs[Int(first), Int(second)] }
  /// Calls `body` for each set in the list of that number.
  @inline(__always)
  func forEachSet(in list: Int32, _ body: (Int32) -> Void) { setsByPair.forEach(in: Int(list), body) }
}

/// Two patterns that stand side by side.
private struct Pair: Hashable {
  let first: Int32
  let second: Int32
}
