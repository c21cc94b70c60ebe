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

  /// How firmly the average of the constants is held where it is, when a codebook is adapted.
  package var shift = 5.0
  /// The quadratic penalty on how far each constant strays from the others, when a codebook is adapted.
  package var spread = 50.0

  /// The usual options.
  package init() {}

  /// The options for few decisions: with the usual ones a codebook loses more than it gains.
  package static var adapting: TuningOptions {
    var options = TuningOptions()
    options.penalty = 3
    options.ridge = 100
    return options
  }
}
