package import PejlAnalysis
internal import PejlCodebook
package import PejlDanish
package import PejlTagging

/// Proposes words and rules to the author of a codebook, from coded passages.
///
/// The same passages in the same order give the same proposals.
package struct Suggester {
  let codebook: Codebook
  let options: SuggestionOptions
  private let lexicon: Lexicon
  private let ruleWords: RuleWords
  private let thesaurus: Thesaurus?

  /// A suggester for `compiled`.
  package init(
    _ compiled: CompiledCodebook, lexicon: Lexicon, thesaurus: Thesaurus? = nil,
    options: SuggestionOptions = SuggestionOptions()
  ) {
    codebook = compiled.codebook
    self.lexicon = lexicon
    self.thesaurus = thesaurus
    self.options = options
    ruleWords = RuleWords(compiled, lexicon: lexicon)
  }

  /// What `paragraphs` suggest for `codes`, or for all codes that were coded.
  package func suggest(_ paragraphs: [CodedParagraph], codes: Set<String>? = nil) -> Suggestions {
    let concordance = Concordance(paragraphs, lexicon: lexicon)
    let candidates = concordance.candidates(leastPassages: options.leastPassages)
    let coded = Set(paragraphs.flatMap { $0.gold.codes.keys })
    let suggested = codebook.facets.filter { coded.contains($0.id) }.flatMap(\.codes).filter {
      codes?.contains($0.id) ?? true
    }.map { code in
      let search = CodeSearch(code, codebook: codebook, concordance: concordance, options: options)
      let ideas = thesaurus.map {
        SynonymSearch(search: search, ruleWords: ruleWords, thesaurus: $0).ideas(limit: options.limit)
      }
      return search.suggestions(candidates, ideas: ideas)
    }
    let untouched = UntouchedSearch(codebook: codebook, concordance: concordance, options: options)
    return Suggestions(
      passages: paragraphs.count, codes: suggested, untouched: untouched.rows.count,
      openings: untouched.openings, untouchedWords: untouched.words(candidates))
  }
}
