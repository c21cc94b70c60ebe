internal import Glibc
package import PejlAnalysis
package import PejlCodebook
internal import PejlTagging

/// What tuning made of one facet.
package struct TunedFacet: Sendable {
  /// The facet.
  package let facet: Facet.ID
  /// How it decides.
  package let calibration: Calibration
  /// The learned words: what of the term, code and weight.
  package let words: [(code: String, term: String, weight: Double)]
  /// The corrections of rules.
  package let corrections: [(code: String, correction: RuleCorrection)]
  /// By author: how well the codes of the author's passages were found by what the others taught.
  package let crossValidated: [(author: String, score: Score)]

  /// A facet that keeps what it has learnt.
  init(_ facet: Facet, _ start: FacetTuner.Starting) {
    self.facet = facet.id
    calibration = start.calibration
    words = start.words.map { ($0.code, $0.term.source, $0.weight) }
    corrections = start.corrections.sorted { $0.key < $1.key }.compactMap { rule, weight in
      start.codeByRule[rule].map { ($0, RuleCorrection(rule: rule, weight: weight)) }
    }
    crossValidated = []
  }

  init(
    facet: Facet.ID, calibration: Calibration, words: [(code: String, term: String, weight: Double)],
    corrections: [(code: String, correction: RuleCorrection)], crossValidated: [(author: String, score: Score)]
  ) {
    self.facet = facet
    self.calibration = calibration
    self.words = words
    self.corrections = corrections
    self.crossValidated = crossValidated
  }

  /// The scores of all authors together.
  package var overall: Score { crossValidated.map(\.score).reduce(Score(), +) }
}

/// Fits the calibration and the learned words of one facet.
struct FacetTuner: Sendable {
  let facet: Facet
  let names: [String]
  let examples: [CodedObservation]
  let table: WordTable
  let options: TuningOptions

  /// What the facet decides by before; nil to begin from nothing.
  let start: Starting?

  /// An earlier calibration that the fit starts from and stays near.
  struct Starting: Sendable {
    let calibration: Calibration
    let words: [LearnedWord]
    let corrections: [String: Double]
    /// The code of each rule of the facet.
    let codeByRule: [String: String]
  }

  /// The fit to `rows`, with few, small and round weights of words.
  private func fit(_ problem: LearningProblem, _ rows: [Int]) -> LearnedParameters {
    let learner = SparseLogistic(
      penalty: options.penalty, ridge: options.ridge, steps: options.steps,
      hold: start.map { _ in SparseLogistic.Hold(shift: options.shift, spread: options.spread) })
    return prune(learner.fit(problem, rows: rows), problem, rows)
  }

  /// Fits on all examples, after each author has been left out once to choose the cutoff and to tell what to expect.
  func tune() async -> TunedFacet {
    let layout = ProblemLayout(
      facet: facet, examples: examples, table: table, start: start, names: names)
    let problem = layout.problem
    let authors = Array(Set(examples.map(\.author))).sorted()
    var certainties = [[Double]](repeating: [], count: examples.count)
    if authors.count > 1 {
      let parts = await withTaskGroup(of: [(Int, [Double])].self) { group in
        for author in authors {
          group.addTask {
            let others = examples.indices.filter { examples[$0].author != author }
            let fitted = fit(problem, others)
            return examples.indices.filter { examples[$0].author == author }.map {
              ($0, problem.certainties(fitted, $0))
            }
          }
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      for (row, values) in parts { certainties[row] = values }
    }
    let fitted = fit(problem, Array(examples.indices))
    if authors.count < 2 {
      for row in examples.indices { certainties[row] = problem.certainties(fitted, row) }
    }
    let cutoff = start?.calibration.cutoff ?? bestCutoff(certainties)
    let validated = authors.map { author in
      (author, score(certainties, cutoff, examples.indices.filter { examples[$0].author == author }))
    }
    return layout.tuned(fitted, cutoff: cutoff, crossValidated: validated)
  }

  /// `fitted` with few, small and round weights of words, as a codebook shall hold them.
  private func prune(_ fitted: LearnedParameters, _ problem: LearningProblem, _ rows: [Int]) -> LearnedParameters {
    var passages = [Int](repeating: 0, count: problem.wordCount)
    for row in rows { for word in problem.words[row] { passages[Int(word)] += 1 } }
    var result = fitted
    for code in 0..<problem.codes {
      var weighed: [(word: Int, worth: Double)] = []
      for word in 0..<problem.wordCount {
        let weight = fitted.words[word * problem.codes + code].rounded(to: 2, cap: options.cap)
        result.words[word * problem.codes + code] = 0
        if abs(weight) >= options.least {
          weighed.append((word, abs(weight) * Double(passages[word]).squareRoot()))
        }
      }
      weighed.sort { ($1.worth, $0.word) < ($0.worth, $1.word) }
      for (word, _) in weighed.prefix(options.wordsPerCode) {
        let place = word * problem.codes + code
        result.words[place] = fitted.words[place].rounded(to: 2, cap: options.cap)
      }
    }
    for rule in result.corrections.indices {
      let weight = fitted.corrections[rule].rounded(to: 2, cap: options.cap)
      result.corrections[rule] = abs(weight) >= options.least ? weight : 0
    }
    return result
  }

  /// With fewer passages of whole answers the cutoff is chosen on all passages.
  private static let leastInAnswers = 200

  /// A cutoff whose F1 over the passages of whole answers is this near the best is as good.
  private static let tolerance = 0.01

  /// The cutoff with the best F1 over the passages of whole answers; of several that are as good the most careful one,
  /// since F1 is flat there and a code that is not there misleads more than one that is missing.
  private func bestCutoff(_ certainties: [[Double]]) -> Double {
    let tried = (15...65).map { Double($0) / 100 }
    let inAnswers = examples.indices.filter { examples[$0].isInAnswer }
    let rows = inAnswers.count >= Self.leastInAnswers ? inAnswers : Array(examples.indices)
    let scores = tried.map { score(certainties, $0, rows).f1 }
    let best = scores.max() ?? 0
    return tried.indices.last { scores[$0] >= best - Self.tolerance }.map { tried[$0] } ?? 0.5
  }

  private func score(_ certainties: [[Double]], _ cutoff: Double, _ rows: [Int]) -> Score {
    var score = Score()
    for row in rows {
      score += Score(
        gold: examples[row].codes[facet.id] ?? [],
        predicted: facet.decide(certainties[row], cutoff: cutoff, named: examples[row].observation.named))
    }
    return score
  }
}

extension Facet {
  /// The codes that become tags when nothing but certainties and explicit references decide.
  func decide(_ certainties: [Double], cutoff: Double, named: Set<String>) -> Set<String> {
    let ranked = certainties.indices.filter { certainties[$0] >= cutoff }
      .sorted { certainties[$0] == certainties[$1] ? $0 < $1 : certainties[$0] > certainties[$1] }
    var chosen = Set(ranked.prefix(limit).map { codes[$0].id })
    if id == .strategy { chosen.formUnion(named) }
    let parents = Set(codes.filter { chosen.contains($0.id) }.compactMap(\.parent))
    return chosen.subtracting(parents.subtracting(named))
  }
}

extension Double {
  /// The value with so many decimals and at most `cap` either way.
  func rounded(to decimals: Int, cap: Double = .infinity) -> Double {
    let scale = pow(10, Double(decimals))
    return (Swift.min(Swift.max(self, -cap), cap) * scale).rounded() / scale
  }
}
