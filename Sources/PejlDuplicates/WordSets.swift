/// Texts as numbers: the words in order, and as a set by falling rarity.
struct WordSets {
  /// By text: the number of each word, in the order of the text.
  let words: [[Int32]]
  /// By text: its words as a set, the rarest that several texts hold first. The second time that a word stands in a text it is another member.
  let sets: [[Int32]]
  /// By text: one bit of 256 for each member of the set.
  let signatures: [SIMD4<UInt64>]
  /// One more than the greatest member.
  let memberCount: Int

  var count: Int { words.count }

  init(_ texts: [TextWords]) {
    var numbers: [UInt64: Int32] = [:]
    var words: [[Int32]] = []
    words.reserveCapacity(texts.count)
    for text in texts {
      words.append(
        text.hashes.map { hash in
          if let known = numbers[hash] { return known }
          let number = Int32(numbers.count)
          numbers[hash] = number
          return number
        })
    }
    self.words = words
    let (members, counts) = Self.members(words, wordCount: numbers.count)
    let ranks = Self.ranks(counts)
    sets = members.map { $0.map { ranks[Int($0)] }.sorted() }
    signatures = sets.map(Self.signature)
    memberCount = counts.count
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
    let differing = signatures[left] ^ signatures[right]
    let bits =
      differing[0].nonzeroBitCount + differing[1].nonzeroBitCount + differing[2].nonzeroBitCount
      + differing[3].nonzeroBitCount
    return (sets[left].count + sets[right].count - bits) / 2
  }

  /// Each text's words with their repetitions told apart, and how many texts hold each.
  private static func members(_ words: [[Int32]], wordCount: Int) -> (members: [[Int32]], counts: [Int32]) {
    var counts = Array(repeating: Int32(0), count: wordCount)
    var repeats: [UInt64: Int32] = [:]
    var seen = Array(repeating: Int32(0), count: wordCount)
    let members = words.map { text in
      let result = text.map { word -> Int32 in
        seen[Int(word)] += 1
        let time = seen[Int(word)]
        if time == 1 {
          counts[Int(word)] += 1
          return word
        }
        let key = UInt64(UInt32(word)) << 32 | UInt64(time)
        if let known = repeats[key] {
          counts[Int(known)] += 1
          return known
        }
        let number = Int32(counts.count)
        repeats[key] = number
        counts.append(1)
        return number
      }
      for word in text { seen[Int(word)] = 0 }
      return result
    }
    return (members, counts)
  }

  /// The place of each member when they are sorted by how many texts hold them; what one alone holds comes last, as nobody
  /// meets by it.
  private static func ranks(_ counts: [Int32]) -> [Int32] {
    var ranks = Array(repeating: Int32(0), count: counts.count)
    let rarity = counts.map { $0 == 1 ? Int32.max : $0 }
    let order = counts.indices.sorted { (rarity[$0], $0) < (rarity[$1], $1) }
    for (rank, member) in order.enumerated() { ranks[member] = Int32(rank) }
    return ranks
  }

  private static func signature(_ set: [Int32]) -> SIMD4<UInt64> {
    var result = SIMD4<UInt64>.zero
    for member in set {
      let bit = Int((UInt64(UInt32(member)) &* 0x9E37_79B9_7F4A_7C15) >> 56)
      result[bit / 64] ^= 1 << UInt64(bit % 64)
    }
    return result
  }
}
