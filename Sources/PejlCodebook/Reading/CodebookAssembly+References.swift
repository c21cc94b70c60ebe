internal import PejlText

extension CodebookAssembly {
  /// Rule names that stand twice, and references to rules and stances that are not there or go in circles.
  mutating func checkReferences() {
    var byName: [String: Rule] = [:]
    for rule in rules + dampers.map(\.rule) {
      if let earlier = byName[rule.id] {
        error(
          "codebook.rule-twice",
          "the rule \"\(rule.id)\" stands already at \(earlier.path):\(earlier.line); give one another id",
          rule.path, rule.line)
      }
      byName[rule.id] = rule
    }
    let stances = Set(facets.first { $0.id == .stance }?.codes.map(\.id) ?? [])
    let byStance = Dictionary(grouping: rules.filter { stances.contains($0.code) }, by: \.code).mapValues {
      $0.map(\.id)
    }
    for rule in rules + dampers.map(\.rule) {
      for stance in rule.condition.stances where !stances.contains(stance) {
        error(
          "codebook.unknown-code",
          "the facet \"stance\" has no code \"\(stance)\"; define it or correct the name", rule.path, rule.line)
      }
      func named(_ condition: Condition) -> [String] {
        condition.firedRules + condition.stances.flatMap { byStance[$0] ?? [] }
      }
      var open: Set<String> = [rule.id]
      var queue = named(rule.condition)
      while let name = queue.popLast() {
        guard let target = byName[name] else {
          error(
            "codebook.unknown-rule", "there is no rule \"\(name)\"; define it or correct the id", rule.path, rule.line)
          break
        }
        if name == rule.id {
          error("codebook.circle", "the rule \"\(rule.id)\" refers to itself; break the circle", rule.path, rule.line)
          break
        }
        if open.insert(name).inserted { queue += named(target.condition) }
      }
    }
  }
}

extension Condition {
  /// The rules that the condition refers to by name.
  var firedRules: [String] {
    if case .fires(let id) = self { [id] } else { parts.flatMap(\.firedRules) }
  }

  /// The stances that the condition refers to.
  var stances: [String] {
    if case .stance(let code, _) = self { [code] } else { parts.flatMap(\.stances) }
  }
}
