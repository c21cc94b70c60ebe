internal import PejlIngest
internal import PejlText

extension ReadDocument {
  /// `documents`, which were read from the file at `path`, as the store keeps them.
  static func blob(_ documents: [ReadDocument], _ path: String) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(documents) { $1.write(to: &$0, file: path) }
    return writer.finish()
  }

  /// The documents in `blob`, as read from the file at `path`.
  static func documents(_ blob: [UInt8], _ path: String) throws(ByteReader.Damaged) -> [ReadDocument] {
    var reader = try ByteReader(blob)
    return try reader.array { (reader) throws(ByteReader.Damaged) in try ReadDocument(from: &reader, file: path) }
  }

  /// Writes the document; its name stands relative to `file`, the name of the file that it was read from.
  func write(to writer: inout ByteWriter, file: String) {
    writer.write(String(name.dropFirst(file.count)))
    writer.write(sha256)
    writer.write(key) { $0.write($1) }
    document.write(to: &writer)
  }

  init(from reader: inout ByteReader, file: String) throws(ByteReader.Damaged) {
    let name = try reader.string()
    let sha256 = try reader.string()
    let key = try reader.array { (reader) throws(ByteReader.Damaged) in try reader.string() }
    self.init(name: file + name, document: try Document(from: &reader), sha256: sha256, key: key)
  }
}

extension Document {
  private static let kinds: [Block.Kind] = [
    .paragraph, .heading, .listItem, .tableCell, .footnote, .furniture, .quotedMail, .signature,
  ]

  func write(to writer: inout ByteWriter) {
    writer.write(format)
    writer.write(raw: text.bytes)
    writer.write(blocks) { writer, block in
      writer.write(block.span)
      writer.write(block.kind, among: Self.kinds)
      writer.write(block.level)
      writer.write(block.page)
    }
    metadata.write(to: &writer)
    writer.write(sourceMap.parts) { $0.write($1) }
    writer.write(sourceMap.runs) { writer, run in
      writer.write(run.text)
      writer.write(run.part)
      writer.write(run.source)
    }
    writer.write(notes) { $1.write(to: &$0) }
    writer.write(recognition) { $1.write(to: &$0) }
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    let format = try reader.string()
    let text = UTF8Text(trusted: try reader.raw())
    let blocks = try reader.array { (reader) throws(ByteReader.Damaged) in
      Block(
        span: try reader.span(), kind: try reader.one(among: Self.kinds), level: try reader.integer(),
        page: try reader.optionalInteger())
    }
    let metadata = try Metadata(from: &reader)
    let parts = try reader.array { (reader) throws(ByteReader.Damaged) in try reader.string() }
    let runs = try reader.array { (reader) throws(ByteReader.Damaged) in
      SourceMap.Run(text: try reader.span(), part: try reader.integer(), source: try reader.span())
    }
    let notes = try reader.array { (reader) throws(ByteReader.Damaged) in try Diagnostic(from: &reader) }
    self.init(
      format: format, text: text, blocks: blocks, metadata: metadata, sourceMap: SourceMap(parts: parts, runs: runs),
      notes: notes,
      recognition: try reader.optional { (reader) throws(ByteReader.Damaged) in try Recognition(from: &reader) })
  }
}

extension Document.Metadata {
  func write(to writer: inout ByteWriter) {
    for text in [title, senderName, senderAddress, date] { writer.write(text) }
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    self.init()
    title = try reader.optionalString()
    senderName = try reader.optionalString()
    senderAddress = try reader.optionalString()
    date = try reader.optionalString()
  }
}

extension Document.Recognition {
  func write(to writer: inout ByteWriter) {
    writer.write(pages) { $0.write($1) }
    writer.write(words)
    writer.write(uncertainWords)
    writer.write(confidence)
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    self.init(
      pages: try reader.array { (reader) throws(ByteReader.Damaged) in try reader.integer() },
      words: try reader.integer(), uncertainWords: try reader.integer(), confidence: try reader.double())
  }
}

extension Diagnostic {
  private static let severities: [Severity] = [.note, .warning, .error]

  func write(to writer: inout ByteWriter) {
    writer.write(severity, among: Self.severities)
    writer.write(code)
    writer.write(message)
    writer.write(path)
    writer.write(line)
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    let severity = try reader.one(among: Self.severities)
    let (code, message) = (try reader.string(), try reader.string())
    self.init(severity, code: code, message, path: try reader.optionalString(), line: try reader.optionalInteger())
  }
}

extension ByteWriter {
  mutating func write(_ span: TextSpan) {
    write(span.start)
    write(span.length)
  }
}

extension ByteReader {
  mutating func span() throws(Damaged) -> TextSpan {
    let (start, length) = (try integer(), try integer())
    guard start <= 1 << 40, length <= 1 << 40 else { throw Damaged() }
    return TextSpan(start, start + length)
  }
}
