/// A half-open stretch of a text, in UTF-8 bytes from the start of that text.
///
/// Offsets are turned into Unicode scalars, lines or pages only at the edge, by ``ScalarCounter``.
public struct TextSpan: Hashable, Sendable, Comparable {
  /// The first byte.
  public let start: Int
  /// The byte after the last.
  public let end: Int

  /// A span from `start` up to, but not including, `end`; `start` must not exceed `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a span begins before it ends")
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var length: Int { end - start }
  /// Whether the span holds no byte.
  public var isEmpty: Bool { start == end }
  /// The same span as a range of byte offsets.
  public var range: Range<Int> { start..<end }

  /// Whether the two spans share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
  /// Whether `other` lies within this span.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
  /// The span moved by `distance` bytes.
  public func shifted(by distance: Int) -> TextSpan { TextSpan(start + distance, end + distance) }

  /// By start, then by end.
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }

  /// Sorts spans and joins those that overlap; neighbours that only touch stay apart.
  public static func merged(_ spans: [TextSpan]) -> [TextSpan] {
    // Most come in order and apart.
    if zip(spans, spans.dropFirst()).allSatisfy({ $0.end <= $1.start && $0 < $1 }) { return spans }
    var result: [TextSpan] = []
    for span in spans.sorted() {
      if let last = result.last, span.start < last.end {
        result[result.count - 1] = TextSpan(last.start, max(last.end, span.end))
      } else if result.last != span {
        result.append(span)
      }
    }
    return result
  }
}
