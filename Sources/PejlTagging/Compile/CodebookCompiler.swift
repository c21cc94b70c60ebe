internal import PejlCodebook
internal import PejlDanish

/// Numbers the patterns, terms and sets of terms of a codebook.
struct CodebookCompiler {
  private(set) var patterns = PatternNumbers()
  private(set) var terms: [CompiledTerm] = []
  /// By term: the sets that hold it.
  private(set) var setsByTerm: [[Int32]] = []
  private(set) var setCount = 0
  private(set) var ruleNumbers: [String: Int] = [:]
  private(set) var rulesByCode: [String: [Int]] = [:]

  private var termNumbers: [Term: Int32] = [:]
  private var setNumbers: [[Int32]: Int32] = [:]

  init(_ codebook: Codebook) {
    for (index, rule) in codebook.rules.enumerated() {
      ruleNumbers[rule.id] = index
      rulesByCode[rule.code, default: []].append(index)
    }
  }

  /// The number of the set of `terms`; equal sets share one.
  mutating func set(_ terms: [Term], _ lexicon: Lexicon) -> Int {
    let members: [Int32] = Set(terms.map { self.number(of: $0, lexicon) }).sorted()
    if let known = setNumbers[members] { return Int(known) }
    let number = Int32(setCount)
    setCount += 1
    setNumbers[members] = number
    for term in members { setsByTerm[Int(term)].append(number) }
    return Int(number)
  }

  private mutating func number(of term: Term, _ lexicon: Lexicon) -> Int32 {
    if let known = termNumbers[term] { return known }
    let number = Int32(terms.count)
    termNumbers[term] = number
    let steps: [CompiledTerm.Step] = term.steps.map { step in
      switch step {
      case .gap(let size): .gap(size)
      case .word(let alternatives):
        .word(Set(alternatives.map { patterns.number(of: $0, lexicon: lexicon) }).sorted())
      }
    }
    terms.append(CompiledTerm(steps: steps))
    setsByTerm.append([])
    return number
  }
}

extension CompiledReferences {
  init(_ words: ReferenceWords, _ compiler: inout CodebookCompiler, _ lexicon: Lexicon) {
    guidepost = compiler.set(words.guidepost, lexicon)
    objective = compiler.set(words.objective, lexicon)
    page = compiler.set(words.page, lexicon)
    ordinals = words.ordinals.map { compiler.set([$0], lexicon) }
    joiners = compiler.set(words.joiners, lexicon)
    foreign = compiler.set(words.foreign, lexicon)
  }
}
