package import PejlCodebook
internal import PejlDanish

/// What a passage shows before anything is decided: what a calibration is fitted on.
package struct Observation: Sendable, Hashable {
  /// A word of the passage.
  package struct Word: Sendable, Hashable {
    /// The form in small letters.
    package let form: String
    /// The number of its sentence.
    package let sentence: Int
    /// Whether it holds a digit.
    package let hasDigit: Bool

    /// A word.
    package init(form: String, sentence: Int, hasDigit: Bool) {
      self.form = form
      self.sentence = sentence
      self.hasDigit = hasDigit
    }
  }

  /// By facet and code: the figures, in the order of ``CompiledCodebook/figureNames(_:)``.
  package let figures: [Facet.ID: [[Double]]]
  /// The rules that hold, by facet.
  package let rules: [Facet.ID: [String]]
  /// The code of each rule that holds.
  package let codeByRule: [String: String]
  /// By facet and code: what the learned words of the codebook add.
  package let learned: [Facet.ID: [Double]]
  /// By facet and code: how certain the facet's calibration is, from 0 to 1. Without one the score stands for it: a half at
  /// the threshold.
  package let certainties: [Facet.ID: [Double]]
  /// The codes that the passage names by number or name.
  package let named: Set<String>
  /// The words in order.
  package let words: [Word]
}

extension Tagger {
  /// What a reading shows, and what was made of it in each facet.
  func observation(
    _ reading: Reading, _ context: ResponseContext, _ weighed: [Facet.ID: Weighing],
    _ sums: LearnedSums
  ) -> Observation {
    var figures: [Facet.ID: [[Double]]] = [:]
    var rules: [Facet.ID: [String]] = [:]
    var codeByRule: [String: String] = [:]
    var learned: [Facet.ID: [Double]] = [:]
    var certainties: [Facet.ID: [Double]] = [:]
    for facet in compiled.head.facets where facet.id != .frame {
      let codes = facet.codes.indices
      let start = compiled.learned.start[facet.id] ?? 0
      if let own = weighed[facet.id]?.figures
        ?? compiled.facets[facet.id].map({ Figures(reading, $0, compiled, context) })
      {
        figures[facet.id] = codes.map(own.values)
      }
      let candidates = (reading.candidates[facet.id] ?? [:]).values
      for candidate in candidates { for reason in candidate.reasons { codeByRule[reason.rule] = candidate.code } }
      rules[facet.id] = candidates.flatMap { $0.reasons.map(\.rule) }.sorted()
      learned[facet.id] = codes.map { sums.sum(start + $0) }
      certainties[facet.id] = facet.codes.map { code in
        guard let own = weighed[facet.id]?.candidates[code.id] else { return 0 }
        return own.certainty ?? max(own.score, 0) / (max(own.score, 0) + facet.threshold)
      }
    }
    return Observation(
      figures: figures, rules: rules, codeByRule: codeByRule, learned: learned,
      certainties: certainties,
      named: Set(reading.references.filter { !$0.isPage }.map(\.code)),
      words: reading.scan.text.tokens.map {
        Observation.Word(form: scanner.lexicon.form($0.form), sentence: $0.sentence, hasDigit: $0.hasDigit)
      })
  }
}

extension CompiledCodebook {
  /// The names of the figures of a facet in the order of their values.
  package func figureNames(_ facet: Facet.ID) -> [String] { Figure.names(facet, beside: head.codes) }
}
