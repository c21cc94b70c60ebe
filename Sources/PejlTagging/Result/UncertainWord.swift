public import PejlText

/// A word of a badly recognised text that counts as another: what the page probably says.
public struct UncertainWord: Sendable, Hashable {
  /// The word as the text has it, in bytes of the response's text.
  public let span: TextSpan
  /// What it counts as, in small letters.
  public let meaning: String

  /// An uncertain word.
  public init(span: TextSpan, meaning: String) {
    self.span = span
    self.meaning = meaning
  }
}
