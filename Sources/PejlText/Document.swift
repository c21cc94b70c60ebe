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

  /// How well the text of pictures of pages was recognised.
  public struct Recognition: Hashable, Sendable {
    /// A word is certain from this confidence on.
    public static let certain = 0.6

    /// The pages that were recognised, from 1, rising.
    public let pages: [Int]
    /// The number of words on them.
    public let words: Int
    /// The number of words below ``certain``.
    public let uncertainWords: Int
    /// The mean of the recogniser's confidence in a word, from 0 to 1.
    public let confidence: Double

    /// A measure of recognised pages.
    public init(pages: [Int], words: Int, uncertainWords: Int, confidence: Double) {
      self.pages = pages
      self.words = words
      self.uncertainWords = uncertainWords
      self.confidence = confidence
    }
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
  /// How well it was recognised, where pages of it were pictures.
  public let recognition: Recognition?

  /// A document; a reader makes it with ``DocumentBuilder``.
  public init(
    format: String, text: UTF8Text, blocks: [Block], metadata: Metadata, sourceMap: SourceMap, notes: [Diagnostic],
    recognition: Recognition? = nil
  ) {
    self.recognition = recognition
    self.format = format
    self.text = text
    self.blocks = blocks
    self.metadata = metadata
    self.sourceMap = sourceMap
    self.notes = notes
  }
}
