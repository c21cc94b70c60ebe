/// Puts a document together from the blocks that a reader finds.
///
/// It separates blocks by blank lines, leaves out soft hyphens, byte order marks and characters that XML forbids,
/// spells ligatures out, and keeps the map to the source while it does so.
public struct DocumentBuilder {
  /// The name of the format.
  public let format: String
  /// What the file says about itself.
  public var metadata = Document.Metadata()
  /// What the reader wants known.
  public var notes: [Diagnostic] = []

  private var bytes: [UInt8] = []
  private var blocks: [Block] = []
  private var parts: [String] = []
  private var runs: [SourceMap.Run] = []

  /// A builder for a document of `format`.
  public init(format: String) { self.format = format }

  /// Whether no block has been added.
  public var isEmpty: Bool { blocks.isEmpty }

  /// Adds the pieces of one block, and nothing when they hold only white space.
  ///
  /// - Parameters:
  ///   - pieces: stretches of text, each with the byte offset in the part's raw text where it began, or nil for text that
  ///     the reader itself put in, such as the blank between two lines.
  ///   - separator: what stands between the block before and this one; white space.
  public mutating func append(
    _ pieces: [(text: String, source: Int?)], kind: Block.Kind, level: Int = 0, page: Int? = nil,
    part: String = "file", separator: String = "\n\n"
  ) {
    let rollback = (bytes.count, runs.count, parts.count)
    if !blocks.isEmpty { bytes.append(contentsOf: separator.utf8) }
    let start = bytes.count
    let partIndex = index(of: part)
    for piece in pieces { append(piece.text, from: piece.source, part: partIndex) }
    var span = TextSpan(start, bytes.count)
    span = UTF8Text(trusted: bytes).trimmed(span)
    guard !span.isEmpty else {
      bytes.removeSubrange(rollback.0...)
      runs.removeSubrange(rollback.1...)
      parts.removeSubrange(rollback.2...)
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
      format: format, text: UTF8Text(trusted: bytes), blocks: blocks, metadata: metadata,
      sourceMap: SourceMap(parts: parts, runs: runs), notes: notes)
  }

  private mutating func index(of part: String) -> Int {
    if let last = parts.lastIndex(of: part) { return last }
    parts.append(part)
    return parts.count - 1
  }

  private mutating func append(_ text: String, from source: Int?, part: Int) {
    var runStart = bytes.count
    var sourceStart = source ?? 0
    var position = sourceStart
    func run(_ end: Int) -> SourceMap.Run? {
      guard source != nil, end > runStart else { return nil }
      return SourceMap.Run(text: TextSpan(runStart, end), part: part, source: TextSpan(sourceStart, position))
    }
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      guard let repaired = Self.repair(scalar) else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        position += width
        continue
      }
      if let run = run(bytes.count) { runs.append(run) }
      runStart = bytes.count
      sourceStart = position
      bytes.append(contentsOf: repaired.utf8)
      position += width
      if let run = run(bytes.count) { runs.append(run) }
      runStart = bytes.count
      sourceStart = position
    }
    if let run = run(bytes.count) { runs.append(run) }
  }

  /// What stands in the text for a character that does not stay as it is, or nil for one that stays.
  private static func repair(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xAD, 0xFEFF, 0x200B, 0x200C, 0x2060: ""
    case 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: "\n"
    case 0xA0, 0x2000...0x200A, 0x202F: " "
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    default: UTF8Text.isAllowed(scalar) ? nil : ""
    }
  }
}
