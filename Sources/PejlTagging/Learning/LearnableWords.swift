internal import PejlCodebook
package import PejlDanish

/// The words and pairs of words that could be learnt from a set of passages, and which of them stand in each.
///
/// They are matched by the same patterns as the words of rules, so that what was learnt holds when it is used.
package struct LearnableWords {
  /// Shorter words are no parts of compounds: they stand in too many by chance.
  private static let shortestPart = 4
  /// So many of the commonest words make no pairs among themselves.
  private static let common = 60

  private let lexicon: Lexicon
  private var patterns = PatternNumbers()
  private var sources: [String] = []
  private var patternsByForm: [Int: [Int32]] = [:]
  /// By form: the lemma that stands for it in pairs, as a place in `pairParts`.
  private var lemmaByForm: [Int: Int32] = [:]
  private var pairParts: [String] = []
  private var numberByLemma: [String: Int32] = [:]
  private var commonLemmas: Set<Int32> = []

  /// The words of `passages`.
  package init(_ passages: [[Observation.Word]], lexicon: Lexicon) {
    self.lexicon = lexicon
    var counts: [Int: Int] = [:]
    for word in passages.joined() where !word.hasDigit { counts[lexicon.number(ofWord: word.form), default: 0] += 1 }
    let forms = counts.keys.sorted()
    var lemmas: [Int: String] = [:]
    for form in forms {
      // Of several dictionary forms the shortest: it is the commonest word more often than not.
      guard let lemma = Self.dictionaryForms(form, lexicon).min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) })
      else { continue }
      lemmas[form] = lemma
      if lemma.utf8.count >= Self.shortestPart { add(.part(lemma), "~" + lemma) } else { add(.lemma(lemma), lemma) }
    }
    var countByLemma: [Int32: Int] = [:]
    for form in forms {
      patternsByForm[form] = patterns.table.patterns(of: form, lexicon: lexicon).always
      guard let lemma = lemmas[form] else { continue }
      let number = number(ofPairPart: lemma)
      lemmaByForm[form] = number
      countByLemma[number, default: 0] += counts[form] ?? 0
    }
    commonLemmas = Set(
      countByLemma.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.common).map(\.key))
  }

  /// The number of a lemma inside pairs, where it stands without compounds.
  private mutating func number(ofPairPart lemma: String) -> Int32 {
    if let known = numberByLemma[lemma] { return known }
    let number = Int32(pairParts.count)
    pairParts.append(lemma)
    numberByLemma[lemma] = number
    return number
  }

  private mutating func add(_ pattern: WordPattern, _ source: String) {
    if Int(patterns.number(of: pattern, lexicon: lexicon)) == sources.count { sources.append(source) }
  }

  /// What of a passage can be learnt, as terms of a codebook, each once.
  package func terms(_ passage: [Observation.Word]) -> Set<String> {
    var found: Set<String> = []
    visit(passage) { term, _ in found.insert(term) }
    return found
  }

  /// Where in a passage what can be learnt stands: tells each term with the places of its words, as often as it is there.
  package func visit(_ passage: [Observation.Word], _ tell: (_ term: String, _ words: ClosedRange<Int>) -> Void) {
    let forms = passage.map { lexicon.number(ofWord: $0.form) }
    for (index, word) in passage.enumerated() {
      for pattern in patternsByForm[forms[index]] ?? [] { tell(sources[Int(pattern)], index...index) }
      guard index > 0, passage[index - 1].sentence == word.sentence,
        let first = lemmaByForm[forms[index - 1]], let second = lemmaByForm[forms[index]],
        !commonLemmas.contains(first) || !commonLemmas.contains(second)
      else { continue }
      tell(pairParts[Int(first)] + " " + pairParts[Int(second)], (index - 1)...index)
    }
  }

  /// The dictionary forms of a form that a rule could name: each matches itself alone when it is named.
  private static func dictionaryForms(_ form: Int, _ lexicon: Lexicon) -> [String] {
    lexicon.lemmas(form).filter { lemma in
      lemma.utf8.count >= 2 && lemma.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
        && lexicon.namedLemmas(lemma) == [lemma]
    }
  }
}
