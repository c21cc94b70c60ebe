internal import Glibc
internal import PejlText

/// A folder of one's own for the files that a tool reads; it goes when the last reference goes.
package final class TemporaryFolder: Sendable {
  /// Where it lies.
  package let path: String

  package init() throws {
    var template = Array("\(P_tmpdir)/pejl-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw refusal("no-temporary-folder", "no folder can be made in \(P_tmpdir); make room there")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a file that only the user may read, and returns its path.
  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw problem() }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw problem() }
      written += count
    }
    return file
  }

  private func problem() -> InvalidInput {
    refusal("no-temporary-folder", "the file cannot be copied to \(path): \(String(cString: strerror(errno)))")
  }

  deinit {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { unlink("\(path)/\(name)") }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
