/// What became of the decisions of persons in one run.
public struct DecisionReport: Sendable, Hashable {
  /// A decision that found no place; it waits until its passage is back, or a person gives it a new one.
  public struct Orphan: Sendable, Hashable {
    /// The response that it was made on.
    public let response: String
    /// The passage; nil for a decision on the whole answer.
    public let passage: String?
    /// The passage's text when it was made.
    public let text: String?
    /// Who decided.
    public let author: String?
    /// When.
    public let date: String?
    /// Its line in the file of decisions.
    public let line: Int
  }

  /// A decision whose passage was found again by its words.
  public struct Moved: Sendable, Hashable {
    /// The response in which the passage stands now.
    public let response: String
    /// The passage's identifier now.
    public let passage: String
    /// Its identifier when the decision was made.
    public let before: String
    /// How alike both are, from 0 to 1.
    public let likeness: Double
    /// The decision's line in the file.
    public let line: Int
  }

  /// How often persons agreed with one rule.
  public struct RuleAgreement: Sendable, Hashable {
    /// The rule.
    public let rule: String
    /// Tags of it that a person let stand or set too.
    public let agreed: Int
    /// Tags of it that a person took away.
    public let refused: Int

    /// An agreement.
    public init(rule: String, agreed: Int, refused: Int) {
      self.rule = rule
      self.agreed = agreed
      self.refused = refused
    }
  }

  /// The name of the file of decisions.
  public let file: String
  /// The SHA-256 of the file, in small hexadecimal digits, where it was read from one.
  public let sha256: String?
  /// Those that a person has looked at and that hold.
  public let settled: Int
  /// Those that wait for a person.
  public let open: Int
  /// Those in whose place a later one stands.
  public let replaced: Int
  /// Those that found no place, in the order of the file.
  public let orphans: [Orphan]
  /// Those whose passage was found again by its words, in the order of the file.
  public let moved: [Moved]
  /// The rules on whose tags persons decided, the most often refused first.
  public let rules: [RuleAgreement]

  /// The report as it may be published: without the words of texts that no longer stand in any answer, without who decided,
  /// and without identifiers, which are made from words and from names of files.
  public var published: DecisionReport {
    with(
      orphans.map { Orphan(response: "–", passage: nil, text: nil, author: nil, date: $0.date, line: $0.line) },
      moved: [])
  }

  /// The report with what persons wrote changed by `change`.
  public func rewritten(_ change: (String) -> String) -> DecisionReport {
    with(
      orphans.map { orphan in
        Orphan(
          response: orphan.response, passage: orphan.passage, text: orphan.text.map(change),
          author: orphan.author.map(change), date: orphan.date, line: orphan.line)
      }, moved: moved)
  }

  private func with(_ orphans: [Orphan], moved: [Moved]) -> DecisionReport {
    DecisionReport(
      file: file, sha256: sha256, settled: settled, open: open, replaced: replaced, orphans: orphans, moved: moved,
      rules: rules)
  }
}

/// Counts how often persons agreed with each rule.
struct RuleAgreements {
  private var counts: [String: (agreed: Int, refused: Int)] = [:]

  /// Counts what `decision` says of the tags that rules gave to a passage.
  mutating func add(_ tags: [Tag], _ decision: Decision) {
    for tag in tags where tag.basis != .human {
      guard let isRight = decision.judgement(of: tag.code, in: tag.facet) else { continue }
      for reason in tag.reasons where !reason.isLearned {
        if isRight {
          counts[reason.rule, default: (0, 0)].agreed += 1
        } else {
          counts[reason.rule, default: (0, 0)].refused += 1
        }
      }
    }
  }

  /// The rules, the most often refused first, then by name.
  var sorted: [DecisionReport.RuleAgreement] {
    counts.map { DecisionReport.RuleAgreement(rule: $0.key, agreed: $0.value.agreed, refused: $0.value.refused) }
      .sorted { ($1.refused, $1.agreed, $0.rule) < ($0.refused, $0.agreed, $1.rule) }
  }
}
