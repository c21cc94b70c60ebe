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

  /// Makes a folder in this one, with those above it.
  func makeFolder(_ name: String) throws {
    var place = path
    for step in name.split(separator: "/") {
      place += "/\(step)"
      guard mkdir(place, 0o700) == 0 || errno == EEXIST else { throw problem() }
    }
  }

  private func problem() -> InvalidInput {
    refusal("no-temporary-folder", "the file cannot be copied to \(path): \(String(cString: strerror(errno)))")
  }

  /// Removes what is in the folder at `path`; links as links, since what a tool left there leads nowhere.
  private static func empty(_ path: String) {
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      if lstat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFDIR { empty("\(path)/\(name)") }
      remove("\(path)/\(name)")
    }
  }

  deinit {
    Self.empty(path)
    rmdir(path)
  }
}
