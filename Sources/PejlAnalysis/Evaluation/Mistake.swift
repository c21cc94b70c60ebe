public import PejlCodebook
public import PejlTagging

/// A code on a paragraph on which Pejl and the person differ.
public struct Mistake: Sendable, Hashable {
  /// On which side the code is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Pejl set it, the person did not.
    case falsePositive = "false-positive"
    /// The person set it, Pejl did not.
    case falseNegative = "false-negative"
  }

  /// On which side the code is.
  public let kind: Kind
  /// The paragraph, as a place in the evaluation.
  public let paragraph: Int
  /// The facet of the code.
  public let facet: Facet.ID
  /// The code.
  public let code: String
  /// What spoke for the code: the tag, or the evidence that did not suffice; nil when nothing did.
  public let tag: Tag?

  /// The mistakes of one kind in one facet, the worst first: wrong tags by falling score, then missed codes by falling score
  /// of their evidence, and behind them those that nothing spoke for, in the order of the paragraphs.
  static func all(_ paragraphs: [CodedParagraph], _ kind: Kind, _ facet: Facet, order: [String: Int]) -> [Mistake] {
    let mistakes = paragraphs.indices.flatMap { index -> [Mistake] in
      let paragraph = paragraphs[index]
      let codes = kind == .falsePositive ? paragraph.wrong(facet.id) : paragraph.missed(facet.id)
      return codes.sorted { order[$0, default: .max] < order[$1, default: .max] }.map { code in
        let tag = kind == .falsePositive ? paragraph.tag(code, facet.id) : paragraph.nearMiss(code, facet.id)
        return Mistake(kind: kind, paragraph: index, facet: facet.id, code: code, tag: tag)
      }
    }
    return mistakes.enumerated().sorted { left, right in
      let (one, other) = (left.element.score, right.element.score)
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  private var score: Double { tag?.score ?? -.infinity }
}
