/// A piece of a file that is put together from what different runs wrote.
public enum ReportPiece: Sendable, Hashable {
  /// Bytes that were written now.
  case bytes([UInt8])
  /// A passage: the place of its response in the analysis, and its number among the response's fragments.
  case passage(response: Int, number: Int)
}
