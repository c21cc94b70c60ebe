internal import Glibc

/// The folder in which things are kept that can be made again: `$XDG_CACHE_HOME/pejl`, or `~/.cache/pejl`.
package enum CacheFolder {
  /// Its path; nil where the user has none.
  package static var path: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    if let folder = variable("XDG_CACHE_HOME") { return "\(folder)/pejl" }
    // A home that is not there is none: it is not made.
    return variable("HOME").flatMap { access($0, W_OK) == 0 ? "\($0)/.cache/pejl" : nil }
  }

  /// The bytes of a file; nil when it cannot be read.
  package static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let start = buffer.baseAddress {
        let got = Glibc.read(file, start + count, size - count)
        if got <= 0 { break }
        count += got
      }
    }
    return bytes.count == size ? bytes : nil
  }

  /// Deletes the oldest files of the folder at `path` until at most `most` are left.
  package static func limit(_ path: String, to most: Int) {
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    var files: [(seconds: Int, nanoseconds: Int, path: String)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      guard stat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      files.append((status.st_mtim.tv_sec, status.st_mtim.tv_nsec, "\(path)/\(name)"))
    }
    for file in files.sorted(by: <).dropLast(most) { unlink(file.path) }
  }

  /// Puts `bytes` into the file at `path` in one step; does nothing where that cannot be done.
  package static func replace(_ path: String, with bytes: [UInt8]) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    let stage = "\(path).\(getpid())"
    let file = open(stage, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { return }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      written += count
    }
    close(file)
    if written < bytes.count || rename(stage, path) != 0 { unlink(stage) }
  }
}
