public import PejlCodebook

/// What a person decided on one passage.
public struct Decision: Sendable, Hashable {
  /// The identifier of the response.
  public let response: String
  /// The identifier of the passage.
  public let passage: String
  /// By facet that was decided as a whole: exactly the codes that the passage bears, which may be none.
  public var codes: [Facet.ID: Set<String>]
  /// By facet: codes that the passage bears whatever rules say; the other codes stay as rules decide.
  public var added: [Facet.ID: Set<String>] = [:]
  /// By facet: codes that the passage does not bear whatever rules say.
  public var removed: [Facet.ID: Set<String>] = [:]
  /// Why the passage does not count, where the person says so.
  public var setAside: String?
  /// Whether the passage counts although rules set it aside.
  public var isTakenBack = false
  /// The words that each further part begins with, where the passage is several.
  public var splits: [String] = []
  /// Whether the passage and the one behind it are one.
  public var mergesNext = false
  /// Whether it is only proposed: nobody has looked at it yet.
  public let isOpen: Bool
  /// Whether a later decision on the passage stands in its place; it is kept as history.
  public var isReplaced = false
  /// The SHA-256 of the answer's file when the decision was made.
  public let sha256: String?
  /// Who decided.
  public let author: String?
  /// When, as `YYYY-MM-DD`.
  public var date: String?
  /// What is to be said about it.
  public let note: String?
  /// The passage's text when the decision was made; by it the passage is found again when the answer has changed.
  public let text: String?
  /// The line in the file of decisions, from 1; 0 for one that was not read.
  public let line: Int

  /// A decision on the codes of a passage, or on whether it counts; what is decided further is set afterwards.
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

  /// Whether it changes where passages begin and end, not what they bear.
  public var isStructural: Bool { mergesNext || !splits.isEmpty }
  /// Whether it says what the passage bears, or whether it counts.
  public var isOnTags: Bool {
    !codes.isEmpty || !added.isEmpty || !removed.isEmpty || setAside != nil || isTakenBack
  }

  /// What a person decided on that tag of a rule: right, wrong, or nothing.
  func judgement(of code: String, in facet: Facet.ID) -> Bool? {
    if let exact = codes[facet] { return exact.contains(code) }
    if added[facet]?.contains(code) == true { return true }
    return removed[facet]?.contains(code) == true ? false : nil
  }
}
