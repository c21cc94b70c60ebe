internal import PejlCodebook
internal import PejlText

/// What the learned words that stand in a passage add, by code.
struct LearnedSums {
  /// By place of the code among those of all facets.
  private var sums: [Double]
  private var isSpoken: [Bool]

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
        let own = learned.words[Int(word)]
        sums[own.place] += own.weight
        if own.weight > 0 { isSpoken[own.place] = true }
      }
    }
  }

  /// What they add to the code of that place.
  func sum(_ place: Int) -> Double { sums[place] }
  /// Whether one of them speaks for the code.
  func speaks(_ place: Int) -> Bool { isSpoken[place] }
}

extension Tagger {
  /// The learned words of one code that stand in the passage, with where they stand.
  func learnedWords(_ reading: Reading, _ facet: Facet.ID, code: Int) -> [Tag.Reason] {
    var result: [Tag.Reason] = []
    for (place, set) in reading.scan.sets.enumerated() {
      for word in compiled.learned.bySet[Int(set)] {
        let own = compiled.learned.words[Int(word)]
        guard own.facet == facet, own.code == code else { continue }
        let evidence = reading.scan.evidence(at: place).filter(reading.setting.counts)
        if evidence.isEmpty { continue }
        result.append(Tag.Reason(rule: own.name, weight: own.weight, evidence: TextSpan.merged(evidence)))
      }
    }
    return result
  }
}
