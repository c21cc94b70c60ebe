public import PejlText

extension FileReader {
  /// The document in a text that comes without a file, read as a plain text file of these bytes would be.
  ///
  /// - Parameters:
  ///   - text: the text as UTF-8.
  ///   - name: what messages and results call it.
  ///   - metadata: what is known about it.
  /// - Returns: the document.
  /// - Throws: ``InvalidInput`` when the text is empty or larger than the limit.
  public func read(text: [UInt8], name: String, metadata: Document.Metadata) async throws -> ReadDocument {
    let limits = ReadingLimits()
    guard text.count <= limits.fileBytes else { throw FileBytes.tooLarge(text.count, limits.fileBytes) }
    let content = try await TextReader().read(SourceFile(name: name, bytes: text, limits: limits))
    guard let document = content.document else { throw refusal("empty", "the text is empty") }
    return ReadDocument(
      name: name,
      document: ResidueRepair.repaired(
        Document(
          format: document.format, text: document.text, blocks: document.blocks, metadata: metadata,
          sourceMap: document.sourceMap, notes: document.notes)),
      sha256: ContentHash.sha256(text))
  }
}
