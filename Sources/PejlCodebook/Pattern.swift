/// What one word of a text must be like.
public enum WordPattern: Sendable, Hashable {
  /// Any inflection of the word.
  case lemma(String)
  /// Exactly this form, in small letters.
  case exact(String)
  /// Exactly this form in capitals.
  case capitals(String)
  /// Begins so.
  case prefix(String)
  /// Ends so, with something before it.
  case suffix(String)
  /// Holds it.
  case infix(String)
  /// The word itself or a compound that holds it as a part.
  case part(String)
}

/// A step of a phrase: one of several patterns, or a gap.
public enum PhraseStep: Sendable, Hashable {
  /// One word, which matches one of the patterns.
  case word([WordPattern])
  /// From none to so many words of any kind.
  case gap(Int)
}

/// A word or a phrase that a condition looks for.
public struct Term: Sendable, Hashable {
  /// The steps; the first and the last are words.
  public let steps: [PhraseStep]
  /// The term as it was written.
  public let source: String

  /// Terms are the same that are written the same and have the same steps.
  public static func == (left: Term, right: Term) -> Bool { left.source == right.source && left.steps == right.steps }
  /// What is written tells terms apart well enough.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }

  /// A term.
  public init(steps: [PhraseStep], source: String) {
    self.steps = steps
    self.source = source
  }
  /// The term that tuning has written as `source`: words and parts of words, without lists; nil when it is none.
  package init?(learned source: String) {
    let parser = TermParser { _ in throw TermParser.Failure(message: "a learned word refers to no list") }
    guard case .term(let term)? = try? parser.items(source).first else { return nil }
    self = term
  }
}
