internal import PejlCodebook

/// A facet with its codes and their guideposts at hand by place.
struct CompiledFacet: Sendable {
  let id: Facet.ID
  /// The identifiers of its codes in order.
  let codes: [String]
  /// By code: the guidepost that it is or belongs to.
  let guideposts: [String]
  /// By code: a number that codes of one guidepost share, less than the number of codes.
  let family: [Int]
  private let places: [String: Int]

  init(_ facet: Facet) {
    id = facet.id
    codes = facet.codes.map(\.id)
    guideposts = facet.codes.map { $0.parent ?? $0.id }
    places = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
    var numbers: [String: Int] = [:]
    family = guideposts.map { guidepost in
      let number = numbers[guidepost] ?? numbers.count
      numbers[guidepost] = number
      return number
    }
  }

  /// The guidepost that a code is or belongs to.
  func guidepost(of code: String) -> String { places[code].map { guideposts[$0] } ?? code }
}

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

/// The learned words of all facets, by the sets that show them.
struct CompiledLearnedWords: Sendable {
  /// By word: what it is called among the reasons for a tag.
  private(set) var names: [String] = []
  /// By word: the place of its code among those of all facets, and the weight.
  private(set) var weights: [(code: Int, weight: Double)] = []
  /// By set: the words that it shows, as places in ``names``.
  private(set) var bySet = NumberLists()
  /// By facet: the place of its first code among those of all facets.
  private(set) var start: [Facet.ID: Int] = [:]
  /// The number of the codes of all facets.
  private(set) var codes = 0

  init() {}

  /// The `learned` words, each with its set.
  init(_ learned: [(word: LearnedWord, set: Int)], _ facets: [Facet], sets: Int) {
    for facet in facets {
      start[facet.id] = codes
      codes += facet.codes.count
    }
    var bySet = [[Int32]](repeating: [], count: sets)
    for (word, set) in learned {
      for facet in facets {
        guard let code = facet.codes.firstIndex(where: { $0.id == word.code }) else { continue }
        bySet[set].append(Int32(names.count))
        names.append(Tag.Reason.learnedMark + word.term.source)
        weights.append(((start[facet.id] ?? 0) + code, word.weight))
      }
    }
    self.bySet = NumberLists(bySet)
  }
}
