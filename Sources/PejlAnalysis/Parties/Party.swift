public import PejlHearing

/// A party that was heard or that answered unasked.
public struct Party: Sendable, Hashable {
  /// The respondent's identifier; for an unknown sender ``unknownMark`` with the identifier of the response behind it.
  public let id: String
  /// The name; nil for an unknown sender of whom the file says nothing.
  public let name: String?
  /// The name of the group that the party belongs to, such as all local committees.
  public let group: String?
  /// What sort of body it is.
  public let kind: Respondent.Kind
  /// Whether the hearing names it.
  public let isHeard: Bool
  /// The places of its responses in ``Analysis/responses``; empty when it did not answer.
  public let responses: [Int]
  /// Whether one of them is an answer: a person may have decided that what came is none.
  public let hasAnswered: Bool

  /// What the identifier of an unknown sender begins with.
  public static let unknownMark = "unknown-"
}
