internal import PejlCodebook
internal import PejlText

/// What the learned words that stand in a passage add, by code.
struct LearnedSums {
  /// By place of the code among those of all facets.
  private var sums: [Double]
  private var isSpoken: [Bool]
  /// The words that stand there, with the place of their set in the scan.
  private(set) var words: [(word: Int32, place: Int)] = []

  init(_ reading: Reading, _ compiled: CompiledCodebook) {
    let learned = compiled.learned
    sums = Array(repeating: 0, count: learned.codes)
    isSpoken = Array(repeating: false, count: learned.codes)
    let quoted = reading.setting.quoted
    for (place, set) in reading.scan.sets.enumerated() {
      let words = learned.bySet[Int(set)]
      if words.isEmpty { continue }
      if !quoted.isEmpty, !reading.scan.evidence(at: place).contains(where: reading.setting.counts) { continue }
      for word in words {
        let (code, weight) = learned.weights[Int(word)]
        sums[code] += weight
        if weight > 0 { isSpoken[code] = true }
        self.words.append((word, place))
      }
    }
  }

  /// What they add to the code of that place.
  func sum(_ place: Int) -> Double { sums[place] }
  /// Whether one of them speaks for the code.
  func speaks(_ place: Int) -> Bool { isSpoken[place] }
}

extension Tagger {
  /// The learned words of the code at `place` among those of all facets that stand in the passage, with where they stand.
  func learnedWords(_ reading: Reading, _ learned: LearnedSums, place: Int) -> [Tag.Reason] {
    learned.words.compactMap { word in
      let (code, weight) = compiled.learned.weights[Int(word.word)]
      guard code == place else { return nil }
      let evidence = reading.scan.evidence(at: word.place).filter(reading.setting.counts)
      if evidence.isEmpty { return nil }
      return Tag.Reason(
        rule: compiled.learned.names[Int(word.word)], weight: weight, evidence: TextSpan.merged(evidence))
    }
  }
}
