public import PejlCodebook
public import PejlText

/// A code on a passage, with everything that explains it.
public struct Tag: Sendable, Hashable {
  /// What a tag rests on, the most certain first.
  public enum Basis: String, Sendable, Hashable, Comparable {
    /// A person decided it.
    case human
    /// The passage names the code by number, name or page.
    case reference
    /// The passage repeats the strategy's own words.
    case quotation
    /// Rules found words.
    case keyword
    /// The heading above names the code.
    case heading

    /// By certainty.
    public static func < (left: Basis, right: Basis) -> Bool { left.rank < right.rank }
    private var rank: Int {
      switch self {
      case .human: 0
      case .reference: 1
      case .quotation: 2
      case .keyword: 3
      case .heading: 4
      }
    }
  }

  /// One reason for the tag.
  public struct Reason: Sendable, Hashable {
    /// The rule, or a name such as `reference:number` for what is not a rule.
    public let rule: String
    /// What it added to the score.
    public let weight: Double
    /// The words that matched, as spans of the response's text, rising.
    public let evidence: [TextSpan]

    /// A reason.
    public init(rule: String, weight: Double, evidence: [TextSpan]) {
      self.rule = rule
      self.weight = weight
      self.evidence = evidence
    }
  }

  /// The code.
  public let code: String
  /// Its facet.
  public let facet: Facet.ID
  /// What the tag rests on.
  public let basis: Basis
  /// The sum that the reasons make.
  public let score: Double
  /// The reasons, the weightiest first.
  public let reasons: [Reason]

  /// A tag.
  public init(code: String, facet: Facet.ID, basis: Basis, score: Double, reasons: [Reason]) {
    self.code = code
    self.facet = facet
    self.basis = basis
    self.score = score
    self.reasons = reasons
  }

  /// All evidence, joined where it overlaps.
  public var evidence: [TextSpan] { TextSpan.merged(reasons.flatMap(\.evidence)) }
}
