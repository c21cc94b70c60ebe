public import PejlCodebook
public import PejlDanish
public import PejlText

/// Finds what is allowed in a codebook but can hardly be meant.
public struct CodebookLint {
  private let codebook: Codebook
  private let lexicon: Lexicon

  /// A lint of `codebook`.
  public init(_ codebook: Codebook, lexicon: Lexicon) {
    self.codebook = codebook
    self.lexicon = lexicon
  }

  /// The findings: warnings, and notes on words that the dictionary does not know.
  public func findings() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var known: [Condition: Rule] = [:]
    var unknown: Set<String> = []
    for rule in codebook.rules + codebook.dampers.map(\.rule) {
      if let earlier = known[rule.condition], earlier.code == rule.code {
        findings.append(
          finding(
            .warning, "same-condition", "the rule \"\(rule.id)\" demands the same as \"\(earlier.id)\"; remove one",
            rule))
      }
      known[rule.condition] = rule
      findings += contradictions(rule)
      for word in rule.condition.lemmas where !unknown.contains(word) && !lexicon.knows(word) {
        unknown.insert(word)
        findings.append(
          finding(
            .note, "unknown-word",
            "the dictionary does not know \"\(word)\", so only this form matches; correct it or write it as =\(word)",
            rule))
      }
    }
    return findings
  }

  /// Terms that a rule both demands and excludes: none is left, or some stand in vain.
  private func contradictions(_ rule: Rule) -> [Diagnostic] {
    guard case .unless(let demanded, let exclusions) = rule.condition else { return [] }
    let excluded = Set(
      exclusions.filter { $0.within != .overlap }.flatMap { exclusion -> [Term] in
        if case .any(let terms) = exclusion.condition { terms } else { [] }
      })
    return demanded.requiredAlternatives.compactMap { terms in
      let vain = terms.filter(excluded.contains)
      guard !vain.isEmpty else { return nil }
      let words = vain.prefix(3).map { "\"\($0.source)\"" }.joined(separator: ", ")
      return vain.count == terms.count
        ? finding(
          .error, "contradiction",
          "the rule \"\(rule.id)\" can never hold: it excludes all that it demands (\(words)…)", rule)
        : finding(
          .warning, "contradiction",
          "the rule \"\(rule.id)\" both demands and excludes \(words); write it in one place", rule)
    }
  }

  private func finding(_ severity: Diagnostic.Severity, _ code: String, _ message: String, _ rule: Rule) -> Diagnostic {
    Diagnostic(severity, code: "codebook.\(code)", message, path: rule.path, line: rule.line)
  }
}

extension Condition {
  /// The term lists of which one term each must stand there.
  fileprivate var requiredAlternatives: [[Term]] {
    switch self {
    case .any(let terms): [terms]
    case .all(let inner, _), .near(let inner, _, _): inner.flatMap(\.requiredAlternatives)
    case .start(let inner), .unless(let inner, _): inner.requiredAlternatives
    case .either, .question, .fires: []
    }
  }

  /// The words that stand as dictionary words in the condition and its exclusions.
  fileprivate var lemmas: [String] {
    switch self {
    case .any(let terms):
      terms.flatMap(\.steps).flatMap { step -> [String] in
        guard case .word(let patterns) = step else { return [] }
        return patterns.compactMap { if case .lemma(let word) = $0 { word } else { nil } }
      }
    case .all(let inner, _), .near(let inner, _, _), .either(let inner): inner.flatMap(\.lemmas)
    case .start(let inner): inner.lemmas
    case .unless(let inner, let exclusions): inner.lemmas + exclusions.flatMap(\.condition.lemmas)
    case .question, .fires: []
    }
  }
}
