internal import PejlCodebook
internal import PejlDanish
internal import PejlTagging

/// Looks in a thesaurus for words of like meaning to those of a code's rules.
struct SynonymSearch {
  let search: CodeSearch
  let ruleWords: RuleWords
  let thesaurus: Thesaurus

  /// The words that stand in the texts and in no rule, those with most to win first.
  func ideas(limit: Int) -> [SynonymIdea] {
    var like: [String: [(word: String, note: String?)]] = [:]
    for word in ruleWords.words(of: search.code.id) {
      for synonym in thesaurus.synonyms(word) { like[synonym.word, default: []].append((word, synonym.note)) }
    }
    let found = like.keys.sorted().compactMap { word -> SynonymIdea? in
      let rows = search.concordance.rows(of: word)
      guard !rows.isEmpty, !ruleWords.names(word) else { return nil }
      let hits = search.sides.inside(rows)
      let misses = search.sides.outside(rows)
      let yield = search.yield(hits: hits, misses: misses)
      // What stands in no passage of the code says nothing for it.
      guard !hits.isEmpty, yield.isWorth(search.options.leastRight) else { return nil }
      return SynonymIdea(
        word: word, like: like[word] ?? [], passages: hits.count + misses.count,
        yield: yield,
        lines: search.lines(word, hits: hits, misses: misses, count: 1))
    }
    return Array(found.sorted { ($1.yield.gain, $0.word) < ($0.yield.gain, $1.word) }.prefix(limit))
  }
}
