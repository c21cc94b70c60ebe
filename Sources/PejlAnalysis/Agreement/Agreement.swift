public import PejlCodebook

/// How well two coders agree who coded the same paragraphs.
public struct Agreement: Sendable {
  /// What came of one code.
  public struct CodeResult: Sendable, Hashable {
    /// The code.
    public let code: Code
    /// The decisions about it.
    public let decisions: BinaryAgreement
  }

  /// What came of one level.
  public struct LevelResult: Sendable {
    /// The level.
    public let level: CodingLevel
    /// Each code that may be set at the level, in the codebook's order.
    public let codes: [CodeResult]
    /// The decisions about all codes together: each code on each paragraph is one.
    public let pooled: BinaryAgreement
    /// The F1 of each paragraph in which either set a code, averaged.
    public let mean: Double
    /// AC1 of each code that either coder used, averaged without weights; nil when none was used.
    public let meanAC1: Double?
    /// Alpha over the sets of codes, by distance; nil without variation.
    public let setAlpha: [SetDistance: Double]

    /// The codes that either coder used.
    public var used: [CodeResult] { codes.filter(\.decisions.isUsed) }
  }

  /// The paragraphs that both coded.
  public let pairs: GoldPairs
  /// The levels whose facet both coded.
  public let levels: [LevelResult]

  /// Compares the coders of `pairs`, whose codes are those of `codebook`.
  public init(_ pairs: GoldPairs, codebook: Codebook) {
    self.pairs = pairs
    let view = LevelView(codebook)
    levels = CodingLevel.allCases.filter { pairs.facets.contains($0.facet) && !view.choices($0).isEmpty }.map { level in
      let sets = pairs.rows.map {
        (first: view.codes($0.first.codes, level), second: view.codes($0.second.codes, level))
      }
      let codes = view.choices(level).map { code in
        var decisions = BinaryAgreement()
        for (first, second) in sets {
          decisions.count(first: first.contains(code.id), second: second.contains(code.id))
        }
        return CodeResult(code: code, decisions: decisions)
      }
      var pooled = BinaryAgreement()
      for code in codes { pooled += code.decisions }
      let used = codes.filter(\.decisions.isUsed)
      var tally = Tally()
      for (first, second) in sets { tally += Tally(gold: first, predicted: second) }
      return LevelResult(
        level: level, codes: codes, pooled: pooled, mean: tally.mean,
        meanAC1: used.isEmpty ? nil : used.map(\.decisions.ac1).reduce(0, +) / Double(used.count),
        setAlpha: SetDistance.allCases.reduce(into: [:]) { $0[$1] = $1.alpha(sets) })
    }
  }
}
