public import PejlCodebook

/// Two codebooks on the same coded paragraphs.
public struct Comparison: Sendable {
  /// A level before and after.
  public struct LevelChange: Sendable, Hashable {
    /// The level.
    public let level: CodingLevel
    /// With the other codebook.
    public let before: Tally
    /// With the codebook that is evaluated.
    public let after: Tally
    /// The paired interval of the difference between the micro F1; nil when there are too few units to tell.
    public let microInterval: Interval?
    /// The paired interval of the difference between the mean F1.
    public let meanInterval: Interval?

    /// What the micro F1 has gained.
    public var microDifference: Double { after.score.f1 - before.score.f1 }
    /// What the mean F1 has gained.
    public var meanDifference: Double { after.mean - before.mean }
  }

  /// A code before and after; nil where a codebook does not have it.
  public struct CodeChange: Sendable, Hashable {
    /// The code.
    public let code: Code
    /// With the other codebook.
    public let before: Score?
    /// With the codebook that is evaluated.
    public let after: Score?

    /// What the F1 has gained; nil when one codebook lacks the code.
    public var difference: Double? { after.flatMap { after in before.map { after.f1 - $0.f1 } } }
  }

  /// The other codebook.
  public let codebook: Codebook
  /// The levels.
  public let levels: [LevelChange]
  /// The codes of the codebook that is evaluated, then those that only the other has.
  public let codes: [CodeChange]
  /// The decisions that changed, by paragraph, then facet, then code.
  public let changes: [Change]

  /// Compares what two codebooks made of the same paragraphs, which stand in the same order in both.
  public init(before: Evaluation, after: Evaluation) {
    precondition(before.paragraphs.map(\.gold.name) == after.paragraphs.map(\.gold.name), "both read the same gold")
    codebook = before.codebook
    let shown = after.levels.map(\.level).filter { before.tallies[$0] != nil }
    func tallies(_ level: CodingLevel) -> (before: [Tally], after: [Tally]) {
      (before.tallies[level] ?? [], after.tallies[level] ?? [])
    }
    let intervals = Bootstrap(units: after.units).intervals { drawn in
      shown.flatMap { level -> [Double] in
        let own = tallies(level)
        let (old, new) = (Evaluation.sum(drawn, own.before), Evaluation.sum(drawn, own.after))
        return [new.score.f1 - old.score.f1, new.mean - old.mean]
      }
    }
    levels = shown.enumerated().map { index, level in
      let own = tallies(level)
      let all = Array(own.after.indices)
      return LevelChange(
        level: level, before: Evaluation.sum(all, own.before), after: Evaluation.sum(all, own.after),
        microInterval: intervals?[2 * index], meanInterval: intervals?[2 * index + 1])
    }
    func score(_ evaluation: Evaluation, _ code: Code) -> Score? {
      evaluation.codes.first { $0.code.id == code.id && $0.code.facet == code.facet }?.score
    }
    let gone = before.codes.map(\.code).filter { score(after, $0) == nil }
    codes = (after.codes.map(\.code) + gone).map {
      CodeChange(code: $0, before: score(before, $0), after: score(after, $0))
    }
    let facets = after.facets.map(\.id)
    changes = after.paragraphs.indices.flatMap { index in
      facets.flatMap {
        Change.all(index, before: before.paragraphs[index], after: after.paragraphs[index], facet: $0)
      }
    }
  }
}
