/// A body, or a group of bodies, that was heard.
public struct Respondent: Sendable, Hashable {
  /// What sort of body it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A council: of disabled people, relatives, residents, the elderly.
    case council
    /// A committee of employees and management.
    case medCommittee = "med-committee"
    /// An association, a union, an institution, an authority.
    case organisation
    /// A person.
    case citizen
    /// None of these, or not known.
    case other
  }

  /// The identifier that stands in results.
  public let id: String
  /// What sort of body it is.
  public let kind: Kind
  /// The name that pages show.
  public let name: String
  /// Other ways to write the name.
  public let aliases: [String]
  /// Mail addresses that it writes from.
  public let addresses: [String]
  /// The bodies of a group.
  public let members: [Respondent]
  /// The identifier of the group that it belongs to.
  public let group: String?

  /// A respondent.
  public init(
    id: String, kind: Kind, name: String, aliases: [String] = [], addresses: [String] = [],
    members: [Respondent] = [], group: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.aliases = aliases
    self.addresses = addresses
    self.members = members
    self.group = group
  }
}

/// Who a response is from, and how that is known.
public struct RespondentMatch: Sendable, Hashable {
  /// What the match rests on.
  public enum Basis: String, Sendable, Hashable {
    /// The list of annexes names the file.
    case annex
    /// The sender's mail address.
    case address
    /// The name of the file.
    case fileName = "file-name"
    /// The title or subject.
    case title
    /// The sender's or author's name.
    case sender
    /// The first lines of the text.
    case opening
    /// The last lines of the text.
    case closing
    /// A person decided it.
    case human
    /// Nothing matched.
    case unknown
  }

  /// The party, or nil for an unknown sender.
  public let respondent: Respondent?
  /// What sort of body the sender is.
  public let kind: Respondent.Kind
  /// What the match rests on.
  public let basis: Basis
  /// The words that matched; for an unknown sender what the file says of its sender, if anything.
  public let evidence: String?

  /// A match.
  public init(respondent: Respondent?, kind: Respondent.Kind, basis: Basis, evidence: String?) {
    self.respondent = respondent
    self.kind = kind
    self.basis = basis
    self.evidence = evidence
  }
}
