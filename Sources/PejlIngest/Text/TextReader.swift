internal import PejlText

/// Reads plain text in whatever encoding it comes.
struct TextReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    let decoded = TextDecoder(source.bytes)
    let text = PlainText(decoded.bytes)
    var builder = DocumentBuilder(format: "text")
    builder.notes = decoded.notes
    text.append(
      text.pieces(), to: &builder, part: decoded.isFileItself ? "file" : "decoded text",
      offset: decoded.isFileItself ? decoded.markLength : 0)
    let columns = text.columnLines()
    if columns > 0 {
      builder.notes.append(
        Diagnostic(
          .warning, code: "ingest.columns",
          "\(columns) lines look as if they stood in columns, which may be mixed; send the file as PDF or DOCX"))
    }
    guard !builder.isEmpty else {
      throw refusal("empty", "the file holds nothing but white space; send the answer again")
    }
    return ReadContent(document: builder.build())
  }
}
