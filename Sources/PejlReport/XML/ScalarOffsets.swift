internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// The scalar offsets of all places of one response that its XML names, counted in one pass over the text.
struct ScalarOffsets {
  private let offsets: [Int: Int]

  /// Counts the ends of all passages and of all evidence of `response`.
  init(_ response: TaggedResponse) {
    var places: Set<Int> = [response.document.text.count]
    for passage in response.passages {
      places.formUnion([passage.passage.span.start, passage.passage.span.end])
      for span in passage.tags.flatMap(\.reasons).flatMap(\.evidence) { places.formUnion([span.start, span.end]) }
    }
    var counter = ScalarCounter(response.document.text)
    offsets = Dictionary(uniqueKeysWithValues: places.sorted().map { ($0, counter.scalars(before: $0)) })
  }

  /// The scalars before the byte offset, which is one of those that were counted.
  subscript(offset: Int) -> Int { offsets[offset, default: 0] }

  /// The attributes `start` and `end` of a span.
  func attributes(_ span: TextSpan) -> [(String, String?)] {
    [("start", String(self[span.start])), ("end", String(self[span.end]))]
  }
}
