package import PejlCache
public import PejlCodebook
public import PejlDanish
internal import Synchronization

/// A codebook made ready for matching; shared by all workers.
public final class CompiledCodebook: Sendable {
  /// The files that the codebook was read from, the main one first.
  public let sources: [Codebook.Source]
  /// Facets and what decides in them.
  let head: CodebookHead
  /// The word patterns of all terms.
  let patterns: PatternTable
  /// The terms by what they begin with.
  let index: TermIndex
  let setCount: Int
  let rules: [CompiledRule]
  let dampers: [CompiledDamper]
  let references: CompiledReferences
  /// Finds the words that rules name where they are misspelt, and where they are written apart.
  let corrector: SpellingCorrector
  let compounds: SplitCompounds
  /// By facet: the calibration with its figures in order.
  let calibrations: [Facet.ID: CompiledCalibration]
  /// The facets by identifier.
  let facets: [Facet.ID: CompiledFacet]
  /// The learned words.
  let learned: CompiledLearnedWords
  /// Which rules can hold where a set matches.
  let demands: RuleDemands
  /// How many passages before one its rules may ask for.
  let reach: Int

  private let whole: WholeCodebook

  /// The codebook as it was written; read when it is first asked for, where the compiled form came from the cache.
  public var codebook: Codebook { whole.codebook }

  /// The codebook without its rules and words, where ``write(to:)`` kept it.
  ///
  /// - Throws: ``CacheReader/Damaged`` when the file holds something else.
  package static func summary(_ reader: inout CacheReader) throws -> CodebookSummary {
    try CodebookHead(&reader).summary
  }

  /// The codebook without its rules and words.
  public var summary: CodebookSummary { head.summary }

  /// Compiles `codebook`; `lexicon` finds the lemmas of its words.
  public convenience init(_ codebook: Codebook, lexicon: Lexicon) {
    self.init(codebook, lexicon: lexicon, partOf: nil)
  }

  /// Compiles `codebook`; where it is a part of `whole`, words are taken for misspelt and written apart as they are there.
  init(_ codebook: Codebook, lexicon: Lexicon, partOf whole: CompiledCodebook?) {
    self.whole = WholeCodebook { codebook }
    sources = codebook.sources
    let head = CodebookHead(codebook)
    self.head = head
    var compiler = CodebookCompiler(codebook)
    rules = codebook.rules.map { rule in
      let facet = head.facets.first { $0.codes.contains { $0.id == rule.code } }
      return CompiledRule(
        rule, facet: facet?.id ?? .strategy, place: facet?.codes.firstIndex { $0.id == rule.code } ?? 0,
        node: compiler.node(rule.condition, lexicon))
    }
    dampers = codebook.dampers.map { CompiledDamper($0, node: compiler.node($0.rule.condition, lexicon)) }
    references = CompiledReferences(codebook.references, &compiler, lexicon)
    // The words of rules only: learned words are taken as they stand.
    let words = compiler.patterns.namedWords
    corrector = whole?.corrector ?? SpellingCorrector(words: words)
    compounds = whole?.compounds ?? SplitCompounds(words: words)
    let learned = codebook.learnedWords.map { (word: $0, set: compiler.set([$0.term], lexicon)) }
    patterns = compiler.patterns.table
    setCount = compiler.setCount
    index = TermIndex(compiler.terms, setsByTerm: compiler.setsByTerm, patterns: compiler.patterns.count)
    demands = RuleDemands(rules, sets: setCount)
    facets = CompiledFacet.all(head)
    calibrations = CompiledCalibration.all(head)
    self.learned = CompiledLearnedWords(learned, head.facets, sets: setCount)
    var reaches = ContextReach(rules)
    reach = (rules.map(\.node) + dampers.map(\.node)).reduce(0) { max($0, reaches.passages($1)) }
  }

  /// Keeps all but the codebook itself in a file of the cache.
  package func write(to writer: inout CacheWriter) {
    head.write(to: &writer)
    patterns.write(to: &writer)
    index.write(to: &writer)
    writer.number(setCount)
    writer.each(rules) { $1.write(to: &$0) }
    writer.each(dampers) { $1.write(to: &$0) }
    references.write(to: &writer)
    corrector.write(to: &writer)
    compounds.write(to: &writer)
    learned.write(to: &writer)
    demands.write(to: &writer)
    writer.number(reach)
  }

  /// What ``write(to:)`` kept.
  ///
  /// - Parameters:
  ///   - reader: the file.
  ///   - sources: the files of the codebook that was compiled, with the bytes that they had.
  ///   - codebook: reads that codebook from `sources`; called once, when it is first asked for.
  /// - Throws: ``CacheReader/Damaged`` when the file holds something else.
  package init(
    _ reader: inout CacheReader, sources: [Codebook.Source], codebook: @escaping @Sendable () -> Codebook
  ) throws {
    whole = WholeCodebook(codebook)
    self.sources = sources
    head = try CodebookHead(&reader)
    patterns = try PatternTable(&reader)
    index = try TermIndex(&reader)
    setCount = try reader.number()
    rules = try reader.each { try CompiledRule(&$0) }
    dampers = try reader.each { try CompiledDamper(&$0) }
    references = try CompiledReferences(&reader)
    corrector = try SpellingCorrector(&reader)
    compounds = try SplitCompounds(&reader)
    learned = try CompiledLearnedWords(&reader, head.facets)
    demands = try RuleDemands(&reader)
    reach = try reader.number()
    facets = CompiledFacet.all(head)
    calibrations = CompiledCalibration.all(head)
    guard reader.isAtEnd else { throw CacheReader.Damaged() }
  }
}

/// A codebook that is read when it is first asked for.
private final class WholeCodebook: Sendable {
  private let read: @Sendable () -> Codebook
  private let known = Mutex<Codebook?>(nil)

  init(_ read: @escaping @Sendable () -> Codebook) { self.read = read }

  var codebook: Codebook {
    known.withLock { known in
      if let known { return known }
      let codebook = read()
      known = codebook
      return codebook
    }
  }
}
