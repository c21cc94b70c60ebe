public import PejlText

/// The unit that is tagged: a paragraph, a list item, a heading.
///
/// The passages of a document follow one another without gap or overlap; white space between two belongs to the first.
public struct Passage: Sendable, Hashable {
  /// What sort of passage it is.
  public enum Kind: String, Sendable, Hashable {
    /// Running text.
    case paragraph
    /// A heading.
    case heading
    /// An item of a list.
    case listItem = "list-item"
    /// A numbered remark inside running text.
    case remark
    /// A cell of a table.
    case tableCell = "table-cell"
    /// A footnote or endnote.
    case footnote
    /// A running head or foot, a label.
    case furniture
    /// Earlier mail that is quoted.
    case quotedMail = "quoted-mail"
    /// The signature of a mail program.
    case signature
  }

  /// Stable and unique among the passages of a response: made from the text, so it does not move when others change.
  public let id: String
  /// The number in the response, from 1.
  public let number: Int
  /// All characters of the passage, the white space after it included.
  public let span: TextSpan
  /// The passage without white space at its ends.
  public let core: TextSpan
  /// What sort of passage it is.
  public let kind: Kind
  /// The rank of a heading or the depth of a list item, from 1; otherwise 0.
  public let level: Int
  /// The page that it begins on, from 1, where the format has pages.
  public let page: Int?

  /// A passage.
  public init(id: String, number: Int, span: TextSpan, core: TextSpan, kind: Kind, level: Int, page: Int?) {
    self.id = id
    self.number = number
    self.span = span
    self.core = core
    self.kind = kind
    self.level = level
    self.page = page
  }
}
