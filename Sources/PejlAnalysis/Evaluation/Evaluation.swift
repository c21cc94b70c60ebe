public import PejlCodebook

/// How well the tags agree with a person's codes.
public struct Evaluation: Sendable {
  /// What came of one level.
  public struct LevelResult: Sendable, Hashable {
    /// The level.
    public let level: CodingLevel
    /// The micro average, and the mean over paragraphs.
    public let tally: Tally
    /// Where the micro F1 lies with 95 % confidence; nil when there are too few units to tell.
    public let microInterval: Interval?
    /// Where the mean F1 lies.
    public let meanInterval: Interval?
  }

  /// What came of one code.
  public struct CodeResult: Sendable, Hashable {
    /// The code.
    public let code: Code
    /// Its own score.
    public let score: Score
  }

  /// The codebook that the tags are from.
  public let codebook: Codebook
  /// The paragraphs that were compared.
  public let paragraphs: [CodedParagraph]
  /// What was drawn for the intervals.
  public let unit: Bootstrap.Unit
  /// The levels whose facet the person coded.
  public let levels: [LevelResult]
  /// Each code's own score, in the codebook's order, without those of facets that the person did not code.
  public let codes: [CodeResult]
  /// The codes of the strategy that are taken for one another, the most frequent first.
  public let confusions: [Confusion]
  /// How each rule fared.
  public let rules: [RuleUse]
  /// By level: what each unit of resampling adds.
  let tallies: [CodingLevel: [Tally]]

  /// Compares the paragraphs, which are from gold files that code the same facets.
  public init(_ paragraphs: [CodedParagraph], codebook: Codebook, by unit: Bootstrap.Unit = .paragraph) {
    self.codebook = codebook
    self.paragraphs = paragraphs
    self.unit = unit
    let coded = codebook.facets.filter { facet in paragraphs.contains { $0.gold.codes[facet.id] != nil } }
    let view = LevelView(codebook)
    let units = Self.units(paragraphs, unit)
    let shown = CodingLevel.allCases.filter { level in coded.contains { $0.id == level.facet } }
    let tallies = Dictionary(
      uniqueKeysWithValues: shown.map { level in
        let single = paragraphs.map {
          Tally(gold: view.codes($0.gold.codes, level), predicted: view.codes($0.predicted, level))
        }
        return (level, units.map { Self.sum($0, single) })
      })
    self.tallies = tallies
    let intervals = Bootstrap(units: units.count).intervals { drawn in
      shown.flatMap { level -> [Double] in
        let sum = Self.sum(drawn, tallies[level] ?? [])
        return [sum.score.f1, sum.mean]
      }
    }
    levels = shown.enumerated().map { index, level in
      let all = tallies[level] ?? []
      return LevelResult(
        level: level, tally: Self.sum(Array(all.indices), all), microInterval: intervals?[2 * index],
        meanInterval: intervals?[2 * index + 1])
    }
    codes = coded.flatMap { facet in
      facet.codes.map { code in
        var score = Score()
        for paragraph in paragraphs {
          score += Score(
            gold: (paragraph.gold.codes[facet.id] ?? []).intersection([code.id]),
            predicted: (paragraph.predicted[facet.id] ?? []).intersection([code.id]))
        }
        return CodeResult(code: code, score: score)
      }
    }
    confusions = Confusion.all(paragraphs, order: codebook.codes(.strategy).map(\.id))
    rules = RuleUse.all(paragraphs, codebook, facets: coded.map(\.id))
  }

  /// The number of units that were drawn from.
  public var units: Int { tallies.values.first?.count ?? 0 }

  /// The facets that the person coded, in the order of reports.
  public var facets: [Facet] { codebook.facets.filter { facet in levels.contains { $0.level.facet == facet.id } } }

  /// The mistakes of one kind in one facet, the worst first.
  public func mistakes(_ kind: Mistake.Kind, _ facet: Facet) -> [Mistake] {
    let order = Dictionary(facet.codes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return Mistake.all(paragraphs, kind, facet, order: order)
  }

  /// The sum of those of `tallies` that stand at `places`.
  static func sum(_ places: [Int], _ tallies: [Tally]) -> Tally {
    var sum = Tally()
    for place in places { sum += tallies[place] }
    return sum
  }

  /// The paragraphs of each unit, in the order in which they appear.
  private static func units(_ paragraphs: [CodedParagraph], _ unit: Bootstrap.Unit) -> [[Int]] {
    guard unit == .file else { return paragraphs.indices.map { [$0] } }
    var order: [String: Int] = [:]
    var units: [[Int]] = []
    for (index, paragraph) in paragraphs.enumerated() {
      if let place = order[paragraph.source] {
        units[place].append(index)
      } else {
        order[paragraph.source] = units.count
        units.append([index])
      }
    }
    return units
  }
}
