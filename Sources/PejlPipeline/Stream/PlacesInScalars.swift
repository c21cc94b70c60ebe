internal import PejlText

/// Turns places in the passages of one text, asked for passage by passage, into Unicode scalars.
struct PlacesInScalars {
  private let bytes: [UInt8]
  private var span = TextSpan(0, 0)
  /// The first scalar of the passage at hand.
  private(set) var start = 0
  /// The scalar behind the passage at hand.
  private(set) var end = 0

  init(_ text: UTF8Text) { bytes = text.bytes }

  /// Goes on to the passage at `span`, which must not lie before the one at hand.
  mutating func begin(_ span: TextSpan) {
    start = end + scalars(self.span.end, span.start)
    end = start + scalars(span.start, span.end)
    self.span = span
  }

  /// Writes start and end of `inner`, most quickly if it lies in the passage at hand.
  func write(_ inner: TextSpan, to json: inout JSONWriter) {
    let from = inner.start < span.start ? scalars(0, inner.start) : start + scalars(span.start, inner.start)
    json.integer(from)
    json.integer(from + scalars(inner.start, inner.end))
  }

  private func scalars(_ from: Int, _ to: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for index in from..<to where bytes[index] & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }
}
