/// Turns byte offsets of one text into Unicode scalar offsets, fastest when asked in rising order.
public struct ScalarCounter {
  private let bytes: [UInt8]
  private var byte = 0
  private var scalar = 0

  /// A counter over `text`.
  public init(_ text: UTF8Text) { bytes = text.bytes }

  /// The number of scalars before the byte offset `offset`.
  public mutating func scalars(before offset: Int) -> Int {
    if offset < byte {
      byte = 0
      scalar = 0
    }
    while byte < offset {
      if bytes[byte] & 0xC0 != 0x80 { scalar += 1 }
      byte += 1
    }
    return scalar
  }

  /// `span` in scalars.
  public mutating func scalars(of span: TextSpan) -> Range<Int> {
    let start = scalars(before: span.start)
    return start..<scalars(before: span.end)
  }
}
