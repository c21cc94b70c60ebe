internal import PejlCodebook
internal import PejlDanish
internal import PejlText

/// Decides where conditions hold in one scanned passage.
struct Evaluator {
  let rules: [CompiledRule]
  let scan: PassageScan
  let setting: PassageSetting
  private var fired: [Int: [Match]] = [:]
  /// The evaluator of the passage before, once it has been asked for; at most one.
  private var previous: [Evaluator] = []

  init(rules: [CompiledRule], scan: PassageScan, setting: PassageSetting = PassageSetting()) {
    self.rules = rules
    self.scan = scan
    self.setting = setting
  }

  /// Where the rule of that number holds; remembered, since rules refer to one another.
  mutating func matches(rule number: Int) -> [Match] {
    if let known = fired[number] { return known }
    let found = matches(rules[number].node)
    fired[number] = found
    return found
  }

  /// Where `node` holds.
  mutating func matches(_ node: Node) -> [Match] { evaluate(node, without: []) }

  /// Where `node` holds when the words in `barred` may not be used.
  mutating func evaluate(_ node: Node, without barred: Set<Int>) -> [Match] {
    switch node {
    case .any(let set): return Self.free(scan.matches(set), of: barred)
    case .question: return questions()
    case .fires(let rule): return Self.free(matches(rule: rule), of: barred)
    case .either(let inner):
      var all: [Match] = []
      for node in inner { all += evaluate(node, without: barred) }
      return all
    case .start(let inner):
      return evaluate(inner, without: barred).filter { $0.sentence == 0 && $0.words.lowerBound < 3 }
    case .all(let inner, let isPassageWide):
      guard let operands = operands(inner, without: barred) else { return [] }
      return isPassageWide ? throughout(operands) : together(operands)
    case .near(let inner, let words, let isOrdered):
      guard let operands = operands(inner, without: barred) else { return [] }
      return Proximity(words: words, isOrdered: isOrdered).matches(operands)
    case .unless(let inner, let exclusions): return unless(inner, exclusions, without: barred)
    case .within(let inner, let contexts): return within(inner, contexts, without: barred)
    case .context: return []
    }
  }

  /// Whether the passage before satisfies `node`.
  mutating func holdsBefore(_ node: Node) -> Bool {
    guard let before = setting.before else { return false }
    if previous.isEmpty { previous = [Evaluator(rules: rules, scan: before.scan, setting: before.setting)] }
    if case .context(let context) = node { return !previous[0].reach(context).isEmpty }
    return !previous[0].matches(node).isEmpty
  }

  /// The matches of each node, or nil as soon as one has none.
  private mutating func operands(_ nodes: [Node], without barred: Set<Int>) -> [[Match]]? {
    var result: [[Match]] = []
    for node in nodes {
      let found = evaluate(node, without: barred)
      if found.isEmpty { return nil }
      result.append(found)
    }
    return result
  }

  private func questions() -> [Match] {
    scan.text.sentences.enumerated().compactMap { index, sentence in
      guard let mark = sentence.questionMark, let last = sentence.tokens.last else { return nil }
      // The mark stands behind the last word.
      return Match(words: (last + 1)...(last + 1), sentence: index, evidence: mark)
    }
  }

  /// A match for each sentence in which every operand holds, on words of its own.
  private func together(_ operands: [[Match]]) -> [Match] {
    guard let first = operands.first else { return [] }
    if operands.count == 1 { return first }
    // Sentences may be many: each operand's matches are sorted into them once.
    let bySentence = operands.map { Dictionary(grouping: $0, by: \.sentence) }
    var result: [Match] = []
    for sentence in Set(first.map(\.sentence)).sorted() where sentence >= 0 {
      let here = bySentence.map { $0[sentence] ?? [] }
      guard !here.contains(where: \.isEmpty), Proximity.canBeApart(here) else { continue }
      result.append(Self.union(here.flatMap(\.self), sentence: sentence))
    }
    return result
  }

  private func throughout(_ operands: [[Match]]) -> [Match] {
    guard Proximity.canBeApart(operands) else { return [] }
    let all = operands.flatMap(\.self)
    let sentences = Set(all.map(\.sentence))
    return [Self.union(all, sentence: sentences.count == 1 ? all[0].sentence : -1)]
  }

  private mutating func unless(
    _ inner: Node, _ exclusions: [(Node, Condition.Scope)], without barred: Set<Int>
  ) -> [Match] {
    // Words that are barred only take matches away.
    let unbarred = evaluate(inner, without: barred)
    if unbarred.isEmpty { return [] }
    let known = barred
    var barred = barred
    var barredSentences: Set<Int> = []
    for (node, scope) in exclusions {
      if case .context(let context) = node {
        switch reach(context) {
        case .everywhere: return []
        case .sentences(let sentences) where scope == .passage: if !sentences.isEmpty { return [] }
        case .sentences(let sentences): barredSentences.formUnion(sentences)
        }
        continue
      }
      let found = evaluate(node, without: [])
      switch scope {
      case .passage: if !found.isEmpty { return [] }
      case .sentence: barredSentences.formUnion(found.map(\.sentence))
      case .overlap: for match in found { barred.formUnion(match.words) }
      }
    }
    let found = barred.count == known.count ? unbarred : evaluate(inner, without: barred)
    if barredSentences.isEmpty { return found }
    return found.filter { match in
      if match.sentence >= 0, !barredSentences.contains(-1) { return !barredSentences.contains(match.sentence) }
      return false
    }
  }

  /// The matches that use none of the words in `barred`.
  private static func free(_ matches: [Match], of barred: Set<Int>) -> [Match] {
    barred.isEmpty ? matches : matches.filter { !$0.words.contains(where: barred.contains) }
  }

  static func union(_ matches: [Match], sentence: Int) -> Match {
    var (lower, upper) = (matches.first?.words.lowerBound ?? 0, matches.first?.words.upperBound ?? 0)
    for match in matches {
      lower = min(lower, match.words.lowerBound)
      upper = max(upper, match.words.upperBound)
    }
    let evidence = TextSpan.merged(matches)
    return Match(words: lower...upper, sentence: sentence, evidence: evidence[0], Array(evidence.dropFirst()))
  }
}
