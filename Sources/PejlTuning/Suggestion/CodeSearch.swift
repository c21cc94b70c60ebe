internal import PejlAnalysis
internal import PejlCodebook
internal import PejlText

/// Looks for words of one code.
struct CodeSearch {
  let code: Code
  let concordance: Concordance
  let options: SuggestionOptions
  let sides: Sides
  /// By text: whether Pejl sets the code now.
  let isSet: [Bool]
  private let rules: Set<String>

  init(_ code: Code, codebook: Codebook, concordance: Concordance, options: SuggestionOptions) {
    self.code = code
    self.concordance = concordance
    self.options = options
    sides = Sides(
      concordance.texts.map { text in
        text.paragraph.gold.codes[code.facet].map { $0.contains(code.id) ? .inside : .outside } ?? .neither
      })
    isSet = concordance.texts.map { $0.paragraph.predicted[code.facet]?.contains(code.id) == true }
    rules = Set(codebook.rules.filter { $0.code == code.id }.map(\.id))
  }

  /// What a rule would give that holds in the texts `rows`.
  func yield(hits: [Int], misses: [Int]) -> RuleYield {
    var alone = Score()
    alone.truePositives = hits.count
    alone.falsePositives = misses.count
    alone.falseNegatives = sides.inside - hits.count
    return RuleYield(
      alone: alone, newRight: hits.count { !isSet[$0] }, newWrong: misses.count { !isSet[$0] })
  }

  /// Lines of a word: from what is missed now first, and as a warning from what the rule would spoil.
  func lines(_ term: String, hits: [Int], misses: [Int], count: Int) -> [ConcordanceLine] {
    func unsetFirst(_ rows: [Int]) -> [Int] { rows.filter { !isSet[$0] } + rows.filter { isSet[$0] } }
    return concordance.lines(
      term, hits: unsetFirst(hits), misses: unsetFirst(misses), count: count, context: options.context)
  }

  /// The words of `candidates` that are worth a rule.
  func suggestions(_ candidates: [Concordance.Candidate], ideas: [SynonymIdea]?) -> CodeSuggestions {
    let found = KeyTerms(candidates, sides, authors: concordance.authors, options: options)
    var known = 0
    let open = found.terms.compactMap { term -> (term: KeyTerms.KeyTerm, matched: Int, yield: RuleYield)? in
      let matched = matched(term)
      guard matched * 2 < term.hits.count else {
        known += 1
        return nil
      }
      return (term, matched, yield(hits: term.hits, misses: term.misses))
    }
    let winning = open.enumerated()
      .filter { $0.element.yield.newRight > 0 && $0.element.yield.isWorth(options.leastRight) }
      .sorted { ($1.element.yield.gain, $0.offset) < ($0.element.yield.gain, $1.offset) }.map(\.element)
    var chosen: [(term: KeyTerms.KeyTerm, matched: Int, yield: RuleYield)] = []
    for own in winning where !chosen.contains(where: { own.term.isNear($0.term) }) { chosen.append(own) }
    let rows = sides.bySide.indices.filter { sides.bySide[$0] == .inside }
    var now = Score()
    for row in sides.bySide.indices where sides.bySide[row] != .neither {
      now += Score(gold: sides.bySide[row] == .inside ? [code.id] : [], predicted: isSet[row] ? [code.id] : [])
    }
    return CodeSuggestions(
      code: code, coded: sides.inside + sides.outside, passages: rows.count,
      authors: Set(rows.map { concordance.authors[$0] }).count, now: now, tried: found.tried, known: known,
      passedOver: open.count - chosen.count,
      words: chosen.prefix(options.limit).map { own in
        WordSuggestion(
          term: own.term.term, keyness: own.term.keyness, corrected: own.term.corrected,
          authors: Set(own.term.hits.map { concordance.authors[$0] }).count, matched: own.matched, yield: own.yield,
          lines: lines(own.term.term, hits: own.term.hits, misses: own.term.misses, count: options.lines))
      }, ideas: ideas)
  }

  /// In how many of its hits a rule of the code has the word as evidence.
  private func matched(_ term: KeyTerms.KeyTerm) -> Int {
    let places = Dictionary(grouping: concordance.places(of: term.term), by: \.text)
    return term.hits.count { row in
      let text = concordance.texts[row]
      let evidence = text.evidence(code, rules: rules)
      return (places[row] ?? []).contains { place in
        let span = text.span(place.words)
        return evidence.contains { $0.overlaps(span) }
      }
    }
  }
}

extension KeyTerms.KeyTerm {
  /// The part of its passages that a better word must share for this one to add nothing to it.
  private static let sharedPart = 0.8
  /// Shorter words are in too many others by chance.
  private static let shortestWord = 3

  /// Whether it says what the better word `other` says: one holds a word of the other, and most of its passages are shared.
  func isNear(_ other: Self) -> Bool {
    let mine = Self.words(term)
    let others = Self.words(other.term)
    guard mine.contains(where: { own in others.contains { own.contains($0) || $0.contains(own) } }) else {
      return false
    }
    let theirs = Set(other.hits)
    return Double(hits.count { theirs.contains($0) }) >= Self.sharedPart * Double(hits.count)
  }

  private static func words(_ term: String) -> [Substring] {
    term.split { $0 == " " || $0 == "~" }.filter { $0.count >= shortestWord }
  }
}
