public import PejlCodebook
public import PejlDanish

/// A codebook made ready for matching; shared by all workers.
public struct CompiledCodebook: Sendable {
  /// The codebook.
  public let codebook: Codebook

  var patterns = PatternTable()
  var terms: [CompiledTerm] = []
  /// The terms by what they begin with.
  var index = TermIndex()
  /// By term: the sets that hold it.
  var setsByTerm: [[Int32]] = []
  var setCount = 0
  var rules: [CompiledRule] = []
  var dampers: [CompiledDamper] = []
  var references = CompiledReferences()
  /// The words that rules name, towards which misspellings are corrected.
  var ruleWords: [String] = []
  /// By facet: the calibration with its figures in order.
  var calibrations: [Facet.ID: CompiledCalibration] = [:]
  /// The facets by identifier.
  var facets: [Facet.ID: CompiledFacet] = [:]
  /// The learned words.
  var learned = CompiledLearnedWords()
  /// By set: the rules whose first demand the set meets.
  var rulesBySet = NumberLists()
  /// By rule: its other demands, as places in ``demands``.
  var demandsByRule = NumberLists()
  /// Sets of which one must match.
  var demands = NumberLists()
  /// Rules that can hold without any word.
  var wordlessRules: [Int32] = []
  /// How many passages before one its rules may ask for.
  var reach = 0

  private var termNumbers: [Term: Int32] = [:]
  private var setNumbers: [[Int32]: Int32] = [:]
  private(set) var ruleNumbers: [String: Int] = [:]
  private(set) var rulesByCode: [String: [Int]] = [:]

  /// Compiles `codebook`; `lexicon` finds the lemmas of its words.
  public init(_ codebook: Codebook, lexicon: Lexicon) {
    self.codebook = codebook
    for (index, rule) in codebook.rules.enumerated() {
      ruleNumbers[rule.id] = index
      rulesByCode[rule.code, default: []].append(index)
    }
    for rule in codebook.rules {
      let facet = codebook.facets.first { $0.codes.contains { $0.id == rule.code } }
      rules.append(
        CompiledRule(
          rule: rule, facet: facet?.id ?? .strategy,
          code: facet?.codes.firstIndex { $0.id == rule.code } ?? 0, node: node(rule.condition, lexicon)))
    }
    for damper in codebook.dampers {
      dampers.append(CompiledDamper(damper: damper, node: node(damper.rule.condition, lexicon)))
    }
    references = CompiledReferences(
      guidepost: set(codebook.references.guidepost, lexicon), objective: set(codebook.references.objective, lexicon),
      page: set(codebook.references.page, lexicon),
      ordinals: codebook.references.ordinals.map { set([$0], lexicon) },
      joiners: set(codebook.references.joiners, lexicon), foreign: set(codebook.references.foreign, lexicon))
    ruleWords = patterns.namedWords
    let learned = codebook.learnedWords.map { (word: $0, set: set([$0.term], lexicon)) }
    index = TermIndex(terms, setsByTerm: setsByTerm, patterns: patterns.count)
    indexRules()
    calibrate(learned)
    var reaches = ContextReach(rules)
    reach = (rules.map(\.node) + dampers.map(\.node)).reduce(0) { max($0, reaches.passages($1)) }
  }

  private mutating func calibrate(_ learned: [(word: LearnedWord, set: Int)]) {
    for calibration in codebook.calibrations {
      guard let facet = codebook.facet(calibration.facet) else { continue }
      calibrations[facet.id] = CompiledCalibration(calibration, facet, codebook)
    }
    facets = Dictionary(codebook.facets.map { ($0.id, CompiledFacet($0)) }) { first, _ in first }
    self.learned = CompiledLearnedWords(learned, codebook.facets, sets: setCount)
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

  private mutating func indexRules() {
    var rulesBySet = [[Int32]](repeating: [], count: setCount)
    for (number, rule) in rules.enumerated() {
      let own = rule.node.demands(rules)
      if let sets = own.first {
        for set in Set(sets) { rulesBySet[set].append(Int32(number)) }
      } else {
        wordlessRules.append(Int32(number))
      }
      let start = Int32(demands.count)
      for sets in own.dropFirst() { demands.append(sets.map(Int32.init)) }
      demandsByRule.append(start..<Int32(demands.count))
    }
    self.rulesBySet = NumberLists(rulesBySet)
  }
}
