import PejlIngest
import PejlText
import Testing

/// The one document in `bytes`, which must be read without refusal.
func read(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> Document
{
  let (documents, refusals) = await FileReader().read(bytes: bytes, name: name)
  #expect(refusals.isEmpty, "\(refusals)", sourceLocation: sourceLocation)
  let document = try #require(documents.first?.document, sourceLocation: sourceLocation)
  checkContract(document, sourceLocation: sourceLocation)
  return document
}

/// The one document in `text`.
func read(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> Document {
  try await read(Array(text.utf8), name, sourceLocation: sourceLocation)
}

/// The code with which `bytes` are refused; nothing of them may be read.
func refusal(_ bytes: [UInt8], _ name: String, limits: ReadingLimits = .init()) async -> String? {
  let (documents, refusals) = await FileReader(limits: limits).read(bytes: bytes, name: name)
  #expect(documents.isEmpty)
  #expect(refusals.allSatisfy { $0.path == name && $0.severity == .error && $0.message.count > 20 })
  return refusals.count == 1 ? refusals[0].code : nil
}

/// A document as lines to compare: what each block is, and its text.
func outline(_ document: Document) -> String {
  document.blocks.map { block in
    let level = block.level > 0 ? " \(block.level)" : ""
    let page = block.page.map { " p\($0)" } ?? ""
    return "\(block.kind.rawValue)\(level)\(page): \(document.text[block.span].replacing("\n", with: "⏎"))"
  }.joined(separator: "\n")
}

/// The codes of what the reader wants known.
func codes(_ document: Document) -> [String] { document.notes.map(\.code) }
