/// How a codebook is tuned.
package struct TuningOptions: Sendable {
  /// How much a word must explain to be learnt: the greater, the fewer words.
  package var penalty = 0.7
  /// How firmly coefficients are held near nothing.
  package var ridge = 5.0
  /// Steps of the fit.
  package var steps = 250
  /// The greatest number of words of one code.
  package var wordsPerCode = 500
  /// Words in fewer passages are not learnt.
  package var leastPassages = 3
  /// The greatest weight of a word, either way.
  package var cap = 1.5
  /// The least weight that is kept.
  package var least = 0.05

  /// The usual options.
  package init() {}
}
