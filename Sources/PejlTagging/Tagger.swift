internal import PejlCodebook
public import PejlDanish
public import PejlHearing
public import PejlSegment
public import PejlText

/// Tags the passages of responses with the codes of a codebook.
///
/// Not thread-safe: it remembers the words that it has met. Each worker has its own.
public final class Tagger {
  let compiled: CompiledCodebook
  let scanner: Scanner
  let references: ReferenceFinder
  let quotations: QuotationFinder
  let keepsObservations: Bool
  let keepsRejected: Bool
  /// For badly recognised text; made when the first is met.
  private lazy var noisyScanner = Scanner(
    compiled, lexicon: scanner.lexicon, recognized: RecognizedWords(compiled, lexicon: scanner.lexicon))

  /// A tagger for one hearing.
  ///
  /// - Parameters:
  ///   - compiled: the codebook, shared by all workers.
  ///   - hearing: the case; its pages of the strategy are used for references.
  ///   - strategy: the strategy's whole text, where it is at hand: what repeats it is no opinion.
  ///   - lexicon: the worker's own.
  ///   - keepsObservations: whether passages keep what they showed before anything was decided, for tuning.
  ///   - keepsRejected: whether passages keep the codes that something spoke for and that did not become tags.
  public init(
    _ compiled: CompiledCodebook, hearing: Hearing, strategy: StrategyText? = nil, lexicon: Lexicon,
    keepsObservations: Bool = false, keepsRejected: Bool = true
  ) {
    self.keepsObservations = keepsObservations
    self.keepsRejected = keepsRejected
    self.compiled = compiled
    scanner = Scanner(compiled, lexicon: lexicon)
    references = ReferenceFinder(compiled: compiled, hearing: hearing, lexicon: lexicon)
    let official = QuotationFinder(compiled: compiled, lexicon: lexicon)
    guard let strategy else {
      quotations = official
      return
    }
    let walk = StrategyWalk(
      compiled.head.facet(.strategy), scanner: scanner, references: references, official: official)
    quotations = official.with(EchoFinder(official.words + walk.words(strategy), lexicon: lexicon))
  }

  /// How well the dictionary knows the words of `document`, where its text was recognised or lacks letters as if it had
  /// been badly; nil for the others, which are not looked at closely.
  public func noise(of document: Document) -> RecognitionNoise? {
    let text = document.text.string
    guard document.recognition != nil || RecognitionNoise.isSuspicious(text) else { return nil }
    return RecognitionNoise(text, lexicon: scanner.lexicon)
  }

  /// The passages of one document with their tags, in order.
  ///
  /// - Parameters:
  ///   - passages: the passages of the document, in order.
  ///   - text: the document's text.
  ///   - kind: what the respondent is.
  ///   - isNoisy: whether the text was badly recognised: then words count as those that they may stand for.
  /// - Returns: one for each passage.
  public func tag(_ passages: [Passage], of text: UTF8Text, from kind: Respondent.Kind, isNoisy: Bool = false)
    -> [TaggedPassage]
  {
    var context = ResponseContext()
    let scanner = isNoisy ? noisyScanner : scanner
    return passages.map { passage in
      let reading = read(passage, of: text, from: kind, context, scanner)
      var tagged = decide(reading, &context)
      if let recognized = scanner.recognized {
        let evidence = tagged.tags.flatMap(\.evidence)
        tagged.uncertain = recognized.uncertain(reading.scan.text.tokens).filter { word in
          evidence.contains { $0.overlaps(word.span) }
        }
      }
      return tagged
    }
  }

  /// What was found in one passage, before anything around it counts.
  func read(
    _ passage: Passage, of text: UTF8Text, from kind: Respondent.Kind, _ context: ResponseContext,
    _ scanner: Scanner
  ) -> Reading {
    let structural: String? =
      switch passage.kind {
      case .furniture, .quotedMail, .signature: passage.kind.rawValue
      default: nil
      }
    let scan = scanner.scan(text, passage.core)
    var reading = Reading(passage: passage, scan: scan, structuralReason: structural)
    guard structural == nil else { return reading }
    (reading.quotations, reading.setting.quoted) = quotations.quotations(in: scan.text)
    reading.setting.kind = kind.rawValue
    reading.setting.headings = context.headings.filter { passage.kind != .heading || $0.level < passage.level }.map(
      \.scan)
    reading.setting.before = context.before
    var evaluator = Evaluator(rules: compiled.rules, scan: scan, setting: reading.setting)
    let damped = compiled.dampers.map {
      (damper: $0, sentences: Set(evaluator.matches($0.node).map(\.sentence)))
    }
    .filter { !$0.sentences.isEmpty }
    for number in compiled.demands.candidates(scan, of: compiled.rules.count) {
      let rule = compiled.rules[number]
      if !reading.setting.isMeant(rule) { continue }
      let matches = evaluator.matches(rule: number).filter(reading.setting.counts)
      guard !matches.isEmpty else { continue }
      var weight = rule.weight
      for (damper, sentences) in damped
      where damper.facets.contains(rule.facet) && matches.allSatisfy({ sentences.contains($0.sentence) }) {
        weight *= damper.factor
      }
      reading.add(
        Tag.Reason(rule: rule.id, weight: weight, evidence: TextSpan.merged(matches)),
        facet: rule.facet, code: rule.code, order: rule.place)
      if rule.facet == .frame { reading.framed[rule.code, default: []].formUnion(matches.map(\.sentence)) }
    }
    reading.references = references.references(in: scan, of: text, lexicon: scanner.lexicon)
    return reading
  }
}

/// What was found in one passage.
struct Reading {
  let passage: Passage
  let scan: PassageScan
  let structuralReason: String?
  var candidates: [Facet.ID: [String: Candidate]] = [:]
  /// By frame code: the sentences that hold its evidence.
  var framed: [String: Set<Int>] = [:]
  var references: [ReferenceFinder.Reference] = []
  var quotations: [Quotation] = []
  var setting = PassageSetting()

  init(passage: Passage, scan: PassageScan, structuralReason: String?) {
    self.passage = passage
    self.scan = scan
    self.structuralReason = structuralReason
  }

  mutating func add(_ reason: Tag.Reason, facet: Facet.ID, code: String, order: Int, basis: Tag.Basis = .keyword) {
    candidates[facet, default: [:]][
      code, default: Candidate(code: code, order: order, score: 0, basis: basis, reasons: [])
    ].add(reason, basis: basis)
  }

  /// The part of the words that are quoted from the strategy, from 0 to 1.
  var quotedShare: Double {
    let words = scan.text.tokens.count
    return words == 0 ? 0 : Double(quotations.reduce(0) { $0 + $1.words.count }) / Double(words)
  }
}
