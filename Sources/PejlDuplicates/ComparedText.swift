/// A text ready to be compared with others one by one, by the rules of ``CloseTexts`` and with the same result.
struct ComparedText {
  private let fingerprint: UInt64
  private let words: [UInt64]
  /// Its words as a set, the longest first; the second time that a word stands in the text it is another member.
  private let members: [UInt64]

  /// The text with these words.
  init(_ words: TextWords, fingerprint: UInt64) {
    self.fingerprint = fingerprint
    self.words = words.hashes
    members = TextSketch.members(words.hashes).sorted(by: >)
  }

  /// Whether the two are alike enough to be found.
  func isClose(to other: ComparedText, leastLikeness: Double) -> Bool {
    let needed = DuplicateFinder.needed(words.count, other.words.count, leastLikeness: leastLikeness)
    let isShorter = (words.count, fingerprint) < (other.words.count, other.fingerprint)
    let (shorter, longer) = isShorter ? (self, other) : (other, self)
    let indexed = shorter.members.prefix(CloseTexts.indexed(shorter.members.count, leastLikeness))
    let lookedUp = longer.members.prefix(CloseTexts.lookedUp(longer.members.count, leastLikeness))
    return Self.overlap(indexed, lookedUp, least: 1) > 0
      && Self.overlap(members[...], other.members[...], least: needed) >= needed
      && CommonWords(words).count(in: other.words) >= needed
  }

  /// How many members two falling lists have in common, or fewer than `least` when there are not so many.
  private static func overlap(_ one: ArraySlice<UInt64>, _ other: ArraySlice<UInt64>, least: Int) -> Int {
    var (i, j, found) = (one.startIndex, other.startIndex, 0)
    while i < one.endIndex, j < other.endIndex {
      if found + min(one.endIndex - i, other.endIndex - j) < least { return found }
      if one[i] == other[j] {
        found += 1
        i += 1
        j += 1
      } else if one[i] > other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return found
  }
}
