internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

/// How the examples of a facet lie in a ``LearningProblem``, and what its parameters mean in a codebook.
struct ProblemLayout {
  let facet: Facet
  let names: [String]
  let table: WordTable
  let problem: LearningProblem
  private let means: [Double]
  private let rules: [String]
  private let start: FacetTuner.Starting?

  init(
    facet: Facet, examples: [CodedObservation], table: WordTable, start: FacetTuner.Starting?, names: [String]
  ) {
    self.facet = facet
    self.names = names
    self.table = table
    self.start = start
    let figures = examples.map { $0.observation.figures[facet.id] ?? [] }
    let count = Double(max(examples.count * facet.codes.count, 1))
    var means = [Double](repeating: 0, count: names.count)
    var squares = means
    for values in figures.joined() {
      for (index, value) in values.enumerated() {
        means[index] += value / count
        squares[index] += value * value / count
      }
    }
    let spreads = zip(means, squares).map { mean, square in
      let spread = max(square - mean * mean, 0).squareRoot()
      // A figure that hardly varies is not blown up.
      return spread < 0.01 ? 1 : spread
    }
    var values: [Double] = []
    values.reserveCapacity(examples.count * facet.codes.count * names.count)
    for row in figures.joined() {
      for (index, value) in row.enumerated() { values.append((value - means[index]) / spreads[index]) }
    }
    let fired = examples.map { $0.observation.rules[facet.id] ?? [] }
    let rules = Array(Set(fired.joined())).sorted()
    let numbers = Dictionary(rules.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
    self.means = means
    self.rules = rules
    problem = LearningProblem(
      codes: facet.codes.count, figures: names.count, values: values, spreads: spreads, words: table.rows,
      wordCount: table.terms.count, rules: fired.map { $0.compactMap { numbers[$0] } },
      ruleCodes: Self.codes(of: rules, facet, examples),
      offsets: Self.offsets(facet, examples, table, start, names),
      targets: examples.flatMap { example in
        facet.codes.map { example.codes[facet.id]?.contains($0.id) == true ? 1 : 0 }
      })
  }

  /// By rule: the place of its code.
  private static func codes(of rules: [String], _ facet: Facet, _ examples: [CodedObservation]) -> [Int] {
    var codeByRule: [String: String] = [:]
    for example in examples {
      for (rule, code) in example.observation.codeByRule { codeByRule[rule] = code }
    }
    return rules.map { rule in facet.codes.firstIndex { $0.id == codeByRule[rule] } ?? 0 }
  }

  /// What the earlier calibration makes of each row and code; nothing without one.
  private static func offsets(
    _ facet: Facet, _ examples: [CodedObservation], _ table: WordTable, _ start: FacetTuner.Starting?,
    _ names: [String]
  ) -> [Double] {
    guard let start else { return Array(repeating: 0, count: examples.count * facet.codes.count) }
    let coefficients = names.map { start.calibration.coefficients[$0] ?? 0 }
    return examples.flatMap { example in
      facet.codes.enumerated().map { index, code in
        let figures = example.observation.figures[facet.id]?[index] ?? []
        var sum = start.calibration.constants[code.id] ?? 0
        for (value, coefficient) in zip(figures, coefficients) { sum += value * coefficient }
        for rule in example.observation.rules[facet.id] ?? [] where example.observation.codeByRule[rule] == code.id {
          sum += start.corrections[rule] ?? 0
        }
        return sum + (example.observation.learned[facet.id]?[index] ?? 0)
      }
    }
  }

  /// The parameters as parts of a codebook, together with what they started from.
  func tuned(
    _ fitted: LearnedParameters, cutoff: Double, crossValidated: [(author: String, score: Score)]
  ) -> TunedFacet {
    let slopes = zip(fitted.coefficients, problem.spreads).map { $0 / $1 }
    let shift = zip(slopes, means).map { $0 * $1 }.reduce(0, +)
    var constants: [String: Double] = [:]
    for (index, code) in facet.codes.enumerated() {
      let earlier = start?.calibration.constants[code.id] ?? 0
      constants[code.id] = (earlier + fitted.constants[index] - shift).rounded(to: 3)
    }
    var coefficients: [String: Double] = [:]
    for (index, name) in names.enumerated() {
      coefficients[name] = ((start?.calibration.coefficients[name] ?? 0) + slopes[index]).rounded(to: 3)
    }
    var words: [String: [String: Double]] = [:]
    for word in start?.words ?? [] { words[word.code, default: [:]][word.term.source] = word.weight }
    for (word, term) in table.terms.enumerated() {
      for (index, code) in facet.codes.enumerated() {
        let weight = fitted.words[word * problem.codes + index]
        if weight != 0 { words[code.id, default: [:]][term, default: 0] += weight }
      }
    }
    var corrections = start?.corrections ?? [:]
    for (index, rule) in rules.enumerated() where fitted.corrections[index] != 0 {
      corrections[rule, default: 0] += fitted.corrections[index]
    }
    var codeByRule: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { codeByRule[rule] = problem.ruleCodes[index] }
    return TunedFacet(
      facet: facet.id,
      calibration: Calibration(facet: facet.id, cutoff: cutoff, constants: constants, coefficients: coefficients),
      words: facet.codes.flatMap { code in
        (words[code.id] ?? [:]).map { (code.id, $0.key, $0.value.rounded(to: 2, cap: 3)) }.filter { $0.2 != 0 }
          .sorted { ($1.2, $0.1) < ($0.2, $1.1) }
      },
      corrections: corrections.sorted { $0.key < $1.key }.compactMap { rule, weight in
        let code = codeByRule[rule].map { facet.codes[$0].id } ?? start?.codeByRule[rule]
        return code.map { ($0, RuleCorrection(rule: rule, weight: weight.rounded(to: 2, cap: 3))) }
      },
      crossValidated: crossValidated)
  }
}
