/// What a rule demands of a passage.
public indirect enum Condition: Sendable, Hashable {
  /// One of the terms stands there.
  case any([Term])
  /// All hold in one sentence, or anywhere in the passage.
  case all([Condition], within: Scope)
  /// All hold in one sentence with at most so many words between neighbours.
  case near([Condition], words: Int, isOrdered: Bool)
  /// One of them holds.
  case either([Condition])
  /// It holds in the first sentence of the passage and begins among the first three words.
  case start(Condition)
  /// The sentence is a question.
  case question
  /// The rule of that identifier holds.
  case fires(String)
  /// The first holds where the exclusions do not.
  case unless(Condition, [Exclusion])

  /// How far a condition reaches.
  public enum Scope: String, Sendable, Hashable {
    /// The same sentence.
    case sentence
    /// The same passage.
    case passage
    /// The same words.
    case overlap
  }

  /// What must not hold, and how near.
  public struct Exclusion: Sendable, Hashable {
    /// What must not hold.
    public let condition: Condition
    /// Where it must not hold.
    public let within: Scope

    /// An exclusion.
    public init(condition: Condition, within: Scope) {
      self.condition = condition
      self.within = within
    }
  }
}
