public import PejlHearing

/// What an agenda item says of a case; nothing in it is made up.
public struct AgendaItem: Sendable {
  /// A document of the case, with who sent it where its title says that it is an answer.
  public struct Annex: Sendable, Hashable {
    /// The number, and the rest as it stands.
    public var annex: Hearing.Annex
    /// The sender of the answer, if it is one.
    public var sender: String?
  }

  /// A body that was heard, with a short form in brackets behind its name.
  public struct Party: Sendable, Hashable {
    /// The name as it stands.
    public var name: String
    /// The other form.
    public var alias: String?
  }

  /// The authority.
  public var authority: String?
  /// The case number.
  public var caseNumber: String?
  /// The title.
  public var title: String?
  /// When the hearing ran.
  public var period: Hearing.Period?
  /// The bodies and stages that the case goes through.
  public var procedure: [String] = []
  /// What was decided.
  public var decisions: [Hearing.Decision] = []
  /// Whether body and day of a decision are those of the meeting, since it has none of its own.
  public var areDecisionsOfMeeting = false
  /// Who was heard.
  public var heard: [Party] = []
  /// The documents.
  public var annexes: [Annex] = []
  /// Whether the annexes had numbers of their own; otherwise they were counted.
  public var hasNumberedAnnexes = true
  /// The case numbers other than ``caseNumber`` that stand beside a label for one.
  public var otherCaseNumbers: [String] = []
  /// Whether the text looks as if it was read by a program that does not know the language.
  public var isNoisy = false
}
