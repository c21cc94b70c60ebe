internal import Glibc
internal import PejlCache
internal import PejlStore

/// A file of the former report, open for reading.
final class FormerFile: Sendable {
  let descriptor: Int32
  private let path: String

  init?(_ path: String) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether it is the file that looked like `status` when it was written, and nothing was changed in it.
  func isAsWritten(_ status: StoredFile) -> Bool {
    var now = stat()
    return fstat(descriptor, &now) == 0 && StoredFile(now, named: status.path).isSameContent(as: status)
  }

  /// The bytes of a stretch of the file.
  func bytes(_ range: FormerReport.Range) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.length)
    guard pread(descriptor, &bytes, range.length, off_t(range.start)) == range.length else {
      throw Files.failure("cannot be read", path)
    }
    return bytes
  }

  /// The bytes of the file.
  func mapped() throws -> MappedFile { try MappedFile.opened(descriptor, path) }
}

extension MappedFile {
  /// The bytes of the file at `path` that `descriptor` stands for, which may be closed afterwards.
  static func opened(_ descriptor: Int32, _ path: String) throws -> MappedFile {
    guard let mapped = MappedFile(of: descriptor) else { throw Files.failure("cannot be read", path) }
    return mapped
  }
}
