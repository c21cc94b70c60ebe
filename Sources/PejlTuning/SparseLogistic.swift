internal import Glibc

/// Logistic regressions of all codes of a facet at once: coefficients in common, constants and words of their own.
///
/// Words and corrections of rules carry an absolute penalty, so that most of them become nothing; coefficients a quadratic one.
/// The method is accelerated proximal gradient descent (Beck and Teboulle 2009). Sums run in a fixed order: the same rows give
/// the same numbers.
struct SparseLogistic: Sendable {
  /// How much the sum of the gradients of a word must exceed before the word gets a weight.
  let penalty: Double
  /// The quadratic penalty on coefficients.
  let ridge: Double
  /// The number of steps.
  let steps: Int
  /// How constants are held near where they start; nil leaves them free.
  let hold: Hold?

  /// The quadratic penalties on constants that start from an earlier fit.
  struct Hold: Sendable {
    /// On their average: how common codes are with this hearing or coder.
    let shift: Double
    /// On how far each strays from the average.
    let spread: Double
  }

  /// Fits the rows of `problem` whose numbers stand in `rows`.
  func fit(_ problem: LearningProblem, rows: [Int]) -> LearnedParameters {
    var state = State(problem)
    var previous = state.parameters
    var momentum = 1.0
    let step = 1 / curvature(problem, rows)
    let threshold = penalty / Double(max(rows.count, 1)) * step
    for _ in 0..<steps {
      let gradient = state.gradient(problem, rows, ridge: ridge / Double(max(rows.count, 1)), hold)
      var next = state.parameters
      for index in next.constants.indices { next.constants[index] -= step * gradient.constants[index] }
      for index in next.coefficients.indices { next.coefficients[index] -= step * gradient.coefficients[index] }
      Self.shrink(&next.words, by: step, gradient.words, threshold)
      Self.shrink(&next.corrections, by: step, gradient.corrections, threshold)
      let following = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
      let push = (momentum - 1) / following
      state.parameters = Self.pushed(next, from: previous, by: push)
      previous = next
      momentum = following
    }
    return previous
  }

  private static func shrink(_ values: inout [Double], by step: Double, _ gradient: [Double], _ threshold: Double) {
    values.withUnsafeMutableBufferPointer { values in
      gradient.withUnsafeBufferPointer { gradient in
        for index in values.indices {
          let moved = values[index] - step * gradient[index]
          values[index] = moved > threshold ? moved - threshold : moved < -threshold ? moved + threshold : 0
        }
      }
    }
  }

  private static func pushed(
    _ next: LearnedParameters, from previous: LearnedParameters, by push: Double
  ) -> LearnedParameters {
    func mix(_ new: [Double], _ old: [Double]) -> [Double] {
      var result = new
      result.withUnsafeMutableBufferPointer { result in
        old.withUnsafeBufferPointer { old in
          for index in result.indices { result[index] += push * (result[index] - old[index]) }
        }
      }
      return result
    }
    return LearnedParameters(
      constants: mix(next.constants, previous.constants), coefficients: mix(next.coefficients, previous.coefficients),
      words: mix(next.words, previous.words), corrections: mix(next.corrections, previous.corrections))
  }

  /// An upper bound of how fast the gradient can turn: the greatest eigenvalues of figures and words, by power iteration.
  private func curvature(_ problem: LearningProblem, _ rows: [Int]) -> Double {
    let scale = 1 / Double(max(rows.count, 1))
    var figures = [Double](repeating: 1, count: problem.figures)
    var largestFigures = 0.0
    var words = [Double](repeating: 1, count: problem.wordCount)
    var largestWords = 0.0
    var rules = [Double](repeating: 1, count: problem.ruleCodes.count)
    var largestRules = 0.0
    for _ in 0..<20 {
      var next = [Double](repeating: 0, count: problem.figures)
      for row in rows {
        for code in 0..<problem.codes {
          let start = (row * problem.codes + code) * problem.figures
          var dot = 0.0
          for figure in 0..<problem.figures { dot += problem.values[start + figure] * figures[figure] }
          for figure in 0..<problem.figures { next[figure] += problem.values[start + figure] * dot * scale }
        }
      }
      largestFigures = next.map { $0 * $0 }.reduce(0, +).squareRoot()
      figures = next.map { $0 / max(largestFigures, 1e-12) }
      var nextWords = [Double](repeating: 0, count: problem.wordCount)
      for row in rows {
        let dot = problem.words[row].reduce(0.0) { $0 + words[Int($1)] }
        for word in problem.words[row] { nextWords[Int(word)] += dot * scale }
      }
      largestWords = nextWords.map { $0 * $0 }.reduce(0, +).squareRoot()
      words = nextWords.map { $0 / max(largestWords, 1e-12) }
      var nextRules = [Double](repeating: 0, count: rules.count)
      for row in rows {
        let dot = problem.rules[row].reduce(0.0) { $0 + rules[Int($1)] }
        for rule in problem.rules[row] { nextRules[Int(rule)] += dot * scale }
      }
      largestRules = nextRules.map { $0 * $0 }.reduce(0, +).squareRoot()
      rules = nextRules.map { $0 / max(largestRules, 1e-12) }
    }
    return 0.25 * (largestFigures + largestWords + largestRules + 1) + max(ridge, hold?.spread ?? 0, hold?.shift ?? 0)
      * scale
  }
}

/// The point at which a gradient is taken.
private struct State {
  var parameters: LearnedParameters

  init(_ problem: LearningProblem) {
    parameters = LearnedParameters(
      constants: Array(repeating: 0, count: problem.codes),
      coefficients: Array(repeating: 0, count: problem.figures),
      words: Array(repeating: 0, count: problem.wordCount * problem.codes),
      corrections: Array(repeating: 0, count: problem.ruleCodes.count))
  }

  func gradient(
    _ problem: LearningProblem, _ rows: [Int], ridge: Double, _ hold: SparseLogistic.Hold?
  ) -> LearnedParameters {
    var result = State(problem).parameters
    let codes = problem.codes
    let scale = 1 / Double(max(rows.count, 1))
    var slope = [Double](repeating: 0, count: codes)
    result.words.withUnsafeMutableBufferPointer { wordGradient in
      parameters.words.withUnsafeBufferPointer { weights in
        for row in rows {
          problem.sums(parameters, row, weights, into: &slope)
          for code in 0..<codes {
            slope[code] = (1 / (1 + exp(-slope[code])) - problem.targets[row * codes + code]) * scale
            result.constants[code] += slope[code]
            let start = (row * codes + code) * problem.figures
            for figure in 0..<problem.figures {
              result.coefficients[figure] += slope[code] * problem.values[start + figure]
            }
          }
          for rule in problem.rules[row] { result.corrections[Int(rule)] += slope[problem.ruleCodes[Int(rule)]] }
          for word in problem.words[row] {
            let start = Int(word) * codes
            for code in 0..<codes { wordGradient[start + code] += slope[code] }
          }
        }
      }
    }
    for figure in result.coefficients.indices {
      result.coefficients[figure] += ridge * parameters.coefficients[figure]
    }
    if let hold {
      let average = parameters.constants.reduce(0, +) / Double(max(codes, 1))
      for code in 0..<codes {
        let strays = parameters.constants[code] - average
        result.constants[code] += (hold.spread * strays + hold.shift * average) * scale
      }
    }
    return result
  }
}

extension LearningProblem {
  /// The sums of all codes in one row.
  func sums(
    _ parameters: LearnedParameters, _ row: Int, _ weights: UnsafeBufferPointer<Double>, into sums: inout [Double]
  ) {
    for code in 0..<codes {
      let start = (row * codes + code) * figures
      var sum = offsets[row * codes + code] + parameters.constants[code]
      for figure in 0..<figures { sum += parameters.coefficients[figure] * values[start + figure] }
      sums[code] = sum
    }
    for rule in rules[row] { sums[ruleCodes[Int(rule)]] += parameters.corrections[Int(rule)] }
    for word in words[row] {
      let start = Int(word) * codes
      for code in 0..<codes { sums[code] += weights[start + code] }
    }
  }

  /// By code: how certain the fitted sums are in one row.
  func certainties(_ parameters: LearnedParameters, _ row: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: codes)
    parameters.words.withUnsafeBufferPointer { self.sums(parameters, row, $0, into: &sums) }
    return sums.map { 1 / (1 + exp(-$0)) }
  }
}
