internal import PejlCache
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

  /// The facets of `head` by identifier.
  static func all(_ head: CodebookHead) -> [Facet.ID: CompiledFacet] {
    Dictionary(head.facets.map { ($0.id, CompiledFacet($0)) }) { first, _ in first }
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

  init(_ calibration: Calibration, _ facet: Facet, _ head: CodebookHead) {
    self.calibration = calibration
    names = Figure.names(facet.id, beside: head.codes)
    coefficients = names.map { calibration.coefficients[$0] ?? 0 }
    constants = facet.codes.map { calibration.constants[$0.id] ?? 0 }
    corrections = head.corrections
  }

  /// The calibrations of `head` by facet.
  static func all(_ head: CodebookHead) -> [Facet.ID: CompiledCalibration] {
    var all: [Facet.ID: CompiledCalibration] = [:]
    for calibration in head.calibrations {
      guard let facet = head.facet(calibration.facet) else { continue }
      all[facet.id] = CompiledCalibration(calibration, facet, head)
    }
    return all
  }
}

/// The learned words of all facets, by the sets that show them.
struct CompiledLearnedWords: Sendable {
  /// By word, in the order of sets: what it is called among the reasons for a tag.
  private(set) var names: [String] = []
  /// By word: what it adds, and to what.
  private(set) var weights: [Weight] = []
  /// By set: where the words that it shows begin in ``names``; and behind the last where they end.
  private var bounds: [Int32] = [0]
  /// By facet: the place of its first code among those of all facets.
  private(set) var start: [Facet.ID: Int] = [:]
  /// The number of the codes of all facets.
  private(set) var codes = 0

  /// What a word adds.
  struct Weight: BitwiseCopyable {
    /// The place of its code among those of all facets.
    let code: Int
    let weight: Double
  }

  init() {}

  /// The `learned` words, each with its set.
  init(_ learned: [(word: LearnedWord, set: Int)], _ facets: [Facet], sets: Int) {
    place(facets)
    var bySet = [[(name: String, weight: Weight)]](repeating: [], count: sets)
    for (word, set) in learned {
      for facet in facets {
        guard let code = facet.codes.firstIndex(where: { $0.id == word.code }) else { continue }
        let weight = Weight(code: (start[facet.id] ?? 0) + code, weight: word.weight)
        bySet[set].append((Tag.Reason.learnedMark + word.term.source, weight))
      }
    }
    for words in bySet {
      names += words.map(\.name)
      weights += words.map(\.weight)
      bounds.append(Int32(names.count))
    }
  }

  /// The words that a set shows, as places in ``names``.
  @inline(__always)
  func words(ofSet set: Int) -> Range<Int> { Int(bounds[set])..<Int(bounds[set + 1]) }

  private mutating func place(_ facets: [Facet]) {
    for facet in facets {
      start[facet.id] = codes
      codes += facet.codes.count
    }
  }

  func write(to writer: inout CacheWriter) {
    writer.each(names) { $0.text($1) }
    writer.list(weights)
    writer.list(bounds)
  }

  init(_ reader: inout CacheReader, _ facets: [Facet]) throws {
    names = try reader.each { try $0.text() }
    weights = try reader.list()
    bounds = try reader.list()
    place(facets)
  }
}
