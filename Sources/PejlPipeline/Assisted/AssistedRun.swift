public import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
public import PejlTagging
internal import PejlText
package import PejlTuning

/// Tries how much a person's decisions help, with gold files in the place of the person.
public struct AssistedRun: Sendable {
  private let compiled: CompiledCodebook
  private let golds: [GoldFile]
  private let inputs: [Pipeline.Input]
  private let review: ReviewOptions
  private let tuning: TuningOptions

  /// The parts of the paragraphs that are decided at the steps.
  public static let shares = [0, 0.05, 0.1, 0.25, 0.5]
  /// Where the generator of chance starts.
  private static let seed: UInt64 = 0x5065_6A6C

  /// A trial of `compiled` on what `golds` speak of.
  public init(_ compiled: CompiledCodebook, golds: [GoldFile], inputs: [Pipeline.Input]) {
    self.init(compiled, golds: golds, inputs: inputs, review: ReviewOptions(), tuning: .adapting)
  }

  package init(
    _ compiled: CompiledCodebook, golds: [GoldFile], inputs: [Pipeline.Input], review: ReviewOptions,
    tuning: TuningOptions
  ) {
    self.compiled = compiled
    self.golds = golds
    self.inputs = inputs
    self.review = review
    self.tuning = tuning
  }

  /// The curve of one way; at each step what is left is put in order anew by what was learnt so far.
  ///
  /// - Throws: ``InvalidInput`` when a paragraph is not there.
  public func curve(_ way: AssistedCurve.Way) async throws -> AssistedCurve {
    let lexicon = try Lexicon()
    let first = try await tag(compiled)
    let chance = shuffled(first.count)
    var current = first
    var decided: [Int] = []
    var steps: [AssistedCurve.Step] = []
    for share in Self.shares {
      let count = Int((share * Double(first.count)).rounded()) - decided.count
      if count > 0 {
        decided +=
          way.isChosen
          ? ReviewOrder(current.map { ReviewItem($0, codebook: compiled.codebook) }, options: review)
            .best(count, decided: Set(decided))
          : Array(chance.dropFirst(decided.count).prefix(count))
        if way.learns { current = try await learn(first, decided.sorted(), lexicon) ?? current }
      }
      steps.append(step(share, current, Set(decided)))
    }
    return AssistedCurve(way: way, steps: steps)
  }

  private func tag(_ compiled: CompiledCodebook) async throws -> [CodedParagraph] {
    try await GoldTagger(compiled: compiled, keepsObservations: true).tag(golds, inputs: inputs)
  }

  /// The paragraphs as the codebook tags them that has learnt from the decided ones; nil when those are too few.
  private func learn(_ first: [CodedParagraph], _ decided: [Int], _ lexicon: Lexicon) async throws -> [CodedParagraph]?
  {
    let examples = decided.map { first[$0] }.compactMap(CodedObservation.init)
    guard examples.count >= Tuner.leastDecisions else { return nil }
    let tuned = try await Tuner(compiled, lexicon: lexicon, options: tuning).adapt(examples)
    return try await tag(CompiledCodebook(compiled.codebook.with(tuned), lexicon: lexicon))
  }

  private func step(_ share: Double, _ paragraphs: [CodedParagraph], _ decided: Set<Int>) -> AssistedCurve.Step {
    let codebook = compiled.codebook
    let rest = paragraphs.indices.filter { !decided.contains($0) }.map { paragraphs[$0] }
    let all = paragraphs.enumerated().map { decided.contains($0) ? $1.decided : $1 }
    return AssistedCurve.Step(
      share: share, decided: decided.count, rest: Evaluation(rest, codebook: codebook),
      all: Evaluation(all, codebook: codebook))
  }

  /// The numbers below `count` in an order of chance, the same each time.
  private func shuffled(_ count: Int) -> [Int] {
    var generator = SplitMix(seed: Self.seed)
    var numbers = Array(0..<count)
    for index in numbers.indices.reversed() { numbers.swapAt(index, generator.index(below: index + 1)) }
    return numbers
  }
}
