/// The text of one response, with its structure and the way back to the file.
public struct Document: Hashable, Sendable {
  /// What the file says about itself.
  public struct Metadata: Hashable, Sendable {
    /// The title, or the subject of a mail.
    public var title: String?
    /// The sender's or author's name.
    public var senderName: String?
    /// The sender's mail address.
    public var senderAddress: String?
    /// The date as the file gives it, `YYYY-MM-DD` where it could be understood.
    public var date: String?

    /// Nothing known.
    public init() {}
  }

  /// The name of the format, such as `pdf`.
  public let format: String
  /// The extracted text.
  public let text: UTF8Text
  /// The pieces of the text in order, without overlap; between them there is only white space.
  public let blocks: [Block]
  /// What the file says about itself.
  public let metadata: Metadata
  /// The way back to the file.
  public let sourceMap: SourceMap
  /// What the reader wants known, such as the encoding that it found.
  public var notes: [Diagnostic]

  /// A document; a reader makes it with ``DocumentBuilder``.
  public init(
    format: String, text: UTF8Text, blocks: [Block], metadata: Metadata, sourceMap: SourceMap, notes: [Diagnostic]
  ) {
    self.format = format
    self.text = text
    self.blocks = blocks
    self.metadata = metadata
    self.sourceMap = sourceMap
    self.notes = notes
  }
}
