public import PejlAnalysis
public import PejlCodebook
internal import PejlDanish
public import PejlHearing
public import PejlTagging
internal import PejlText
package import PejlTuning

/// Learns from coded passages and says what it would change in a codebook.
public struct CodebookTuning: Sendable {
  /// What came out.
  public struct Result: Sendable {
    /// The part of the codebook to write.
    public let part: [UInt8]
    /// By facet and author: how well the codes of the author's passages were found by what the others taught.
    public let crossValidated: [(facet: Facet.ID, author: String, score: Score)]
    /// By facet: the cutoff, and how many words and corrections were learnt.
    public let learned: [(facet: Facet.ID, cutoff: Double, words: Int, corrections: Int)]
    /// The passages that were learnt from.
    public let passages: Int
    /// The paragraphs that hold several passages or none, from which nothing can be learnt.
    public let passedOver: Int
  }

  private let compiled: CompiledCodebook
  private let hearing: Hearing

  /// The name of the part that tuning writes.
  public static let partName = "codebook/learned.xml"

  /// A tuning of `compiled`.
  public init(_ compiled: CompiledCodebook, hearing: Hearing = Hearing(id: "")) {
    self.compiled = compiled
    self.hearing = hearing
  }

  /// Learns from `golds`; with `adapts` only what they add to what the codebook knows.
  ///
  /// - Throws: ``InvalidInput`` when a paragraph is not there, or there is too little to learn from.
  package func tune(
    _ golds: [GoldFile], inputs: [Pipeline.Input], adapts: Bool = false, options: TuningOptions = TuningOptions()
  ) async throws -> Result {
    let paragraphs = try await GoldTagger(
      compiled: compiled, hearing: hearing, workers: 1, keepsObservations: true
    ).tag(golds, inputs: inputs)
    var examples: [CodedObservation] = []
    for paragraph in paragraphs where paragraph.observations.count == 1 {
      examples.append(
        CodedObservation(
          observation: paragraph.observations[0], codes: paragraph.gold.codes, author: paragraph.author,
          isInAnswer: paragraph.gold.file != nil))
    }
    return try await tune(examples, passedOver: paragraphs.count - examples.count, adapts, options)
  }

  private func tune(_ examples: [CodedObservation], passedOver: Int, _ adapts: Bool, _ options: TuningOptions)
    async throws -> Result
  {
    let tuner = Tuner(compiled, lexicon: try Lexicon(), options: options)
    let facets = adapts ? try await tuner.adapt(examples) : try await tuner.tune(examples)
    return Result(
      part: try LearnedPart(facets).bytes,
      crossValidated: facets.flatMap { tuned in tuned.crossValidated.map { (tuned.facet, $0.author, $0.score) } },
      learned: facets.map { ($0.facet, $0.calibration.cutoff, $0.words.count, $0.corrections.count) },
      passages: examples.count, passedOver: passedOver)
  }
}
