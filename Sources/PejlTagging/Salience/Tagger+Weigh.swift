internal import Glibc
internal import PejlCodebook
internal import PejlText

extension Tagger {
  /// The candidates of a facet with what its calibration makes of each code; as they are where there is none.
  func weighed(
    _ candidates: [String: Candidate], _ reading: Reading, _ facet: Facet, _ context: ResponseContext
  ) -> [String: Candidate] {
    guard let calibration = compiled.calibrations[facet.id] else { return candidates }
    let figures = Figures(reading, facet, compiled.codebook, context)
    let words = learnedWords(reading, facet)
    var result = candidates
    for (index, code) in facet.codes.enumerated() {
      var own =
        candidates[code.id] ?? Candidate(code: code.id, order: index, score: 0, basis: .keyword, reasons: [])
      var parts = [Tag.Sum.Part(name: "constant", value: 1, adds: calibration.constants[index])]
      for (figure, value) in figures.values[index].enumerated() {
        let adds = value * calibration.coefficients[figure]
        if adds != 0 { parts.append(Tag.Sum.Part(name: calibration.names[figure], value: value, adds: adds)) }
      }
      for reason in own.reasons {
        guard let adds = calibration.corrections[reason.rule] else { continue }
        parts.append(Tag.Sum.Part(name: "correction:\(reason.rule)", value: 1, adds: adds))
      }
      parts += words[index].map { Tag.Sum.Part(name: $0.rule, value: 1, adds: $0.weight) }
      own.words = words[index].filter { $0.weight > 0 }
      own.sum = Tag.Sum(parts: parts, certainty: 1 / (1 + exp(-parts.map(\.adds).reduce(0, +))))
      result[code.id] = own
    }
    return result
  }

  /// By code: the learned words that stand in the passage.
  func learnedWords(_ reading: Reading, _ facet: Facet) -> [[Tag.Reason]] {
    let scan = reading.scan
    var result: [[Tag.Reason]] = Array(repeating: [], count: facet.codes.count)
    for set in scan.matches.keys.sorted() {
      let words = compiled.learnedBySet[set].filter { $0.facet == facet.id }
      guard !words.isEmpty else { continue }
      let matches = scan.matches(set).filter(reading.setting.counts)
      guard !matches.isEmpty else { continue }
      for word in words {
        result[word.code].append(
          Tag.Reason(
            rule: word.name, weight: word.weight, evidence: TextSpan.merged(matches.flatMap(\.evidence))))
      }
    }
    return result
  }
}
