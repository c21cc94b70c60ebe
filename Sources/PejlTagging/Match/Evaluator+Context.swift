internal import PejlDanish
internal import PejlText

extension Evaluator {
  /// Where in the passage a condition without words of its own holds.
  enum Reach {
    case everywhere
    case sentences(Set<Int>)

    /// Whether it holds nowhere.
    var isEmpty: Bool { if case .sentences(let sentences) = self { sentences.isEmpty } else { false } }

    func intersection(_ other: Reach) -> Reach {
      switch (self, other) {
      case (.everywhere, _): other
      case (_, .everywhere): self
      case (.sentences(let own), .sentences(let others)): .sentences(own.intersection(others))
      }
    }

    func union(_ other: Reach) -> Reach {
      guard case .sentences(let own) = self, case .sentences(let others) = other else { return .everywhere }
      return .sentences(own.union(others))
    }
  }

  /// Where `context` holds.
  mutating func reach(_ context: Node.Context) -> Reach {
    switch context {
    case .stance(let stances, let isPassageWide):
      var sentences: Set<Int> = []
      for rule in stances where setting.isMeant(rules[rule]) {
        for match in matches(rule: rule) where setting.counts(match) {
          if isPassageWide { return .everywhere }
          sentences.formUnion(self.sentences(of: match))
        }
      }
      return .sentences(sentences)
    case .heading(let set): return holds(setting.headings.contains { !$0.matches(set).isEmpty })
    case .before(let node): return holds(holdsBefore(node))
    case .all(let inner): return inner.reduce(.everywhere) { $0.intersection(reach($1)) }
    case .either(let inner): return inner.reduce(.sentences([])) { $0.union(reach($1)) }
    }
  }

  /// The matches of `inner` that lie where all of `contexts` hold.
  mutating func within(_ inner: Node, _ contexts: [Node.Context], without barred: Set<Int>) -> [Match] {
    let found = evaluate(inner, without: barred)
    if found.isEmpty { return [] }
    var reach = Reach.everywhere
    for context in contexts {
      reach = reach.intersection(self.reach(context))
      if reach.isEmpty { return [] }
    }
    guard case .sentences(let sentences) = reach else { return found }
    return found.filter { !sentences.isDisjoint(with: self.sentences(of: $0)) }
  }

  /// The sentences that a match lies in.
  private func sentences(of match: Match) -> Set<Int> {
    if match.sentence >= 0 { return [match.sentence] }
    let text = scan.text
    return Set(match.evidence.flatMap { text.tokens(overlapping: $0) }.map { text.tokens[$0].sentence })
  }

  private func holds(_ everywhere: Bool) -> Reach { everywhere ? .everywhere : .sentences([]) }
}
