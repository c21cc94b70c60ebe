/// Finds which of some different texts hang together, and what the most typical ones are.
struct TextSearch {
  let finder: DuplicateFinder
  /// The texts, no two with the same words.
  let sketches: [TextSketch]
  /// How often each text stands.
  let weights: [Int]
  /// The words of the text at a place.
  let words: (Int) -> TextWords

  /// The places of texts that `known` does not hold.
  func new(beside known: FoundTexts) -> [Int] {
    var old = Set(known.single)
    for cluster in known.clusters { old.formUnion(cluster.texts) }
    return sketches.indices.filter { !old.contains(sketches[$0].fingerprint) }
  }

  /// What there is, found by comparing all.
  func found() -> FoundTexts {
    let all = Array(sketches.indices)
    return found(components(all), known: [:])
  }

  /// What there is, where `known` holds most of the texts.
  func found(beside known: FoundTexts) -> FoundTexts {
    let new = new(beside: known)
    let places = Dictionary(uniqueKeysWithValues: sketches.indices.map { (sketches[$0].fingerprint, $0) })
    var joined = DisjointSets(sketches.count)
    var clusters: [[UInt64]: FoundTexts.Cluster] = [:]
    for cluster in known.clusters {
      let left = cluster.texts.compactMap { places[$0] }
      if left.count == cluster.texts.count {
        for place in left.dropFirst() { joined.join(left[0], place) }
        clusters[cluster.texts] = cluster
      } else {
        // What hung together by a text that is gone may fall apart.
        for component in components(left) { for place in component.dropFirst() { joined.join(component[0], place) } }
      }
    }
    var ready: [Int: ComparedText] = [:]
    for place in new { join(place, &ready, &joined) }
    return found(joined.groups, known: clusters)
  }

  /// Joins the text at `place` with all that are close to it; `ready` holds the texts that were compared before.
  private func join(_ place: Int, _ ready: inout [Int: ComparedText], _ joined: inout DisjointSets) {
    let own = sketches[place]
    let words = MeetingWords(own)
    for (other, sketch) in sketches.enumerated() where other != place {
      let needed = DuplicateFinder.needed(own.count, sketch.count, leastLikeness: finder.leastLikeness)
      guard TextSketch.bound(own.signature, own.count, sketch.signature, sketch.count) >= needed,
        !joined.areJoined(place, other), words.mayMeet(sketch)
      else { continue }
      if text(place, &ready).isClose(to: text(other, &ready), leastLikeness: finder.leastLikeness) {
        joined.join(place, other)
      }
    }
  }

  private func text(_ place: Int, _ ready: inout [Int: ComparedText]) -> ComparedText {
    if let known = ready[place] { return known }
    let text = ComparedText(words(place), fingerprint: sketches[place].fingerprint)
    ready[place] = text
    return text
  }

  /// The texts among `places` that hang together, two or more each.
  private func components(_ places: [Int]) -> [[Int]] {
    CloseTexts(
      WordSets(places.map(words)), fingerprints: places.map { sketches[$0].fingerprint },
      leastLikeness: finder.leastLikeness
    ).components.map { $0.map { places[$0] } }
  }

  /// What `components` fall into; those that are in `known` with the same weights are not looked at again.
  private func found(_ components: [[Int]], known: [[UInt64]: FoundTexts.Cluster]) -> FoundTexts {
    var isSingle = Array(repeating: true, count: sketches.count)
    let clusters = components.map { component in
      for place in component { isSingle[place] = false }
      let sorted = component.sorted { sketches[$0].fingerprint < sketches[$1].fingerprint }
      let texts = sorted.map { sketches[$0].fingerprint }
      let weights = sorted.map { self.weights[$0] }
      if let cluster = known[texts], cluster.weights == weights { return cluster }
      return FoundTexts.Cluster(texts: texts, weights: weights, groups: groups(sorted, texts, weights))
    }
    return FoundTexts(
      single: sketches.indices.filter { isSingle[$0] }.map { sketches[$0].fingerprint }, clusters: clusters)
  }

  private func groups(_ places: [Int], _ texts: [UInt64], _ weights: [Int]) -> [FoundTexts.Group] {
    TypicalText(WordSets(places.map(words)), finder.leastLikeness, weights: weights, fingerprints: texts)
      .groups(in: Array(places.indices)).map { typical, members in
        FoundTexts.Group(
          typical: texts[typical],
          members: members.map { FoundTexts.Member(fingerprint: texts[$0.text], likeness: $0.likeness) })
      }
  }
}
