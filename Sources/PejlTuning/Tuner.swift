internal import PejlCodebook
package import PejlDanish
package import PejlTagging
internal import PejlText

/// Learns calibrations, words and corrections of rules from coded passages.
///
/// The same passages in the same order give the same result.
package struct Tuner {
  private let compiled: CompiledCodebook
  private let lexicon: Lexicon
  private let options: TuningOptions

  /// With fewer coded passages in a facet nothing can be learnt.
  package static let leastExamples = 30
  /// With fewer decisions there is nothing to adapt to.
  package static let leastDecisions = 5

  /// A tuner of `compiled`; `lexicon` is the one that the observations were made with.
  package init(_ compiled: CompiledCodebook, lexicon: Lexicon, options: TuningOptions = TuningOptions()) {
    self.compiled = compiled
    self.lexicon = lexicon
    self.options = options
  }

  /// Learns from nothing: what the codebook had learnt before is forgotten.
  ///
  /// - Throws: ``InvalidInput`` when there is too little to learn from.
  package func tune(_ examples: [CodedObservation]) async throws -> [TunedFacet] {
    guard examples.count >= Self.leastExamples else {
      throw InvalidInput(
        code: "tune.little",
        "\(examples.count) coded passages are too few to learn from; give at least \(Self.leastExamples)")
    }
    return await facets(examples, startsFromCodebook: false)
  }

  /// Learns what `examples` add to what the codebook knows, and stays near it.
  ///
  /// - Throws: ``InvalidInput`` when there is too little to learn from, or the codebook has not been tuned before.
  package func adapt(_ examples: [CodedObservation]) async throws -> [TunedFacet] {
    guard examples.count >= Self.leastDecisions else {
      throw InvalidInput(
        code: "tune.little",
        "\(examples.count) decisions are too few to learn from; give at least \(Self.leastDecisions)")
    }
    guard !compiled.codebook.calibrations.isEmpty else {
      throw InvalidInput(
        code: "tune.calibration", "the codebook has no calibration to start from; tune it with --gold first")
    }
    return await facets(examples, startsFromCodebook: true)
  }

  private func facets(_ examples: [CodedObservation], startsFromCodebook: Bool) async -> [TunedFacet] {
    var result: [TunedFacet] = []
    for facet in compiled.codebook.facets where facet.id != .frame {
      // A facet that a person left open says nothing; one that was coded with no code does.
      let own = examples.filter { $0.codes[facet.id] != nil }
      let start = startsFromCodebook ? compiled.codebook.calibration(facet.id).map { starting($0, facet) } : nil
      let least = startsFromCodebook ? Self.leastDecisions : 1
      guard own.count >= least, own.contains(where: { !($0.codes[facet.id] ?? []).isEmpty }),
        !startsFromCodebook || start != nil
      else {
        // What was learnt before stays.
        if let start { result.append(TunedFacet(facet, start)) }
        continue
      }
      let table = WordTable(own, lexicon: lexicon, leastPassages: options.leastPassages)
      let tuner = FacetTuner(
        facet: facet, names: compiled.figureNames(facet.id), examples: own, table: table, options: options, start: start
      )
      result.append(await tuner.tune())
    }
    return result
  }

  private func starting(_ calibration: Calibration, _ facet: Facet) -> FacetTuner.Starting {
    let codebook = compiled.codebook
    let codes = Set(facet.codes.map(\.id))
    let rules = codebook.rules.filter { codes.contains($0.code) }
    let names = Set(rules.map(\.id))
    return FacetTuner.Starting(
      calibration: calibration, words: codebook.learnedWords.filter { codes.contains($0.code) },
      corrections: Dictionary(
        codebook.corrections.filter { names.contains($0.rule) }.map { ($0.rule, $0.weight) }
      ) { first, _ in first },
      codeByRule: Dictionary(rules.map { ($0.id, $0.code) }) { first, _ in first })
  }
}
