internal import Glibc
internal import PejlStore

/// A file of the former report, open for reading.
final class FormerFile: Sendable {
  /// The bytes of a file, in memory only where they are looked at.
  final class Mapped: @unchecked Sendable {  // because the bytes are only ever read
    let bytes: UnsafeRawBufferPointer

    /// The bytes of the file that `descriptor` stands for, which may be closed afterwards.
    init(of descriptor: Int32, path: String = "") throws {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_size > 0,
        let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
      else { throw Files.failure("cannot be read", path) }
      bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
  }

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
  func mapped() throws -> Mapped { try Mapped(of: descriptor, path: path) }
}
