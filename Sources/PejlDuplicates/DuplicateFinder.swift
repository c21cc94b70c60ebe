/// Finds texts that say the same, word for word or nearly so.
///
/// Equal texts are joined first. Of the others, pairs are found through an index of each text's rarest words (after the
/// prefix filter of Bayardo, Ma and Srikant 2007, "Scaling up all pairs similarity search"), and each is then compared word
/// for word. Of what hangs together the most typical text is looked for, and
/// only what is like that text belongs to its group, so that a chain of small differences joins nothing.
public struct DuplicateFinder: Sendable {
  /// The least share of common words (``Likeness/share(with:)``) of texts that are nearly the same.
  public var leastLikeness = Likeness.nearlySame
  /// Texts of fewer words are joined only when they are equal: in a few words a small difference is all that matters.
  public var leastWords = 10
  /// Texts of fewer words are not looked at.
  public var leastEqualWords = 4

  /// A finder.
  public init() {}

  /// The groups of two or more among `texts`, by their first member.
  public func groups(_ texts: [TextWords]) -> [TextGroup] {
    let distinct = DistinctTexts(texts, leastWords: leastEqualWords)
    let compared = distinct.first.indices.filter { texts[distinct.first[$0]].count >= leastWords }
    let sets = WordSets(compared.map { texts[distinct.first[$0]] })
    let components = CloseTexts(sets, leastLikeness: leastLikeness).components
    var groups: [TextGroup] = []
    var grouped = Set<Int>()
    for component in components {
      for (typical, members) in TypicalText(sets, leastLikeness, weights: compared.map { distinct.copies[$0].count })
        .groups(in: component)
      {
        grouped.formUnion(members.map { compared[$0.text] })
        groups.append(
          TextGroup(
            typical: distinct.first[compared[typical]],
            members: members.flatMap { member in
              distinct.copies[compared[member.text]].map { TextGroup.Member(text: $0, likeness: member.likeness) }
            }.sorted { $0.text < $1.text }))
      }
    }
    for (place, copies) in distinct.copies.enumerated() where copies.count > 1 && !grouped.contains(place) {
      groups.append(
        TextGroup(typical: copies[0], members: copies.map { TextGroup.Member(text: $0, likeness: 1) }))
    }
    return groups.sorted { ($0.members.first?.text ?? 0) < ($1.members.first?.text ?? 0) }
  }
}

/// Texts of which each stands once, with the places of its copies.
struct DistinctTexts {
  /// The first place of each text.
  private(set) var first: [Int] = []
  /// All places of each text.
  private(set) var copies: [[Int]] = []

  init(_ texts: [TextWords], leastWords: Int) {
    var numbers: [[UInt64]: Int] = [:]
    for (place, text) in texts.enumerated() where text.count >= leastWords {
      if let known = numbers[text.hashes] {
        copies[known].append(place)
      } else {
        numbers[text.hashes] = first.count
        first.append(place)
        copies.append([place])
      }
    }
  }
}
