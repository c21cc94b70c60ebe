internal import Glibc
internal import PejlCodebook
internal import PejlText

/// The candidates of one facet, and what they were weighed by.
struct Weighing {
  var candidates: [String: Candidate]
  /// Nil where no calibration weighs the facet.
  let figures: Figures?
  /// The learned words of the passage.
  let learned: LearnedSums?
}

extension Tagger {
  /// The candidates of a facet with what its calibration makes of each code; as they are where there is none.
  ///
  /// A code that nothing in the passage speaks for is left out, unless all are asked for.
  func weighed(
    _ candidates: [String: Candidate], _ reading: Reading, _ facet: Facet, _ learned: LearnedSums,
    _ context: ResponseContext
  ) -> Weighing {
    guard let calibration = compiled.calibrations[facet.id], let own = compiled.facets[facet.id] else {
      return Weighing(candidates: candidates, figures: nil, learned: nil)
    }
    let figures = Figures(reading, own, compiled, context)
    let start = compiled.learned.start[facet.id] ?? 0
    var result = candidates
    for (index, code) in own.codes.enumerated() {
      let known = candidates[code]
      guard known != nil || learned.speaks(start + index) || keepsObservations else { continue }
      var candidate = known ?? Candidate(code: code, order: index, score: 0, basis: .keyword, reasons: [])
      var sum = figures.sum(index, calibration.coefficients, from: calibration.constants[index])
      for reason in candidate.reasons { sum += calibration.corrections[reason.rule] ?? 0 }
      sum += learned.sum(start + index)
      candidate.hasWords = learned.speaks(start + index)
      candidate.certainty = 1 / (1 + exp(-sum))
      result[code] = candidate
    }
    return Weighing(candidates: result, figures: figures, learned: learned)
  }

  /// The tag that a candidate becomes, with everything that explains it.
  func tag(_ candidate: Candidate, _ reading: Reading, _ facet: Facet.ID, _ weighing: Weighing) -> Tag {
    guard let certainty = candidate.certainty, let figures = weighing.figures,
      let learned = weighing.learned, let calibration = compiled.calibrations[facet]
    else { return candidate.tag(facet, words: [], sum: nil) }
    let words = learned.words((compiled.learned.start[facet] ?? 0) + candidate.order)
    var parts = [Tag.Sum.Part(name: "constant", value: 1, adds: calibration.constants[candidate.order])]
    for (figure, value) in figures.values(candidate.order).enumerated() {
      let adds = value * calibration.coefficients[figure]
      if adds != 0 { parts.append(Tag.Sum.Part(name: calibration.names[figure], value: value, adds: adds)) }
    }
    for reason in candidate.reasons {
      guard let adds = calibration.corrections[reason.rule] else { continue }
      parts.append(Tag.Sum.Part(name: "correction:\(reason.rule)", value: 1, adds: adds))
    }
    for (word, _) in words {
      parts.append(
        Tag.Sum.Part(name: compiled.learned.names[word], value: 1, adds: compiled.learned.weights[word].weight))
    }
    return candidate.tag(
      facet, words: reasons(words, reading), sum: Tag.Sum(parts: parts, certainty: certainty))
  }
}
