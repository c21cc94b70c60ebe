/// What pages say of the personal data in the answers.
public struct ReportPrivacy: Sendable, Hashable {
  /// Whether these are the pages for the public, in which what was decided to be masked is hidden everywhere.
  public let isPublished: Bool
  /// How many values there are of each kind.
  public let counts: [PrivacyCount]

  /// What to say.
  public init(isPublished: Bool, counts: [PrivacyCount]) {
    self.isPublished = isPublished
    self.counts = counts
  }

  /// How many values nobody has decided on.
  public var open: Int { counts.map(\.open).reduce(0, +) }
  /// How many values are hidden.
  public var masked: Int { counts.map(\.masked).reduce(0, +) }

  /// What `analysis.xml` says of itself.
  var state: String { isPublished ? "masked" : "kept" }
}

/// How many different values of one kind of personal data there are.
public struct PrivacyCount: Sendable, Hashable {
  /// The kind, as `publish.xml` names it.
  public let kind: String
  /// How many values were found.
  public let found: Int
  /// On how many of them nobody has decided.
  public let open: Int
  /// How many are to be hidden.
  public let masked: Int
  /// How many are to stay.
  public let kept: Int

  /// A count.
  public init(kind: String, found: Int, open: Int, masked: Int, kept: Int) {
    self.kind = kind
    self.found = found
    self.open = open
    self.masked = masked
    self.kept = kept
  }
}
