public import PejlCodebook
internal import PejlTagging

/// A code on a paragraph that one codebook sets and the other does not.
public struct Change: Sendable, Hashable {
  /// A reason that speaks otherwise than before.
  public struct Reason: Sendable, Hashable {
    /// The rule, or a name such as `quotation`.
    public let rule: String
    /// The code that it speaks for.
    public let code: String
    /// What it added to the score before; nil when it did not speak.
    public let before: Double?
    /// What it adds now; nil when it does not speak.
    public let after: Double?
  }

  /// The paragraph, as a place in the evaluation.
  public let paragraph: Int
  /// The facet of the code.
  public let facet: Facet.ID
  /// The code.
  public let code: String
  /// Whether the codebook that is evaluated sets it.
  public let isSet: Bool
  /// Whether the person set it.
  public let isGold: Bool
  /// The reasons for the code that changed, by name; when none did, those for the other codes of the facet, which may push
  /// the code out or make room for it. Empty when all evidence is the same: then the threshold, the limit or the paragraph's
  /// frame decided.
  public let reasons: [Reason]

  /// Whether the change made the paragraph right in this code.
  public var isRight: Bool { isSet == isGold }

  /// The codes of one paragraph and facet on which two codebooks differ, by name.
  static func all(
    _ index: Int, before: CodedParagraph, after: CodedParagraph, facet: Facet.ID
  ) -> [Change] {
    let old = before.predicted[facet] ?? []
    let new = after.predicted[facet] ?? []
    let changed = old.symmetricDifference(new).sorted()
    guard !changed.isEmpty else { return [] }
    let all = (old.union(new).union((before.rejected + after.rejected).filter { $0.facet == facet }.map(\.code)))
      .sorted()
    let reasons = Dictionary(uniqueKeysWithValues: all.map { ($0, self.reasons($0, facet, before, after)) })
    return changed.map { code in
      let own = reasons[code] ?? []
      let others = all.filter { $0 != code }.flatMap { reasons[$0] ?? [] }
      return Change(
        paragraph: index, facet: facet, code: code, isSet: new.contains(code),
        isGold: after.gold.codes[facet]?.contains(code) == true, reasons: own.isEmpty ? others : own)
    }
  }

  private static func reasons(
    _ code: String, _ facet: Facet.ID, _ before: CodedParagraph, _ after: CodedParagraph
  ) -> [Reason] {
    let old = weights(before, facet, code)
    let new = weights(after, facet, code)
    return Set(old.keys).union(new.keys).sorted().compactMap { rule in
      let (old, new) = (old[rule], new[rule])
      if let old, let new, abs(old - new) < 1e-9 { return nil }
      return Reason(rule: rule, code: code, before: old, after: new)
    }
  }

  /// What each reason adds to the code, in the passage where it adds most.
  private static func weights(_ paragraph: CodedParagraph, _ facet: Facet.ID, _ code: String) -> [String: Double] {
    let tags = (paragraph.tags + paragraph.rejected).filter { $0.facet == facet && $0.code == code }
    return Dictionary(tags.flatMap(\.reasons).map { ($0.rule, $0.weight) }) { max($0, $1) }
  }
}
