public import PejlText

/// Words that show a code, with the examples that prove it.
public struct Rule: Sendable, Hashable {
  /// Its name, unique in the codebook.
  public let id: String
  /// The code that it speaks for; empty for a damper.
  public let code: String
  /// What it adds to the score of its code.
  public let weight: Double
  /// What it demands.
  public let condition: Condition
  /// The kinds of respondent that it is meant for; empty for all.
  public let respondentKinds: [String]
  /// Sentences that must and must not match.
  public let examples: [Example]
  /// The file that it stands in.
  public let path: String
  /// The line that it begins on.
  public let line: Int

  /// A rule.
  public init(
    id: String, code: String, weight: Double, condition: Condition, respondentKinds: [String] = [],
    examples: [Example], path: String, line: Int
  ) {
    self.id = id
    self.code = code
    self.weight = weight
    self.condition = condition
    self.respondentKinds = respondentKinds
    self.examples = examples
    self.path = path
    self.line = line
  }
}

/// A sentence that proves a rule.
public struct Example: Sendable, Hashable {
  /// The sentence without marks.
  public let text: String
  /// Where the evidence is, in bytes of `text`; empty for a sentence that must not match.
  public let marks: [TextSpan]
  /// Whether the rule must match.
  public let isHit: Bool
  /// The heading that it stands under.
  public let above: String?
  /// The passage before it.
  public let before: String?
  /// The line that it stands on.
  public let line: Int

  /// An example.
  public init(
    text: String, marks: [TextSpan], isHit: Bool, above: String? = nil, before: String? = nil, line: Int
  ) {
    self.text = text
    self.marks = marks
    self.isHit = isHit
    self.above = above
    self.before = before
    self.line = line
  }
}

/// Weakens the evidence that lies in sentences of a certain kind.
public struct Damper: Sendable, Hashable {
  /// What it demands, with its examples; its `code` is empty.
  public let rule: Rule
  /// What the weight of a rule is multiplied with, from 0 to 1.
  public let factor: Double
  /// The facets whose evidence it weakens.
  public let facets: [Facet.ID]

  /// A damper.
  public init(rule: Rule, factor: Double, facets: [Facet.ID]) {
    self.rule = rule
    self.factor = factor
    self.facets = facets
  }
}
