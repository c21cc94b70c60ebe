/// Finds texts that say the same, word for word or nearly so.
///
/// Equal texts are joined first. Of the others, pairs are found through an index of each text's longest words (after the
/// prefix filter of Bayardo, Ma and Srikant 2007, "Scaling up all pairs similarity search"), and each is then compared word
/// for word. Of what hangs together the most typical text is looked for, and
/// only what is like that text belongs to its group, so that a chain of small differences joins nothing.
///
/// Whether two texts hang together depends on these two alone, so what an earlier search found (``FoundTexts``) holds on for
/// texts that are still there.
public struct DuplicateFinder: Sendable {
  /// The least share of common words (``Likeness/share(with:)``) of texts that are nearly the same.
  public var leastLikeness = Likeness.nearlySame
  /// Texts of fewer words are joined only when they are equal: in a few words a small difference is all that matters.
  public var leastWords = 10
  /// Texts of fewer words are not looked at.
  public var leastEqualWords = 4
  /// Where less than this part of the texts is new, only what they touch is looked at again; the result is the same.
  private static let fewNew = 0.2

  /// A finder.
  public init() {}

  /// The groups of two or more among `texts`, by their first member.
  public func groups(_ texts: [TextWords]) -> [TextGroup] {
    groups(texts.map(TextSketch.init), known: FoundTexts()) { texts[$0] }.groups
  }

  /// The groups of two or more among the texts with these sketches, by their first member.
  ///
  /// - Parameters:
  ///   - sketches: the texts.
  ///   - known: what an earlier search found among other or the same texts; the result does not depend on it.
  ///   - words: the words of the text at a place; asked for those texts only that must be compared.
  /// - Returns: the groups, and what a later search can use.
  public func groups(
    _ sketches: [TextSketch], known: FoundTexts, words: @escaping (Int) -> TextWords
  ) -> (groups: [TextGroup], found: FoundTexts) {
    let distinct = DistinctTexts(sketches, leastWords: leastEqualWords)
    let compared = distinct.first.indices.filter { sketches[distinct.first[$0]].count >= leastWords }
    let search = TextSearch(
      finder: self, sketches: compared.map { sketches[distinct.first[$0]] },
      weights: compared.map { distinct.copies[$0].count }
    ) { words(distinct.first[compared[$0]]) }
    let isKnown = Double(search.new(beside: known).count) < Self.fewNew * Double(compared.count)
    let found = isKnown ? search.found(beside: known) : search.found()
    var groups: [TextGroup] = []
    var grouped = Set<Int>()
    let places = Dictionary(uniqueKeysWithValues: compared.map { (sketches[distinct.first[$0]].fingerprint, $0) })
    for group in found.clusters.flatMap(\.groups) {
      guard let typical = places[group.typical] else { continue }
      let members = group.members.flatMap { member -> [TextGroup.Member] in
        guard let place = places[member.fingerprint] else { return [] }
        grouped.insert(place)
        return distinct.copies[place].map { TextGroup.Member(text: $0, likeness: member.likeness) }
      }
      groups.append(TextGroup(typical: distinct.first[typical], members: members.sorted { $0.text < $1.text }))
    }
    for (place, copies) in distinct.copies.enumerated() where copies.count > 1 && !grouped.contains(place) {
      groups.append(TextGroup(typical: copies[0], members: copies.map { TextGroup.Member(text: $0, likeness: 1) }))
    }
    return (groups.sorted { ($0.members.first?.text ?? 0) < ($1.members.first?.text ?? 0) }, found)
  }

  /// How many words two texts of these lengths must have in common.
  static func needed(_ one: Int, _ other: Int, leastLikeness: Double) -> Int {
    Int((leastLikeness / 2 * Double(one + other)).rounded(.up))
  }
}

/// Texts of which each stands once, with the places of its copies.
struct DistinctTexts {
  /// The first place of each text.
  private(set) var first: [Int] = []
  /// All places of each text.
  private(set) var copies: [[Int]] = []

  init(_ texts: [TextSketch], leastWords: Int) {
    var numbers: [UInt64: Int] = [:]
    for (place, text) in texts.enumerated() where text.count >= leastWords {
      if let known = numbers[text.fingerprint] {
        copies[known].append(place)
      } else {
        numbers[text.fingerprint] = first.count
        first.append(place)
        copies.append([place])
      }
    }
  }
}
