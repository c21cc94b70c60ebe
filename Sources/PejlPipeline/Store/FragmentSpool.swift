internal import PejlCache
internal import Synchronization

/// A file for pieces of reports until their place is known; it goes when the run ends, however it ends.
final class FragmentSpool: Sendable {
  private let file: Mutex<PieceFile>
  /// What to copy pieces from.
  let source: Int32

  /// A spool at `path`, whose name is taken away at once.
  init(_ path: String) throws {
    let file = try PieceFile(path)
    source = file.source
    Files.remove(path)
    self.file = Mutex(file)
  }

  /// Puts `bytes` behind what stands there.
  func append(_ bytes: [UInt8]) throws -> FormerReport.Range {
    try file.withLock { file in
      let start = file.count
      try file.write(bytes)
      return FormerReport.Range(start: start, length: bytes.count)
    }
  }

  /// The bytes that were put in before ``finish()``; nil where there are none.
  func mapped() throws -> MappedFile? {
    guard file.withLock({ $0.count > 0 }) else { return nil }
    return try MappedFile.opened(source, "")
  }

  /// Makes everything that was put in readable.
  func finish() throws { try file.withLock { try $0.finish() } }
}
