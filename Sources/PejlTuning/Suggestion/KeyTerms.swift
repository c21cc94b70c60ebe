internal import PejlAnalysis

/// Which texts are compared with which.
struct Sides {
  /// On which side a text is.
  enum Side { case inside, outside, neither }

  let bySide: [Side]
  let inside: Int
  let outside: Int

  init(_ bySide: [Side]) {
    self.bySide = bySide
    inside = bySide.count { $0 == .inside }
    outside = bySide.count { $0 == .outside }
  }

  func inside(_ rows: [Int]) -> [Int] { rows.filter { bySide[$0] == .inside } }
  func outside(_ rows: [Int]) -> [Int] { rows.filter { bySide[$0] == .outside } }
}

/// The words that stand in one side's texts more often than chance lets them.
struct KeyTerms {
  struct KeyTerm {
    let term: String
    let hits: [Int]
    let misses: [Int]
    let keyness: Keyness
    let corrected: Double
  }

  /// How many were tried.
  let tried: Int
  /// Those beyond chance, the most telling first.
  let terms: [KeyTerm]

  init(_ candidates: [Concordance.Candidate], _ sides: Sides, authors: [String], options: SuggestionOptions) {
    guard sides.inside >= options.leastPassages, sides.outside > 0 else {
      tried = 0
      terms = []
      return
    }
    let counted = candidates.map { candidate in
      Keyness(
        inside: sides.inside(candidate.rows).count, outside: sides.outside(candidate.rows).count,
        insideTotal: sides.inside, outsideTotal: sides.outside)
    }
    // Words that stand on neither side are no test.
    let tests = counted.indices.filter { counted[$0].inside + counted[$0].outside >= options.leastPassages }
    let corrected = FalseDiscovery.corrected(tests.map { counted[$0].chance })
    let isOneVoice = Set(authors).count < 2
    tried = tests.count
    terms = zip(tests, corrected).compactMap { test, corrected in
      let keyness = counted[test]
      guard corrected <= options.falseDiscovery, keyness.isPositive, keyness.inside >= options.leastPassages
      else { return nil }
      let hits = sides.inside(candidates[test].rows)
      // What only one author writes is the author's, not the code's.
      guard isOneVoice || hits.contains(where: { authors[$0] != authors[hits[0]] }) else { return nil }
      return KeyTerm(
        term: candidates[test].term, hits: hits, misses: sides.outside(candidates[test].rows), keyness: keyness,
        corrected: corrected)
    }.sorted { ($1.keyness.logLikelihood, $0.term) < ($0.keyness.logLikelihood, $1.term) }
  }
}
