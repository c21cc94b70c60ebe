internal import PejlCodebook

/// A calibration with its figures in the order in which they are measured.
struct CompiledCalibration: Sendable {
  let calibration: Calibration
  let names: [String]
  /// By figure.
  let coefficients: [Double]
  /// By code in the facet's order.
  let constants: [Double]
  /// By rule: what is added where it holds.
  let corrections: [String: Double]

  init(_ calibration: Calibration, _ facet: Facet, _ codebook: Codebook) {
    self.calibration = calibration
    names = Figure.names(facet.id, in: codebook)
    coefficients = names.map { calibration.coefficients[$0] ?? 0 }
    constants = facet.codes.map { calibration.constants[$0.id] ?? 0 }
    corrections = Dictionary(codebook.corrections.map { ($0.rule, $0.weight) }) { first, _ in first }
  }
}

/// A learned word with its code as a number.
struct CompiledLearnedWord: Sendable {
  let facet: Facet.ID
  /// The place of its code in the facet.
  let code: Int
  let weight: Double
  let name: String
}
