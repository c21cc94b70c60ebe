internal import Glibc

/// The bytes of a file, in memory only where they are looked at.
///
/// For files that are replaced as a whole and never changed in place, so that the bytes stay what they were when it was opened.
package final class MappedFile: @unchecked Sendable {  // because the bytes are only ever read
  /// The bytes, which stay where they are as long as this is kept.
  package let bytes: UnsafeRawBufferPointer

  /// The file at `path`; nil when it cannot be read or holds nothing.
  package convenience init?(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    self.init(of: file)
  }

  /// The file that `descriptor` stands for, which may be closed afterwards; nil when it cannot be read or holds nothing.
  package init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
