/// A piece of a file that is put together from what different runs wrote.
public enum ReportPiece: Sendable, Hashable {
  /// Bytes that were written now.
  case bytes([UInt8])
  /// What a file holds of one response: the place of the response in the analysis, and the number among its fragments.
  case fragment(response: Int, number: Int)
  /// What pages of shared texts say of one text or one sender, by its number.
  case shared(Int)
}

/// A file in pieces.
public struct PiecedFile: Sendable {
  /// The path inside the report's folder.
  public let path: String
  /// The pieces in order.
  public let pieces: [ReportPiece]

  /// A file.
  public init(path: String, pieces: [ReportPiece]) {
    self.path = path
    self.pieces = pieces
  }
}
