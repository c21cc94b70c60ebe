internal import PejlCodebook
package import PejlDanish

/// The words that the rules of a codebook name.
package struct RuleWords {
  private let lexicon: Lexicon
  private let table: PatternTable
  private let byCode: [String: [String]]

  /// The words of the rules of `compiled`; what only an exclusion names does not count.
  package init(_ compiled: CompiledCodebook, lexicon: Lexicon) {
    var numbers = PatternNumbers()
    var byCode: [String: Set<String>] = [:]
    for rule in compiled.codebook.rules {
      for term in rule.condition.demandedTerms {
        for case .word(let patterns) in term.steps {
          for pattern in patterns {
            _ = numbers.number(of: pattern, lexicon: lexicon)
            if term.steps.count == 1, let word = pattern.word { byCode[rule.code, default: []].insert(word) }
          }
        }
      }
    }
    self.lexicon = lexicon
    table = numbers.table
    self.byCode = byCode.mapValues { $0.sorted() }
  }

  /// The whole words that stand alone as a term in the rules of `code`, sorted.
  package func words(of code: String) -> [String] { byCode[code] ?? [] }

  /// Whether some rule names `word`, alone or in a phrase.
  package func names(_ word: String) -> Bool {
    let found = table.patterns(of: lexicon.number(ofWord: word), lexicon: lexicon)
    return !found.always.isEmpty || !found.inCapitals.isEmpty
  }
}

extension WordPattern {
  /// The word that the pattern spells; nil where it spells only a piece of one.
  fileprivate var word: String? {
    switch self {
    case .lemma(let word), .exact(let word), .part(let word): word
    case .capitals, .prefix, .suffix, .infix: nil
    }
  }
}
