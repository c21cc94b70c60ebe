package import PejlCodebook

extension Codebook {
  /// The codebook with what tuning made of its facets in the place of what they had learnt.
  package func with(_ tuned: [TunedFacet]) -> Codebook {
    with(
      calibrations: tuned.map(\.calibration),
      learnedWords: tuned.flatMap { facet in
        facet.words.compactMap { word in
          Term(learned: word.term).map { LearnedWord(code: word.code, term: $0, weight: word.weight) }
        }
      },
      corrections: tuned.flatMap { $0.corrections.map(\.correction) })
  }
}
