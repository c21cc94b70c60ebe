/// The places where sets match in one passage, gathered word by word; made anew for each passage without new memory.
struct HitLists {
  private struct Hit {
    let first: Int32
    var last: Int32
    /// The hit of the same set before it, or -1.
    let before: Int32
  }

  private var hits: [Hit] = []
  /// The sets that match, in the order in which they were met.
  private var touched: [Int32] = []
  /// By set: its last hit, where the set has the mark of this passage.
  private var last: [Int32]
  private var marks: [UInt32]
  private var mark: UInt32 = 1

  init(sets: Int) {
    last = Array(repeating: -1, count: sets)
    marks = Array(repeating: 0, count: sets)
  }

  /// Adds a match of a set; the first words of matches must not fall. What lies in another match is dropped.
  @inline(__always)
  mutating func add(_ set: Int32, _ first: Int, _ end: Int) {
    let set = Int(set)
    if marks[set] != mark {
      marks[set] = mark
      touched.append(Int32(set))
      last[set] = Int32(hits.count)
      hits.append(Hit(first: Int32(first), last: Int32(end), before: -1))
      return
    }
    let known = Int(last[set])
    if hits[known].last >= end { return }
    if hits[known].first == first {
      hits[known].last = Int32(end)
      return
    }
    last[set] = Int32(hits.count)
    hits.append(Hit(first: Int32(first), last: Int32(end), before: Int32(known)))
  }

  /// The matches by set, rising, with the sets that match; the lists are empty afterwards.
  mutating func finish() -> (found: BitSet, sets: [Int32], bounds: [Int32], words: [ClosedRange<Int32>]) {
    var found = BitSet(count: last.count)
    for set in touched { found.insert(set) }
    // In rising order, at less cost than sorting.
    touched.removeAll(keepingCapacity: true)
    found.forEach { touched.append(Int32($0)) }
    var bounds: [Int32] = [0]
    bounds.reserveCapacity(touched.count + 1)
    var words: [ClosedRange<Int32>] = []
    words.reserveCapacity(hits.count)
    for set in touched {
      let start = words.count
      var next = last[Int(set)]
      while next >= 0 {
        let hit = hits[Int(next)]
        words.append(hit.first...hit.last)
        next = hit.before
      }
      if words.count - start > 1 { words[start...].reverse() }
      bounds.append(Int32(words.count))
    }
    let sets = touched
    touched.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    if mark == .max {
      marks = Array(repeating: 0, count: marks.count)
      mark = 0
    }
    mark += 1
    return (found, sets, bounds, words)
  }
}
