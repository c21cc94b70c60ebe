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

    /// What the name of a learned word begins with.
    static let learnedMark = "word:"
    /// Whether it is a learned word, not a rule.
    public var isLearned: Bool { rule.utf8.starts(with: Self.learnedMark.utf8) }

    /// A reason.
    public init(rule: String, weight: Double, evidence: [TextSpan]) {
      self.rule = rule
      self.weight = weight
      self.evidence = evidence
    }
  }

  /// How a calibration weighed the code: a sum that a person can follow.
  public struct Sum: Sendable, Hashable {
    /// One part of the sum.
    public struct Part: Sendable, Hashable {
      /// The figure's name, `constant`, `correction:` with a rule, or `word:` with a learned word.
      public let name: String
      /// The figure's value in the passage; 1 for what is there or not.
      public let value: Double
      /// What it adds.
      public let adds: Double

      /// The learned word that the part is, if it is one.
      public var learnedWord: Substring? {
        let mark = Reason.learnedMark.utf8
        return name.utf8.starts(with: mark) ? Substring(name.utf8.dropFirst(mark.count)) : nil
      }

      /// A part.
      public init(name: String, value: Double, adds: Double) {
        self.name = name
        self.value = value
        self.adds = adds
      }
    }

    /// The parts, the constant first; those that add nothing are left out.
    public let parts: [Part]
    /// The logistic function of the sum, from 0 to 1.
    public let certainty: Double

    /// A sum.
    public init(parts: [Part], certainty: Double) {
      self.parts = parts
      self.certainty = certainty
    }
  }

  /// The code.
  public let code: String
  /// Its facet.
  public let facet: Facet.ID
  /// What the tag rests on.
  public let basis: Basis
  /// The sum of the weights of the rules.
  public let score: Double
  /// The reasons: rules, then learned words, the weightiest first.
  public let reasons: [Reason]
  /// How the facet's calibration weighed it, where the facet has one.
  public let sum: Sum?

  /// A tag.
  public init(code: String, facet: Facet.ID, basis: Basis, score: Double, reasons: [Reason], sum: Sum? = nil) {
    self.code = code
    self.facet = facet
    self.basis = basis
    self.score = score
    self.reasons = reasons
    self.sum = sum
  }

  /// All evidence, joined where it overlaps.
  public var evidence: [TextSpan] { TextSpan.merged(reasons.flatMap(\.evidence)) }

  /// Of the learned words so many are worth a reader's eye; the others add little each.
  private static let tellingWords = 3
  /// A learned word of less weight is worth a reader's eye only where no rule spoke.
  private static let tellingWeight = 0.5

  /// The evidence of ``tellingReasons``, joined where it overlaps.
  public var tellingEvidence: [TextSpan] { TextSpan.merged(tellingReasons.flatMap(\.evidence)) }

  /// What a reader should see first: the rules, and the weightiest learned words.
  public var tellingReasons: [Reason] {
    let rules = reasons.filter { !$0.isLearned }
    let words = reasons.filter { $0.isLearned && (rules.isEmpty || $0.weight >= Self.tellingWeight) }
      .prefix(Self.tellingWords)
    return rules + words
  }
}
