/// How many passages back rules look: one demands something of the passage before, of which a rule may demand it again.
struct ContextReach {
  private let rules: [CompiledRule]
  private var known: [Int: Int] = [:]

  init(_ rules: [CompiledRule]) { self.rules = rules }

  /// The number of passages before that `node` may ask for.
  mutating func passages(_ node: Node) -> Int {
    switch node {
    case .any, .question: return 0
    case .fires(let rule): return passages(rule: rule)
    case .start(let inner): return passages(inner)
    case .all(let inner, _), .near(let inner, _, _), .either(let inner): return most(inner)
    case .unless(let inner, let exclusions): return most([inner] + exclusions.map(\.0))
    case .within(let inner, let contexts): return max(passages(inner), most(contexts))
    case .context(let context): return passages(context)
    }
  }

  private mutating func passages(_ context: Node.Context) -> Int {
    switch context {
    case .heading: return 0
    case .stance(let rules, _): return rules.reduce(0) { max($0, passages(rule: $1)) }
    case .before(let node): return 1 + passages(node)
    case .all(let inner), .either(let inner): return most(inner)
    }
  }

  private mutating func passages(rule: Int) -> Int {
    if let reach = known[rule] { return reach }
    let reach = passages(rules[rule].node)
    known[rule] = reach
    return reach
  }

  private mutating func most(_ nodes: [Node]) -> Int { nodes.reduce(0) { max($0, passages($1)) } }
  private mutating func most(_ contexts: [Node.Context]) -> Int { contexts.reduce(0) { max($0, passages($1)) } }
}
