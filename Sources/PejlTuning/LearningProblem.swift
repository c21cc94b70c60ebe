/// What a calibration is fitted on, in numbers: one row a passage, one column a code.
struct LearningProblem: Sendable {
  /// The number of codes.
  let codes: Int
  /// The number of figures of each code.
  let figures: Int
  /// By row, code and figure: the figures, each divided by its spread.
  let values: [Double]
  /// By figure: what its values were divided by.
  let spreads: [Double]
  /// By row: the learnable words that stand in the passage.
  let words: [[Int32]]
  /// The number of learnable words.
  let wordCount: Int
  /// By row: the rules that hold.
  let rules: [[Int32]]
  /// By rule: the place of its code.
  let ruleCodes: [Int]
  /// By row and code: what the sum is before anything is fitted.
  let offsets: [Double]
  /// By row and code: 1 where the person set the code.
  let targets: [Double]

  /// The number of rows.
  var rows: Int { words.count }
}

/// What was fitted.
struct LearnedParameters: Sendable {
  /// By code.
  var constants: [Double]
  /// By figure, for figures divided by their spread.
  var coefficients: [Double]
  /// By word and code.
  var words: [Double]
  /// By rule.
  var corrections: [Double]
}
