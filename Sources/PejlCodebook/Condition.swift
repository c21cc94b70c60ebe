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
  /// A rule of that stance holds in the same sentence, or anywhere in the passage.
  case stance(String, within: Scope)
  /// The heading that the passage stands under holds one of the terms.
  case heading([Term])
  /// The passage before satisfies it.
  case before(Condition)
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

  /// Whether it speaks only of what stands around the words: such a condition adds no evidence.
  public var isContext: Bool {
    switch self {
    case .stance, .heading, .before: true
    case .all(let inner, _), .either(let inner): inner.allSatisfy(\.isContext)
    case .unless(let inner, _): inner.isContext
    case .any, .near, .start, .question, .fires: false
    }
  }

  /// The conditions that it is made of, its exclusions included.
  public var parts: [Condition] {
    switch self {
    case .any, .question, .fires, .stance, .heading: []
    case .all(let inner, _), .near(let inner, _, _), .either(let inner): inner
    case .start(let inner), .before(let inner): [inner]
    case .unless(let inner, let exclusions): [inner] + exclusions.map(\.condition)
    }
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
