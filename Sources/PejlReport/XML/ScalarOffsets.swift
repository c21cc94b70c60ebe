internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// The scalar offsets of all places of one response that its XML names, counted in one pass over the text.
struct ScalarOffsets {
  /// The places in bytes, rising, and by each the scalars before it.
  private let places: [Int]
  private let offsets: [Int]

  /// Counts the ends of all passages and of all evidence of `response`.
  init(_ response: TaggedResponse) {
    var places = [response.document.text.count]
    for passage in response.passages {
      places += [passage.passage.span.start, passage.passage.span.end]
      for tag in passage.tags {
        for reason in tag.reasons { for span in reason.evidence { places += [span.start, span.end] } }
      }
    }
    places.sort()
    var counter = ScalarCounter(response.document.text)
    self.places = places
    offsets = places.map { counter.scalars(before: $0) }
  }

  /// The scalars before the byte offset, which is one of those that were counted.
  subscript(offset: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == offset ? offsets[low] : 0
  }

  /// The attributes `start` and `end` of a span.
  func attributes(_ span: TextSpan) -> [(String, String?)] {
    [("start", String(self[span.start])), ("end", String(self[span.end]))]
  }
}
