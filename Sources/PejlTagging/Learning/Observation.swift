package import PejlCodebook
package import PejlDanish
package import PejlHearing
package import PejlSegment
package import PejlText

/// What a passage shows before anything is decided: what a calibration is fitted on.
package struct Observation {
  /// By facet and code: the figures, in the order of ``CompiledCodebook/figureNames(_:)``.
  package let figures: [Facet.ID: [[Double]]]
  /// The rules that hold, by facet.
  package let rules: [Facet.ID: [String]]
  /// The codes that the passage names by number or name.
  package let named: Set<String>
  /// The words, with forms of the tagger's lexicon.
  package let words: [Token]
}

extension Tagger {
  /// What each passage of a document shows, in order; nil for page furniture and the like.
  package func observe(
    _ passages: [Passage], of text: UTF8Text, from kind: Respondent.Kind
  ) -> [Observation?] {
    var context = ResponseContext()
    return passages.map { passage in
      let reading = read(passage, of: text, from: kind)
      guard reading.structuralReason == nil else { return nil }
      if passage.kind == .heading { context.enter(reading) }
      defer { context.remember(reading) }
      var figures: [Facet.ID: [[Double]]] = [:]
      var rules: [Facet.ID: [String]] = [:]
      for facet in compiled.codebook.facets where facet.id != .frame {
        figures[facet.id] = Figures(reading, facet, compiled.codebook, context).values
        rules[facet.id] = (reading.candidates[facet.id] ?? [:]).values.flatMap { $0.reasons.map(\.rule) }.sorted()
      }
      return Observation(
        figures: figures, rules: rules,
        named: Set(reading.references.filter { !$0.isPage }.map(\.code)), words: reading.scan.text.tokens)
    }
  }

  /// The words that the tagger has met.
  package var lexicon: Lexicon { scanner.lexicon }
}

extension CompiledCodebook {
  /// The names of the figures of a facet in the order of their values.
  package func figureNames(_ facet: Facet.ID) -> [String] { Figure.names(facet, in: codebook) }
}
