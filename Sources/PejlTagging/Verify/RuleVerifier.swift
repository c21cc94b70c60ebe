internal import PejlCodebook
public import PejlDanish
public import PejlText

/// Runs the examples of the rules of a codebook.
public struct RuleVerifier {
  /// Signs of several bytes: a rule must find the same words behind them.
  private static let preface = "“☞” – « "

  private let compiled: CompiledCodebook
  private let scanner: Scanner

  /// A verifier of `compiled`; the lexicon is used while it lives.
  public init(_ compiled: CompiledCodebook, lexicon: Lexicon) {
    self.compiled = compiled
    scanner = Scanner(compiled, lexicon: lexicon)
  }

  /// The words of `text` that the rule called `id` finds, in bytes of the text; empty where it holds nowhere, and when no
  /// rule is called so.
  public func evidence(of id: String, in text: String) -> [TextSpan] {
    guard let number = compiled.rules.firstIndex(where: { $0.id == id }) else { return [] }
    let text = UTF8Text(text)
    var evaluator = Evaluator(rules: compiled.rules, scan: scanner.scan(text, text.span))
    return TextSpan.merged(evaluator.matches(rule: number))
  }

  /// What is wrong with the examples: each finding names the rule, the example, and what was found instead.
  public func verify() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (number, rule) in compiled.codebook.rules.enumerated() {
      findings += verify(rule) { $0.matches(rule: number) }
    }
    for (number, damper) in compiled.codebook.dampers.enumerated() {
      findings += verify(damper.rule) { $0.matches(compiled.dampers[number].node) }
    }
    return findings
  }

  private func verify(_ rule: Rule, _ matches: (inout Evaluator) -> [Match]) -> [Diagnostic] {
    rule.examples.compactMap { example in
      for preface in example.isHit ? ["", Self.preface] : [""] {
        let text = UTF8Text(preface + example.text)
        var evaluator = Evaluator(rules: compiled.rules, scan: scanner.scan(text, text.span), setting: setting(example))
        let found = TextSpan.merged(matches(&evaluator))
        let shift = preface.utf8.count
        if found != TextSpan.merged(example.marks.map { $0.shifted(by: shift) }) {
          return finding(rule, example, found, text)
        }
      }
      return nil
    }
  }

  /// What stands around an example.
  private func setting(_ example: Example) -> PassageSetting {
    func scan(_ text: String) -> PassageScan {
      let text = UTF8Text(text)
      return scanner.scan(text, text.span)
    }
    var setting = PassageSetting()
    setting.headings = example.above.map { [scan($0)] } ?? []
    setting.before = example.before.map { Neighbour(scan($0), PassageSetting(headings: setting.headings)) }
    return setting
  }

  private func finding(_ rule: Rule, _ example: Example, _ found: [TextSpan], _ text: UTF8Text) -> Diagnostic {
    let shown = found.isEmpty ? "nothing" : found.map { "\"\(text[$0])\"" }.joined(separator: ", ")
    let message =
      example.isHit
      ? "the rule \"\(rule.id)\" finds \(shown) in its hit \"\(marked(example))\"; mend the rule or the marks"
      : "the rule \"\(rule.id)\" finds \(shown) in its miss \"\(example.text)\"; mend the rule or the example"
    return Diagnostic(.error, code: "codebook.example", message, path: rule.path, line: example.line)
  }

  private func marked(_ example: Example) -> String {
    let text = UTF8Text(example.text)
    var result = ""
    var position = 0
    for mark in example.marks {
      result += text[TextSpan(position, mark.start)] + "[" + text[mark] + "]"
      position = mark.end
    }
    return result + text[TextSpan(position, text.count)]
  }
}
