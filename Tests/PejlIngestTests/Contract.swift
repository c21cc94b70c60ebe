import PejlText
import Testing

/// What every reader promises of every document.
func checkContract(_ document: Document, sourceLocation: SourceLocation = #_sourceLocation) {
  let bytes = document.text.bytes
  #expect(!document.blocks.isEmpty, sourceLocation: sourceLocation)
  let string = String(validating: bytes, as: UTF8.self)
  #expect(string != nil, "valid UTF-8", sourceLocation: sourceLocation)
  let isLegal = (string ?? "").unicodeScalars.allSatisfy { UTF8Text.isAllowed($0) && $0 != "\r" }
  #expect(isLegal, "no character that XML forbids", sourceLocation: sourceLocation)

  var end = 0
  var isTight = true
  for block in document.blocks {
    isTight = isTight && block.span.start >= end && !block.span.isEmpty && block.span.end <= bytes.count
    guard isTight else { break }
    isTight = bytes[end..<block.span.start].allSatisfy(UTF8Text.isSpace)
    isTight = isTight && document.text.trimmed(block.span) == block.span
    isTight = isTight && (block.kind == .heading || block.kind == .listItem) == (block.level > 0)
    end = block.span.end
  }
  #expect(isTight, "blocks in order, trimmed, with only white space between", sourceLocation: sourceLocation)
  #expect(bytes[min(end, bytes.count)...].allSatisfy(UTF8Text.isSpace), sourceLocation: sourceLocation)

  var last = 0
  var isRising = true
  for run in document.sourceMap.runs {
    isRising = isRising && run.text.start >= last && run.text.end <= bytes.count && !run.text.isEmpty
    isRising = isRising && document.sourceMap.parts.indices.contains(run.part)
    last = run.text.end
  }
  #expect(isRising, "the source map rises and stays in bounds", sourceLocation: sourceLocation)
}
