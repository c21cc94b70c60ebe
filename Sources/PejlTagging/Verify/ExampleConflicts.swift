internal import PejlCodebook
internal import PejlText

/// Finds examples that contradict each other: a sentence that one rule must find and another one must not.
struct ExampleConflicts {
  /// A sentence with what stands around it.
  private struct Sentence: Hashable {
    let text: String
    let above: String?
    let before: String?
  }

  /// An example with its rule.
  private typealias Place = (rule: Rule, example: Example)

  private let rules: [Rule]

  init(_ codebook: Codebook) { rules = codebook.rules + codebook.dampers.map(\.rule) }

  /// An error where the very same condition is to hold and not to hold in a sentence; a warning where two rules of one code
  /// that look for the same words say so.
  func findings() -> [Diagnostic] {
    var hits: [Sentence: [Place]] = [:]
    for rule in rules {
      for example in rule.examples where example.isHit { hits[sentence(example), default: []].append((rule, example)) }
    }
    var findings: [Diagnostic] = []
    for rule in rules {
      for miss in rule.examples where !miss.isHit {
        for hit in hits[sentence(miss)] ?? [] { findings += finding(hit, (rule, miss)) }
      }
    }
    return findings
  }

  private func finding(_ hit: Place, _ miss: Place) -> [Diagnostic] {
    let isSame = hit.rule.condition == miss.rule.condition
    guard
      isSame || hit.rule.code == miss.rule.code && hit.rule.id != miss.rule.id && words(hit.rule) == words(miss.rule)
    else { return [] }
    let place = "\(hit.rule.path):\(hit.example.line)"
    let reason = isSame ? "which demands the very same" : "which looks for the same words"
    return [
      Diagnostic(
        isSame ? .error : .warning, code: "codebook.example-conflict",
        "the miss \"\(miss.example.text)\" of the rule \"\(miss.rule.id)\" is a hit of \"\(hit.rule.id)\" (\(place)), \(reason); change one of them",
        path: miss.rule.path, line: miss.example.line)
    ]
  }

  private func words(_ rule: Rule) -> Set<Term> { Set(rule.condition.demandedTerms) }

  private func sentence(_ example: Example) -> Sentence {
    Sentence(text: example.text.lowercased(), above: example.above, before: example.before)
  }
}
