internal import PejlCodebook
internal import PejlDanish

extension CodebookCompiler {
  /// `condition` ready for matching; what it demands of the surroundings stands apart from the words.
  mutating func node(_ condition: Condition, _ lexicon: Lexicon) -> Node {
    switch condition {
    case .any(let terms): .any(set(terms, lexicon))
    case .all(let inner, let scope): all(inner, isPassageWide: scope == .passage, condition, lexicon)
    case .near(let inner, let words, let isOrdered):
      .near(inner.map { node($0, lexicon) }, words: words, isOrdered: isOrdered)
    case .either(let inner):
      condition.isContext ? .context(context(condition, lexicon)) : .either(inner.map { node($0, lexicon) })
    case .start(let inner): .start(node(inner, lexicon))
    case .question: .question
    case .fires(let id): .fires(ruleNumbers[id] ?? 0)
    case .stance, .heading, .before: .context(context(condition, lexicon))
    case .unless(let inner, let exclusions):
      .unless(node(inner, lexicon), exclusions.map { (node($0.condition, lexicon), $0.within) })
    }
  }

  private mutating func all(
    _ inner: [Condition], isPassageWide: Bool, _ condition: Condition, _ lexicon: Lexicon
  ) -> Node {
    let contexts = inner.filter(\.isContext)
    guard !contexts.isEmpty else { return .all(inner.map { node($0, lexicon) }, isPassageWide: isPassageWide) }
    guard contexts.count < inner.count else { return .context(context(condition, lexicon)) }
    let words = inner.filter { !$0.isContext }.map { node($0, lexicon) }
    return .within(
      words.count == 1 ? words[0] : .all(words, isPassageWide: isPassageWide), contexts.map { context($0, lexicon) })
  }

  /// A condition without words of its own.
  private mutating func context(_ condition: Condition, _ lexicon: Lexicon) -> Node.Context {
    switch condition {
    case .stance(let code, let scope): .stance(rulesByCode[code] ?? [], isPassageWide: scope == .passage)
    case .heading(let terms): .heading(set(terms, lexicon))
    case .before(let inner): .before(node(inner, lexicon))
    case .either(let inner): .either(inner.map { context($0, lexicon) })
    case .all(let inner, _): .all(inner.map { context($0, lexicon) })
    case .any, .near, .start, .question, .fires, .unless: preconditionFailure("the condition has words of its own")
    }
  }
}
