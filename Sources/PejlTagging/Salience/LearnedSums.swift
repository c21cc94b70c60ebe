internal import PejlCodebook
internal import PejlText

/// What the learned words that stand in a passage add, by code.
struct LearnedSums {
  /// What the words add to one code.
  private struct Code {
    var sum = 0.0
    /// Whether one of them speaks for it.
    var isSpoken = false
    /// The last of them, as a place in ``words``, or -1.
    var last: Int32 = -1
  }

  /// A word that stands there.
  private struct Word {
    let word: Int32
    /// The place of its set in the scan.
    let place: Int32
    /// The word of the same code before it, or -1.
    let before: Int32
  }

  /// By place of the code among those of all facets.
  private var codes: [Code]
  private var words: [Word] = []

  init(_ reading: Reading, _ compiled: CompiledCodebook) {
    let learned = compiled.learned
    codes = Array(repeating: Code(), count: learned.codes)
    let quoted = reading.setting.quoted
    let sets = reading.scan.sets
    words.reserveCapacity(sets.count)
    for place in sets.indices {
      let shown = learned.words(ofSet: Int(sets[place]))
      if shown.isEmpty { continue }
      if !quoted.isEmpty, !reading.scan.evidence(at: place).contains(where: reading.setting.counts) { continue }
      for word in shown {
        let own = learned.weights[word]
        codes[own.code].sum += own.weight
        if own.weight > 0 { codes[own.code].isSpoken = true }
        words.append(Word(word: Int32(word), place: Int32(place), before: codes[own.code].last))
        codes[own.code].last = Int32(words.count - 1)
      }
    }
  }

  /// What they add to the code of that place.
  func sum(_ place: Int) -> Double { codes[place].sum }
  /// Whether one of them speaks for the code.
  func speaks(_ place: Int) -> Bool { codes[place].isSpoken }

  /// The words of the code of that place, each with the place of its set in the scan.
  func words(_ place: Int) -> [(word: Int, place: Int)] {
    var found: [(word: Int, place: Int)] = []
    var next = Int(codes[place].last)
    while next >= 0 {
      found.append((Int(words[next].word), Int(words[next].place)))
      next = Int(words[next].before)
    }
    return found.reversed()
  }
}

extension Tagger {
  /// Those of the learned `words` that speak for their code, with where they stand in the passage.
  func reasons(_ words: [(word: Int, place: Int)], _ reading: Reading) -> [Tag.Reason] {
    let quoted = reading.setting.quoted
    return words.compactMap { word in
      let weight = compiled.learned.weights[word.word].weight
      guard weight > 0 else { return nil }
      var evidence = reading.scan.evidence(at: word.place)
      if !quoted.isEmpty { evidence = evidence.filter(reading.setting.counts) }
      return Tag.Reason(
        rule: compiled.learned.names[word.word], weight: weight, evidence: TextSpan.merged(evidence))
    }
  }
}
