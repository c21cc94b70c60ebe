/// What a column of a spreadsheet of answers holds, one row one answer.
public struct AnswerColumn: Sendable, Hashable {
  /// What stands in a column.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// What the portal calls the answer.
    case id
    /// The name of a person.
    case sender
    /// The name of the body that answers; it goes before the person's.
    case organisation
    /// A mail address.
    case address
    /// When it was sent.
    case date
    /// What the sender calls it.
    case title
    /// The answer itself.
    case text
    /// An answer to the question that the header asks.
    case question
    /// The names of files that came with it.
    case attachments
    /// Something that is shown, but is no part of the answer.
    case other
    /// Something that is left out.
    case ignored
  }

  /// The header of the column.
  public let header: String
  /// What stands below it.
  public let role: Role

  /// A column.
  public init(header: String, role: Role) {
    self.header = header
    self.role = role
  }
}
