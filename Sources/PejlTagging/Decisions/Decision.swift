public import PejlCodebook

/// What a person decided on one passage.
public struct Decision: Sendable, Hashable {
  /// The identifier of the response.
  public let response: String
  /// The identifier of the passage.
  public let passage: String
  /// By facet that was decided: exactly the codes that the passage bears, which may be none.
  public let codes: [Facet.ID: Set<String>]
  /// Why the passage does not count, where the person says so.
  public let setAside: String?
  /// Whether it is only proposed: nobody has looked at it yet.
  public let isOpen: Bool
  /// The SHA-256 of the answer's file when the decision was made.
  public let sha256: String?
  /// Who decided.
  public let author: String?
  /// What is to be said about it.
  public let note: String?
  /// The passage's text when the decision was made.
  public let text: String?
  /// The line in the file of decisions, from 1; 0 for one that was not read.
  public let line: Int

  /// A decision.
  public init(
    response: String, passage: String, codes: [Facet.ID: Set<String>], setAside: String? = nil, isOpen: Bool = false,
    sha256: String? = nil, author: String? = nil, note: String? = nil, text: String? = nil, line: Int = 0
  ) {
    self.response = response
    self.passage = passage
    self.codes = codes
    self.setAside = setAside
    self.isOpen = isOpen
    self.sha256 = sha256
    self.author = author
    self.note = note
    self.text = text
    self.line = line
  }
}
