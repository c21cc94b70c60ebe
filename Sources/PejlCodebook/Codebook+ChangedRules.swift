extension Codebook {
  /// The rules that find something else than in `former`: changed, new and gone ones, and those that refer to them.
  ///
  /// What does not bear on tags is passed over: titles, versions, examples, files and lines.
  ///
  /// - Returns: the identifiers; nil where something besides rules differs that tags depend on, or their order.
  public func changedRules(since former: Codebook) -> Set<String>? {
    guard language == former.language, facets.map(\.withoutLines) == former.facets.map(\.withoutLines),
      dampers.map(\.effect) == former.dampers.map(\.effect), calibrations == former.calibrations,
      learnedWords == former.learnedWords, corrections == former.corrections, references == former.references,
      context == former.context
    else { return nil }
    let (old, new) = (former.effects, effects)
    let common = rules.map(\.id).filter { old[$0] != nil }
    guard common == former.rules.map(\.id).filter({ new[$0] != nil }) else { return nil }
    var changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    let all = former.rules + rules
    var codes = Set(all.filter { changed.contains($0.id) }.map(\.code))
    var isComplete = false
    while !isComplete {
      isComplete = true
      for rule in all where !changed.contains(rule.id) && rule.condition.refers(to: changed, orStances: codes) {
        changed.insert(rule.id)
        codes.insert(rule.code)
        isComplete = false
      }
    }
    return (dampers + former.dampers).contains { $0.rule.condition.refers(to: changed, orStances: codes) }
      ? nil : changed
  }

  /// The codebook with the rules in `ids` and what they and the dampers refer to, and nothing that was learnt.
  public func limited(to ids: Set<String>) -> Codebook {
    var kept: Set<String> = []
    var open = rules.filter { ids.contains($0.id) }.map(\.id)
    let byID = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
    let byCode = Dictionary(grouping: rules, by: \.code)
    func follow(_ condition: Condition) {
      condition.forEachReference { reference in
        switch reference {
        case .rule(let id): open.append(id)
        case .stance(let code): open += (byCode[code] ?? []).map(\.id)
        }
      }
    }
    for damper in dampers { follow(damper.rule.condition) }
    while let id = open.popLast() {
      guard kept.insert(id).inserted, let rule = byID[id] else { continue }
      follow(rule.condition)
    }
    return Codebook(
      id: id, version: version, language: language, title: title, facets: facets,
      rules: rules.filter { kept.contains($0.id) }, dampers: dampers, references: references, context: context,
      sources: sources)
  }

  /// By rule: what of it bears on tags.
  private var effects: [String: Rule] {
    Dictionary(rules.map { ($0.id, $0.effect) }) { first, _ in first }
  }
}

extension Rule {
  /// The rule without its examples and its place.
  fileprivate var effect: Rule {
    Rule(
      id: id, code: code, weight: weight, condition: condition, respondentKinds: respondentKinds, examples: [],
      path: "", line: 0)
  }
}

extension Damper {
  /// The damper without examples and places.
  fileprivate var effect: Damper { Damper(rule: rule.effect, factor: factor, facets: facets) }
}

extension Facet {
  /// The facet as it stands in a codebook, whatever the lines.
  public var withoutLines: Facet {
    Facet(id: id, name: name, threshold: threshold, limit: limit, share: share, codes: codes.map(\.withoutLine))
  }
}

extension Code {
  fileprivate var withoutLine: Code {
    Code(
      id: id, facet: facet, name: name, number: number, parent: parent, aliases: aliases, motto: motto,
      wording: wording, definition: definition, keywords: keywords, tail: tail)
  }
}

extension Condition {
  /// What a condition refers to besides words.
  fileprivate enum Reference {
    case rule(String)
    case stance(String)
  }

  fileprivate func forEachReference(_ body: (Reference) -> Void) {
    switch self {
    case .fires(let id): body(.rule(id))
    case .stance(let code, _): body(.stance(code))
    default: for part in parts { part.forEachReference(body) }
    }
  }

  fileprivate func refers(to rules: Set<String>, orStances codes: Set<String>) -> Bool {
    var found = false
    forEachReference { reference in
      switch reference {
      case .rule(let id): found = found || rules.contains(id)
      case .stance(let code): found = found || codes.contains(code)
      }
    }
    return found
  }
}
