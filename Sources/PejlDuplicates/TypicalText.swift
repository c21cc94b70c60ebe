/// Parts texts that hang together into groups around their most typical texts.
struct TypicalText {
  private let sets: WordSets
  private let leastLikeness: Double
  private let weights: [Int]
  private let fingerprints: [UInt64]

  /// - Parameters:
  ///   - sets: the texts.
  ///   - leastLikeness: the least likeness to the typical text.
  ///   - weights: how often each text stands.
  ///   - fingerprints: what decides between texts of which nothing else decides.
  init(_ sets: WordSets, _ leastLikeness: Double, weights: [Int], fingerprints: [UInt64]) {
    self.sets = sets
    self.fingerprints = fingerprints
    self.leastLikeness = leastLikeness
    self.weights = weights
  }

  /// The groups in `component`, the most typical text first. A group of one text is left out unless the text has copies.
  func groups(in component: [Int]) -> [(typical: Int, members: [TextGroup.Member])] {
    var rest = byTypicality(component)
    var groups: [(typical: Int, members: [TextGroup.Member])] = []
    while let typical = rest.first {
      let common = CommonWords(sets.words[typical])
      var members: [TextGroup.Member] = []
      var left: [Int] = []
      for text in rest {
        let all = sets.words[typical].count + sets.words[text].count
        let needed = Int((leastLikeness / 2 * Double(all)).rounded(.up))
        let shared = sets.bound(typical, text) >= needed ? common.count(in: sets.words[text]) : 0
        if shared >= needed {
          members.append(TextGroup.Member(text: text, likeness: 2 * Double(shared) / Double(all)))
        } else {
          left.append(text)
        }
      }
      if members.reduce(0, { $0 + weights[$1.text] }) > 1 { groups.append((typical, members)) }
      rest = left
    }
    return groups
  }

  /// The texts by how much they have in common with all of the component, copies counted.
  private func byTypicality(_ component: [Int]) -> [Int] {
    guard component.count > 2 else {
      return component.sorted { weights[$0] == weights[$1] ? isBefore($0, $1) : weights[$0] > weights[$1] }
    }
    var counts: [Int32: Int] = [:]
    var words = 0
    var texts = 0
    for text in component {
      for member in sets.sets[text] { counts[member, default: 0] += weights[text] }
      words += weights[text] * sets.words[text].count
      texts += weights[text]
    }
    let mean = Double(words) / Double(texts)
    let scores = Dictionary(
      uniqueKeysWithValues: component.map { text in
        let shared = sets.sets[text].reduce(0) { $0 + (counts[$1] ?? 0) }
        return (text, Double(shared) / (Double(sets.words[text].count) + mean))
      })
    return component.sorted { left, right in
      let (one, other) = (scores[left] ?? 0, scores[right] ?? 0)
      return one == other ? isBefore(left, right) : one > other
    }
  }

  /// The order of texts of which none is more typical: the shorter first.
  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    (sets.words[left].count, fingerprints[left]) < (sets.words[right].count, fingerprints[right])
  }
}
