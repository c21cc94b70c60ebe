/// Finds which texts hang together by pairs that are alike enough.
///
/// Texts meet by their longest words. Of a text with all those words changed the copy is missed; where three words of ten
/// are changed by chance, that happens once in two million. Whether two texts are alike enough depends on these two alone.
struct CloseTexts {
  private let sets: WordSets
  private let leastLikeness: Double
  /// By text: the number of its words.
  private let lengths: [Int]
  /// From the shortest to the longest, so that a text meets only texts that are not longer.
  private let order: [Int]

  /// So many of a text's longest words are looked up.
  static let mostLookedUp = 12
  /// So many of a text's longest words can be found: more, as its own changes are long words too.
  static let mostIndexed = 24

  /// What is looked for among texts of which no two are equal.
  ///
  /// - Parameters:
  ///   - sets: the texts.
  ///   - fingerprints: by text: what decides which of two equally long texts counts as the shorter.
  ///   - leastLikeness: the least share of common words.
  init(_ sets: WordSets, fingerprints: [UInt64], leastLikeness: Double) {
    self.sets = sets
    self.leastLikeness = leastLikeness
    let lengths = sets.words.map(\.count)
    self.lengths = lengths
    order = sets.words.indices.sorted { (lengths[$0], fingerprints[$0]) < (lengths[$1], fingerprints[$1]) }
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
    var shared = Array(repeating: Int32(0), count: sets.count)
    var touched: [Int32] = []
    for text in order {
      probe(text, index, &shared, &touched)
      join(text, shared, touched, &joined)
      for other in touched { shared[Int(other)] = 0 }
      touched.removeAll(keepingCapacity: true)
      for (place, member) in indexed(text).enumerated() {
        index[Int(member)].append(Posting(text: Int32(text), place: Int32(place)))
      }
    }
    return joined.groups
  }

  /// Counts for each indexed text how many of its rarest members `text` has; those that cannot be alike get a negative count.
  private func probe(_ text: Int, _ index: [[Posting]], _ shared: inout [Int32], _ touched: inout [Int32]) {
    let set = sets.sets[text]
    for (place, member) in lookedUp(text).enumerated() {
      for posting in index[Int(member)] {
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
    var common: CommonWords<Int32>?
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

  /// The members by which a text is found.
  private func indexed(_ text: Int) -> ArraySlice<Int32> {
    let set = sets.sets[text]
    return set.prefix(Self.indexed(set.count, leastLikeness))
  }

  /// The members by which a text looks for others.
  private func lookedUp(_ text: Int) -> ArraySlice<Int32> {
    let set = sets.sets[text]
    return set.prefix(Self.lookedUp(set.count, leastLikeness))
  }

  /// By so many of its `count` members a text is found: behind them stand too few words for two texts of such lengths to be
  /// alike.
  static func indexed(_ count: Int, _ leastLikeness: Double) -> Int {
    min(count - Int((leastLikeness * Double(count)).rounded(.up)) + 1, mostIndexed)
  }

  /// By so many of its `count` members a text looks for others.
  static func lookedUp(_ count: Int, _ leastLikeness: Double) -> Int {
    let least = leastLikeness / (2 - leastLikeness) * Double(count)
    return min(count - Int(least.rounded(.up)) + 1, mostLookedUp)
  }

  /// How many words two texts of these lengths must have in common.
  private func needed(_ one: Int, _ other: Int) -> Int {
    DuplicateFinder.needed(one, other, leastLikeness: leastLikeness)
  }
}
