internal import PejlAnalysis
internal import PejlCodebook

/// Looks for the words of passages that are nobody's matter: no code, no rule, and not set aside.
struct UntouchedSearch {
  /// The texts that nothing touches.
  let rows: [Int]
  private let concordance: Concordance
  private let options: SuggestionOptions
  private let sides: Sides

  init(codebook: Codebook, concordance: Concordance, options: SuggestionOptions) {
    let rules = Set(codebook.rules.map(\.id))
    sides = Sides(
      concordance.texts.map { text in
        if text.isTouched(rules: rules) { return .outside }
        return text.paragraph.setAside.isEmpty ? .inside : .neither
      })
    rows = sides.inside(Array(concordance.texts.indices))
    self.concordance = concordance
    self.options = options
  }

  /// How the first of the texts begin.
  var openings: [(text: String, place: String)] {
    rows.prefix(options.limit).map { row in
      let text = concordance.texts[row]
      return (ConcordanceLine.opening(text, letters: 2 * options.context), ConcordanceLine.place(text))
    }
  }

  /// The words of `candidates` that stand there beyond chance, the most telling first.
  func words(_ candidates: [Concordance.Candidate]) -> [WordSuggestion] {
    var chosen: [KeyTerms.KeyTerm] = []
    for term in KeyTerms(candidates, sides, authors: concordance.authors, options: options).terms
    where !chosen.contains(where: { term.isNear($0) }) {
      chosen.append(term)
    }
    return chosen.prefix(options.limit).map { term in
      WordSuggestion(
        term: term.term, keyness: term.keyness, corrected: term.corrected,
        authors: Set(term.hits.map { concordance.authors[$0] }).count, matched: 0, yield: nil,
        lines: concordance.lines(
          term.term, hits: term.hits, misses: [], count: options.lines, context: options.context))
    }
  }
}
