internal import PejlCodebook

extension Condition {
  /// The term lists of which one term each must stand there.
  var requiredAlternatives: [[Term]] {
    switch self {
    case .any(let terms): [terms]
    case .all(let inner, _), .near(let inner, _, _): inner.flatMap(\.requiredAlternatives)
    case .start(let inner), .unless(let inner, _): inner.requiredAlternatives
    case .either, .question, .fires, .stance, .heading, .before: []
    }
  }

  /// The terms that stand in the condition and its exclusions, those of its surroundings included.
  var terms: [Term] {
    switch self {
    case .any(let terms), .heading(let terms): terms
    default: parts.flatMap(\.terms)
    }
  }

  /// The terms that it demands, without its exclusions.
  var demandedTerms: [Term] {
    switch self {
    case .any(let terms), .heading(let terms): terms
    case .unless(let inner, _): inner.demandedTerms
    default: parts.flatMap(\.demandedTerms)
    }
  }

  /// The words that stand as dictionary words in the condition and its exclusions.
  var lemmas: [String] {
    terms.flatMap(\.steps).flatMap { step -> [String] in
      guard case .word(let patterns) = step else { return [] }
      return patterns.compactMap { if case .lemma(let word) = $0 { word } else { nil } }
    }
  }

  /// Whether it asks for a heading or for the passage before, or excludes by them.
  var asksForSurroundings: Bool {
    switch self {
    case .heading, .before: true
    default: parts.contains(where: \.asksForSurroundings)
    }
  }
}
