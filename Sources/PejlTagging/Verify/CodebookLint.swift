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
      if rule.condition.asksForSurroundings, !rule.examples.contains(where: { $0.above != nil || $0.before != nil }) {
        findings.append(
          finding(
            .warning, "no-surroundings",
            "the rule \"\(rule.id)\" asks for a heading or the passage before, but no example states one; add above=\"…\" or before=\"…\" to a <hit> or <miss>",
            rule))
      }
      for word in rule.condition.lemmas where !unknown.contains(word) && !lexicon.knows(word) {
        unknown.insert(word)
        findings.append(
          finding(
            .note, "unknown-word",
            "the dictionary does not know \"\(word)\", so only this form matches; correct it or write it as =\(word)",
            rule))
      }
    }
    return findings + ExampleConflicts(codebook).findings()
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
