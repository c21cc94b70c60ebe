internal import PejlCache

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
  /// By pattern: the marks of what pairs that begin with it end with; none where none does.
  private(set) var pairSignatures: [PatternMarks] = []
  /// By pattern: whether a pair ends with it.
  private(set) var endsPair: [Bool] = []
  private var pairs = PairTable()
  private var setsByPair = NumberLists()

  /// The steps of a term, as a stretch of all steps.
  struct Phrase: BitwiseCopyable {
    let start: Int
    let end: Int
  }

  /// A word of a phrase, with the most words that may stand before it.
  struct Step: BitwiseCopyable {
    let gap: Int
    let start: Int
    let end: Int
    /// The marks of its patterns.
    let signature: PatternMarks
  }

  /// A pair with more ways to be written is looked for as any other phrase.
  private static let mostPairs = 64

  init() {}

  /// The index of `terms`, each with the sets that hold it.
  init(_ terms: [CompiledTerm], setsByTerm: [[Int32]], patterns: Int) {
    var words = [[Int32]](repeating: [], count: patterns)
    var others = words
    var pairs: [Pair: [Int32]] = [:]
    pairSignatures = Array(repeating: PatternMarks(), count: patterns)
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
          pairSignatures[Int(left)] = pairSignatures[Int(left)].union(PatternMarks(second))
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
              signature: PatternMarks(patterns)))
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

  func write(to writer: inout CacheWriter) {
    for lists in [setsByPattern, phrasesByPattern, setsByTerm, setsByPair] { lists.write(to: &writer) }
    writer.list(phrases)
    writer.list(steps)
    writer.list(wanted)
    writer.list(pairSignatures)
    writer.list(endsPair)
    pairs.write(to: &writer)
  }

  init(_ reader: inout CacheReader) throws {
    setsByPattern = try NumberLists(&reader)
    phrasesByPattern = try NumberLists(&reader)
    setsByTerm = try NumberLists(&reader)
    setsByPair = try NumberLists(&reader)
    phrases = try reader.list()
    steps = try reader.list()
    wanted = try reader.list()
    pairSignatures = try reader.list()
    endsPair = try reader.list()
    pairs = try PairTable(&reader)
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
