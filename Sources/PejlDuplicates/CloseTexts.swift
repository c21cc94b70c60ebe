/// Finds which texts hang together by pairs that are alike enough.
///
/// Texts meet by the rarest words that they do not have alone. Of a text with all those words changed the copy is missed.
struct CloseTexts {
  private let sets: WordSets
  private let leastLikeness: Double
  /// By text: the number of its words.
  private let lengths: [Int]

  /// So many of a text's rarest words are looked up.
  private static let lookedUp = 12
  /// So many of a text's rarest words can be found: more, as its changes may be rare words of others.
  private static let indexed = 24

  init(_ sets: WordSets, leastLikeness: Double) {
    self.sets = sets
    self.leastLikeness = leastLikeness
    lengths = sets.words.map(\.count)
  }

  /// A place of a member in a text.
  private struct Posting {
    let text: Int32
    let place: Int32
  }

  /// The texts that hang together, two or more each, every text once; in order.
  var components: [[Int]] {
    var joined = DisjointSets(sets.count)
    var index: [[Posting]] = Array(repeating: [], count: sets.memberCount)
    // From the shortest to the longest, so that a text meets only texts that are not longer.
    let order = (0..<sets.count).sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    var shared = Array(repeating: Int32(0), count: sets.count)
    var touched: [Int32] = []
    for text in order {
      probe(text, index, &shared, &touched)
      join(text, shared, touched, &joined)
      for other in touched { shared[Int(other)] = 0 }
      touched.removeAll(keepingCapacity: true)
      let set = sets.sets[text]
      // Behind these stand too few words for two texts of such lengths to be alike.
      let decisive = set.count - Int((leastLikeness * Double(set.count)).rounded(.up)) + 1
      for place in 0..<min(decisive, set.count, Self.indexed) {
        index[Int(set[place])].append(Posting(text: Int32(text), place: Int32(place)))
      }
    }
    return joined.groups
  }

  /// Counts for each indexed text how many of its rarest members `text` has; those that cannot be alike get a negative count.
  private func probe(_ text: Int, _ index: [[Posting]], _ shared: inout [Int32], _ touched: inout [Int32]) {
    let set = sets.sets[text]
    let least = leastLikeness / (2 - leastLikeness) * Double(set.count)
    let decisive = set.count - Int(least.rounded(.up)) + 1
    for place in 0..<min(decisive, set.count, Self.lookedUp) {
      for posting in index[Int(set[place])] {
        let other = Int(posting.text)
        let count = shared[other]
        if count < 0 { continue }
        if count == 0 { touched.append(posting.text) }
        let length = lengths[other]
        let rest = min(set.count - place - 1, length - Int(posting.place) - 1)
        let canReach = Int(count) + 1 + rest >= needed(set.count, length)
        shared[other] = canReach ? count + 1 : Int32.min
      }
    }
  }

  /// Compares `text` with what it met, and joins what is alike.
  private func join(_ text: Int, _ shared: [Int32], _ touched: [Int32], _ joined: inout DisjointSets) {
    var common: CommonWords?
    for other in touched.lazy.map({ Int($0) }) where shared[other] > 0 {
      let needed = needed(lengths[text], lengths[other])
      guard sets.bound(text, other) >= needed, !joined.areJoined(text, other),
        sets.overlap(text, other, least: needed) >= needed
      else { continue }
      let ready = common ?? CommonWords(sets.words[text])
      common = ready
      if ready.count(in: sets.words[other]) >= needed { joined.join(text, other) }
    }
  }

  /// How many words two texts of these lengths must have in common.
  private func needed(_ one: Int, _ other: Int) -> Int {
    Int((leastLikeness / 2 * Double(one + other)).rounded(.up))
  }
}

/// Numbers that are joined to sets (union-find with path halving); the smallest of a set stands for it.
struct DisjointSets {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  /// The smallest number of the set that `number` is in.
  mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /// Whether both are in one set.
  mutating func areJoined(_ left: Int, _ right: Int) -> Bool { root(left) == root(right) }

  /// Makes one set of two.
  mutating func join(_ left: Int, _ right: Int) {
    let (one, other) = (root(left), root(right))
    parents[max(one, other)] = min(one, other)
  }

  /// The sets of two or more, by their smallest number, each rising.
  var groups: [[Int]] {
    var copy = self
    let roots = parents.indices.map { copy.root($0) }
    let all = Dictionary(grouping: parents.indices) { roots[$0] }
    return all.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
