internal import CRename
internal import Glibc
internal import PejlText

/// A file that is written from its beginning to its end, from bytes and from stretches of other files.
///
/// Not thread-safe.
final class PieceFile {
  /// How many bytes were written.
  private(set) var count = 0
  private let path: String
  private let descriptor: Int32
  private var pending: [UInt8] = []
  /// A stretch of another file that is to be copied, put off while the next follows on it.
  private var copy: (from: Int32, start: Int, length: Int)?
  private static let pendingLimit = 1 << 20
  /// So many bytes are written from where they stand.
  private static let directLimit = 1 << 16

  /// Makes the file at `path` anew.
  ///
  /// - Throws: ``InvalidInput`` with the system's reason.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Files.failure("cannot be written", path) }
  }

  deinit { close(descriptor) }

  /// What other files copy from.
  var source: Int32 { descriptor }

  /// Writes `bytes` behind what stands there.
  func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write($0) } }

  /// Writes `bytes` behind what stands there.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    try copyNow()
    count += bytes.count
    if bytes.count >= Self.directLimit {
      try writeNow()
      try writeOut(bytes)
    } else {
      pending.append(contentsOf: bytes)
      if pending.count > Self.pendingLimit { try writeNow() }
    }
  }

  /// Copies a stretch of the file `from` behind what stands there.
  func copy(_ range: FormerReport.Range, from: Int32) throws {
    guard range.length > 0 else { return }
    count += range.length
    if let open = copy, open.from == from, open.start + open.length == range.start {
      copy = (from, open.start, open.length + range.length)
      return
    }
    try copyNow()
    try writeNow()
    copy = (from, range.start, range.length)
  }

  /// Writes what is still held back.
  func finish() throws {
    try copyNow()
    try writeNow()
  }

  private func writeNow() throws {
    try pending.withUnsafeBytes(writeOut)
    pending.removeAll(keepingCapacity: true)
  }

  private func writeOut(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      guard written > 0 else { throw Files.failure("cannot be written; what stood there before is kept", path) }
      rest = rest.dropFirst(written)
    }
  }

  private func copyNow() throws {
    guard let open = copy else { return }
    copy = nil
    var offset = Int64(open.start)
    let end = offset + Int64(open.length)
    while offset < end {
      let copied = pejl_copy_range(open.from, &offset, descriptor, UInt(end - offset))
      if copied > 0 { continue }
      // Some file systems cannot; then the bytes go through memory.
      guard copied < 0, [EXDEV, EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) else {
        throw Files.failure("cannot be written; what stood there before is kept", path)
      }
      try copySlowly(open.from, &offset, end)
    }
  }

  private func copySlowly(_ from: Int32, _ offset: inout Int64, _ end: Int64) throws {
    var buffer = [UInt8](repeating: 0, count: min(1 << 16, Int(end - offset)))
    let read = pread(from, &buffer, buffer.count, off_t(offset))
    guard read > 0 else { throw Files.failure("cannot be read", path) }
    pending = Array(buffer[..<read])
    try writeNow()
    offset += Int64(read)
  }
}
