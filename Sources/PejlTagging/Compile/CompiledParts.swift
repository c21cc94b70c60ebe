internal import PejlCodebook

/// A term with its patterns as numbers.
struct CompiledTerm: Sendable {
  enum Step: Sendable {
    case word([Int32])
    case gap(Int)
  }
  let steps: [Step]
}

/// A rule with its condition ready for matching; a class, since it is handed around in the loop over passages.
final class CompiledRule: Sendable {
  let rule: Rule
  let facet: Facet.ID
  /// The place of its code in the facet.
  let code: Int
  let node: Node

  init(rule: Rule, facet: Facet.ID, code: Int, node: Node) {
    self.rule = rule
    self.facet = facet
    self.code = code
    self.node = node
  }
}

/// A damper with its condition ready for matching.
struct CompiledDamper: Sendable {
  let damper: Damper
  let node: Node
}

/// The sets of the words of explicit references.
struct CompiledReferences: Sendable {
  var guidepost = 0
  var objective = 0
  var page = 0
  var ordinals: [Int] = []
  var joiners = 0
  var foreign = 0
}
