public import PejlText

/// Personal data that was found in a text.
public struct PrivacyFinding: Sendable, Hashable {
  /// What sort it is.
  public let kind: PrivacyKind
  /// Where it stands, in bytes of the text; what is to be hidden when it is hidden.
  public let span: TextSpan
  /// The same for each way to write it: the digits (and letters) of a number, a mail address in small letters, a name or an
  /// address with single blanks.
  public let value: String
  /// The union, or the sensitive word, that the name stands beside.
  public let beside: TextSpan?

  /// A finding.
  public init(_ kind: PrivacyKind, _ span: TextSpan, value: String, beside: TextSpan? = nil) {
    self.kind = kind
    self.span = span
    self.value = value
    self.beside = beside
  }
}
