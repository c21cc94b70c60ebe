public import PejlPrivacy

/// A value that is personal data, with all places where it stands: one thing to decide.
public struct PrivacyItem: Sendable, Hashable {
  /// What is to become of it.
  public enum Choice: String, Sendable, Hashable, CaseIterable {
    /// Nobody has decided.
    case open
    /// It is hidden, wherever it stands.
    case mask
    /// It stays, for a reason.
    case keep
  }

  /// A place where it stands.
  public struct Place: Sendable, Hashable {
    /// What it stands in.
    public enum Part: String, Sendable, Hashable {
      /// The text of an answer.
      case text
      /// The name of a file.
      case fileName = "file-name"
      /// What a file says of its title or its sender.
      case metadata
      /// What is said of a file that was read or could not be read, with words from it.
      case note
      /// What `hearing.xml` says of the case.
      case hearing
    }

    /// What it stands in.
    public let part: Part
    /// The response; empty for the hearing and for files that could not be read.
    public let response: String
    /// The passage, where it stands in one.
    public let passage: String?
    /// The page, where the format has pages.
    public let page: Int?
    /// The words around it.
    public let context: String

    /// A place.
    public init(part: Part, response: String, passage: String? = nil, page: Int? = nil, context: String) {
      self.part = part
      self.response = response
      self.passage = passage
      self.page = page
      self.context = context
    }
  }

  /// What sort it is.
  public let kind: PrivacyKind
  /// The value, the same for each way to write it.
  public let value: String
  /// The ways in which it is written, sorted.
  public var written: Set<String> = []
  /// The union or the sensitive word that a name stands beside, as it was first met.
  public var beside: String?
  /// Where it stands.
  public var places: [Place] = []
  /// What is to become of it.
  public var choice = Choice.open
  /// Who decided.
  public var author: String?
  /// The day of the decision as the person wrote it.
  public var date: String?
  /// Why.
  public var reason: String?
  /// The line in the file of decisions, from 1; 0 for what was not read.
  public var line = 0

  /// An item without places.
  public init(kind: PrivacyKind, value: String) {
    self.kind = kind
    self.value = value
  }

  /// What a mask hides for it.
  public var secret: PrivacyMask.Secret { PrivacyMask.Secret(kind: kind, value: value) }
  /// The item with what `decision` says of it, and `choice`.
  func decided(_ decision: PrivacyItem, _ choice: Choice) -> PrivacyItem {
    var item = self
    item.choice = choice
    item.author = decision.author
    item.date = decision.date
    item.reason = decision.reason
    item.line = decision.line
    if item.beside == nil { item.beside = decision.beside }
    return item
  }

  /// The responses in which it stands; the empty name stands for the hearing.
  public var responses: Set<String> { Set(places.map(\.response)) }
}
