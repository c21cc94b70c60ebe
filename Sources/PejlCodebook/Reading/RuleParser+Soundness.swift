internal import PejlText
internal import PejlXML

extension RuleParser {
  /// More conditions than this, all of which must hold on words of their own, have too many ways to be met: the cost grows
  /// with their factorial.
  static let mostTogether = 6
  /// Conditions nested deeper than this cannot be read by a person either.
  static let deepest = 8

  mutating func fail(_ code: String, _ message: String, _ element: XMLElement) {
    findings.append(Diagnostic(.error, code: code, message, path: path, line: element.line))
  }

  /// Whether `inner` can stand together in `element`; a finding says why not.
  mutating func isSound(_ inner: [Condition], _ element: XMLElement) -> Bool {
    let contexts = inner.filter(\.isContext).count
    switch element.name {
    case "near" where contexts > 0, "start" where contexts > 0:
      fail(
        "codebook.context",
        "<\(element.name)> speaks of the place of words, and a stance, a heading or the passage before has none; put it beside <\(element.name)>",
        element)
      return false
    case "either" where contexts > 0 && contexts < inner.count:
      fail(
        "codebook.context", "<either> mixes words with what stands around them; write a rule for each", element)
      return false
    case "near", "all", "start", "before": return isFew(inner, element)
    default: return true
    }
  }

  /// Whether the conditions of a whole rule can stand together, and one of them has words of its own.
  mutating func isSound(
    _ conditions: [Condition], _ exclusions: [Condition.Exclusion], _ element: XMLElement
  ) -> Bool {
    guard !conditions.allSatisfy(\.isContext) else {
      fail(
        "codebook.no-words",
        "the rule has no words of its own, so it would have no evidence; add at least one <any>, <near>, <question> or <fires>",
        element)
      return false
    }
    guard (conditions + exclusions.map(\.condition)).allSatisfy({ $0.depth <= Self.deepest }) else {
      fail(
        "codebook.too-deep",
        "the conditions are nested more than \(Self.deepest) deep; make rules of parts and refer to them with <fires>",
        element)
      return false
    }
    return isFew(conditions, element)
  }

  private mutating func isFew(_ inner: [Condition], _ element: XMLElement) -> Bool {
    let own = inner.count { !$0.isContext }
    guard own > Self.mostTogether else { return true }
    fail(
      "codebook.too-many-conditions",
      "\(own) conditions must hold together here, which can be met in thousands of ways; use \(Self.mostTogether) at most, and <either> or a list for alternatives",
      element)
    return false
  }
}

extension Condition {
  /// How deep conditions are nested in it.
  fileprivate var depth: Int { 1 + (parts.map(\.depth).max() ?? 0) }
}
