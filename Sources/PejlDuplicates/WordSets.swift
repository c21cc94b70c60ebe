/// Texts as numbers: the words in order, and as a set with the longest words first.
///
/// Long words are rare. Their order is the same whatever other texts there are, so whether two texts meet depends on these
/// two alone.
struct WordSets {
  /// By text: the number of each word, in the order of the text.
  let words: [[Int32]]
  /// By text: its words as a set, the longest first. The second time that a word stands in a text it is another member.
  let sets: [[Int32]]
  /// By text: one bit of 256 for each member of the set.
  let signatures: [SIMD4<UInt64>]
  /// One more than the greatest member.
  let memberCount: Int

  var count: Int { words.count }

  init(_ texts: [TextWords]) {
    var numbers: [UInt64: Int32] = [:]
    var keys: [UInt64] = []
    var words: [[Int32]] = []
    words.reserveCapacity(texts.count)
    for text in texts {
      words.append(
        text.hashes.map { hash in
          if let known = numbers[hash] { return known }
          let number = Int32(numbers.count)
          numbers[hash] = number
          keys.append(hash)
          return number
        })
    }
    self.words = words
    let members = Self.members(words, &keys)
    let ranks = Self.ranks(keys)
    sets = members.map { $0.map { ranks[Int($0)] }.sorted() }
    signatures = members.map { text in TextSketch.signature(text.map { keys[Int($0)] }) }
    memberCount = keys.count
  }

  /// How many members the sets of two texts have in common, or fewer than `least` when there are not so many.
  func overlap(_ left: Int, _ right: Int, least: Int) -> Int {
    let (one, other) = (sets[left], sets[right])
    var (i, j, found) = (0, 0, 0)
    while i < one.count, j < other.count {
      if found + min(one.count - i, other.count - j) < least { return found }
      if one[i] == other[j] {
        found += 1
        i += 1
        j += 1
      } else if one[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return found
  }

  /// The most members that two sets can have in common, by their signatures.
  func bound(_ left: Int, _ right: Int) -> Int {
    TextSketch.bound(signatures[left], sets[left].count, signatures[right], sets[right].count)
  }

  /// Each text's words with their repetitions told apart; the keys of repetitions are put behind those of the words.
  private static func members(_ words: [[Int32]], _ keys: inout [UInt64]) -> [[Int32]] {
    var repeats: [UInt64: Int32] = [:]
    var seen = Array(repeating: UInt64(0), count: keys.count)
    return words.map { text in
      let result = text.map { word -> Int32 in
        seen[Int(word)] += 1
        let time = seen[Int(word)]
        guard time > 1 else { return word }
        let key = TextSketch.key(of: keys[Int(word)], time: time)
        if let known = repeats[key] { return known }
        let number = Int32(keys.count)
        repeats[key] = number
        keys.append(key)
        return number
      }
      for word in text { seen[Int(word)] = 0 }
      return result
    }
  }

  /// The place of each member when they are sorted by falling keys.
  private static func ranks(_ keys: [UInt64]) -> [Int32] {
    var ranks = Array(repeating: Int32(0), count: keys.count)
    let order = keys.indices.sorted { (keys[$1], $0) < (keys[$0], $1) }
    for (rank, member) in order.enumerated() { ranks[member] = Int32(rank) }
    return ranks
  }
}
