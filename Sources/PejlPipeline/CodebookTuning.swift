public import PejlAnalysis
public import PejlCodebook
internal import PejlDanish
public import PejlHearing
internal import PejlSegment
public import PejlTagging
package import PejlText
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
    /// The paragraphs that hold several passages or none, and the decided passages that are gone or are no running text.
    public let passedOver: Int
    /// The facets with too few decisions to learn from, and how many there are; they keep what they had learnt.
    public let kept: [(facet: Facet.ID, decisions: Int)]
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

  /// Learns from `golds`.
  ///
  /// - Throws: ``InvalidInput`` when a paragraph is not there, or there is too little to learn from.
  package func tune(
    _ golds: [GoldFile], inputs: [Pipeline.Input], options: TuningOptions = TuningOptions()
  ) async throws -> Result {
    let paragraphs = try await GoldTagger(
      compiled: compiled, hearing: hearing, workers: 1, keepsObservations: true
    ).tag(golds, inputs: inputs)
    let examples = paragraphs.compactMap(CodedObservation.init)
    let facets = try await Tuner(compiled, lexicon: Lexicon(), options: options).tune(examples)
    return try result(facets, examples, passedOver: paragraphs.count - examples.count)
  }

  /// Learns what `decisions` on the answers in `inputs` add to what the codebook knows.
  ///
  /// - Throws: ``InvalidInput`` when there are too few decisions, or the codebook has not been tuned before.
  package func adapt(
    _ decisions: DecisionFile, inputs: [Pipeline.Input], options: TuningOptions = .adapting
  ) async throws -> (result: Result, findings: [Diagnostic]) {
    guard decisions.settled.count >= Tuner.leastDecisions else {
      throw InvalidInput(
        code: "tune.little",
        "\(decisions.settled.count) decisions are too few to learn from, and \(decisions.openCount) are open; decide on at least \(Tuner.leastDecisions) passages",
        path: decisions.path)
    }
    let (responses, unread) = try await Pipeline(
      compiled, hearing: hearing, decisions: decisions, workers: 1, keepsObservations: true
    ).run(inputs)
    let placed = decisions.placed(in: DecidableResponses(responses))
    let examples = responses.enumerated().flatMap { place, response in
      (placed.parts[place]?.onPassages ?? []).compactMap { own in
        response.passages[own.passage].observation.map {
          CodedObservation(observation: $0, codes: own.decision.codes, author: response.id, isInAnswer: true)
        }
      }
    }
    let facets = try await Tuner(compiled, lexicon: Lexicon(), options: options).adapt(examples)
    let findings = unread + decisions.apply(to: responses, codebook: compiled.summary).findings
    return (
      try result(facets, examples, passedOver: decisions.settled.count(where: \.isOnTags) - examples.count), findings
    )
  }

  private func result(_ facets: [TunedFacet], _ examples: [CodedObservation], passedOver: Int) throws -> Result {
    let learned = facets.filter { !$0.crossValidated.isEmpty }
    return Result(
      part: try LearnedPart(facets).bytes,
      crossValidated: learned.flatMap { tuned in tuned.crossValidated.map { (tuned.facet, $0.author, $0.score) } },
      learned: learned.map { ($0.facet, $0.calibration.cutoff, $0.words.count, $0.corrections.count) },
      passages: examples.count, passedOver: passedOver,
      kept: facets.filter(\.crossValidated.isEmpty).map { tuned in
        (tuned.facet, examples.count { $0.codes[tuned.facet] != nil })
      })
  }
}
