internal import PejlCodebook

/// A condition with its term lists as set numbers and its rules as rule numbers.
indirect enum Node: Sendable {
  case any(Int)
  case all([Node], isPassageWide: Bool)
  case near([Node], words: Int, isOrdered: Bool)
  case either([Node])
  case start(Node)
  case question
  case fires(Int)
  case unless(Node, [(Node, Condition.Scope)])
  /// The node, where what stands around it allows it.
  case within(Node, [Context])
  /// Nothing but what stands around; only in exclusions and in what is asked of the passage before.
  case context(Context)

  /// What stands around the words of a passage; it adds no evidence.
  indirect enum Context: Sendable {
    /// One of the rules of a stance holds.
    case stance([Int], isPassageWide: Bool)
    /// A heading above holds a term of the set.
    case heading(Int)
    /// The passage before satisfies the node.
    case before(Node)
    case all([Context])
    case either([Context])
  }

  /// What must stand in a passage before the node can hold: of each demand's sets one must match. The demand with the fewest
  /// sets comes first. There are none when the node can hold without any word.
  func demands(_ rules: [CompiledRule]) -> [[Int]] {
    switch self {
    case .any(let set): return [[set]]
    case .question, .context: return []
    case .fires(let rule): return rules[rule].node.demands(rules)
    case .start(let inner), .unless(let inner, _), .within(let inner, _): return inner.demands(rules)
    case .either(let inner):
      var all: Set<Int> = []
      for node in inner {
        guard let sets = node.demands(rules).first else { return [] }
        all.formUnion(sets)
      }
      return [all.sorted()]
    case .all(let inner, _), .near(let inner, _, _):
      return inner.flatMap { $0.demands(rules) }.sorted { $0.count < $1.count }
    }
  }
}
