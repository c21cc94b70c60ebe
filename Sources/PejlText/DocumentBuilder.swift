/// Puts a document together from the blocks that a reader finds.
///
/// It separates blocks by blank lines, leaves out soft hyphens, byte order marks and characters that XML forbids,
/// spells ligatures out, composes letters with their accents (NFC), and keeps the map to the source while it does so.
public struct DocumentBuilder {
  /// The name of the format.
  public let format: String
  /// What the file says about itself.
  public var metadata = Document.Metadata()
  /// What the reader wants known.
  public var notes: [Diagnostic] = []
  /// How well it was recognised, where pages of it are pictures.
  public var recognition: Document.Recognition?

  private var text = RepairedText()
  private var blocks: [Block] = []
  private var parts: [String] = []

  /// A builder for a document of `format`.
  public init(format: String) { self.format = format }

  /// Whether no block has been added.
  public var isEmpty: Bool { blocks.isEmpty }

  /// Adds the pieces of one block, and nothing when they hold only white space.
  ///
  /// - Parameters:
  ///   - pieces: stretches of text, each with the byte offset in the part's raw text where it began, or nil for text that
  ///     the reader itself put in, such as the blank between two lines.
  ///   - kind: what the block is.
  ///   - level: the rank of a heading or the depth of a list item, from 1; otherwise 0.
  ///   - page: the page that it begins on, from 1, where the format has pages.
  ///   - part: the part of the file whose raw text the offsets speak of.
  ///   - separator: what stands between the block before and this one; white space.
  public mutating func append(
    _ pieces: [(text: String, source: Int?)], kind: Block.Kind, level: Int = 0, page: Int? = nil,
    part: String = "file", separator: String = "\n\n"
  ) {
    let rollback = (text.mark, parts.count)
    if !blocks.isEmpty { text.append(plain: separator) }
    let start = text.bytes.count
    let partIndex = index(of: part)
    for piece in pieces { text.append(piece.text, from: piece.source, part: partIndex) }
    let span = UTF8Text(trusted: text.bytes).trimmed(TextSpan(start, text.bytes.count))
    guard !span.isEmpty else {
      text.rewind(to: rollback.0)
      parts.removeSubrange(rollback.1...)
      return
    }
    blocks.append(Block(span: span, kind: kind, level: level, page: page))
  }

  /// Adds one block of `text` that has no place in a raw text.
  public mutating func append(
    _ text: String, kind: Block.Kind, level: Int = 0, page: Int? = nil, separator: String = "\n\n"
  ) {
    append([(text, nil)], kind: kind, level: level, page: page, separator: separator)
  }

  /// The document.
  public func build() -> Document {
    Document(
      format: format, text: UTF8Text(trusted: text.bytes), blocks: blocks, metadata: metadata,
      sourceMap: SourceMap(parts: parts, runs: text.runs), notes: notes, recognition: recognition)
  }

  private mutating func index(of part: String) -> Int {
    if let last = parts.lastIndex(of: part) { return last }
    parts.append(part)
    return parts.count - 1
  }
}
