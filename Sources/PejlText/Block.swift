/// A paragraph-like piece of a document, as the file's own structure gives it.
public struct Block: Hashable, Sendable {
  /// What the file says that the piece is.
  public enum Kind: String, Hashable, Sendable {
    /// Running text.
    case paragraph
    /// A heading; ``Block/level`` is its rank from 1.
    case heading
    /// An item of a list; ``Block/level`` is its depth from 1.
    case listItem = "list-item"
    /// A cell of a table.
    case tableCell = "table-cell"
    /// A footnote or endnote.
    case footnote
    /// A running head, a running foot, a page number, a form label, a menu.
    case furniture
    /// Earlier mail that a mail quotes.
    case quotedMail = "quoted-mail"
    /// The signature that a mail program puts beneath a mail.
    case signature
  }

  /// Where it stands in the document's text, without the white space around it.
  public let span: TextSpan
  /// What it is.
  public let kind: Kind
  /// The rank of a heading or the depth of a list item, from 1; otherwise 0.
  public let level: Int
  /// The page that it begins on, from 1, where the format has pages.
  public let page: Int?

  /// A block.
  public init(span: TextSpan, kind: Kind, level: Int = 0, page: Int? = nil) {
    self.span = span
    self.kind = kind
    self.level = level
    self.page = page
  }
}
