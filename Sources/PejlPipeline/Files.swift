internal import Glibc
internal import PejlText

/// Files and folders, with errors that name them.
public enum Files {
  /// The bytes of the file at `path`.
  ///
  /// - Throws: ``InvalidInput`` with the system's reason.
  public static func read(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("cannot be opened", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("cannot be read", path) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw InvalidInput(code: "file.folder", "this is a folder, a file is expected", path: path)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count >= 0 else { throw failure("cannot be read", path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// What stands at `path`.
  public enum Kind { case missing, file, folder }

  /// What stands at `path`.
  public static func kind(_ path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// The files in the folder at `path` and below, by name; hidden ones are left out unless asked for.
  ///
  /// - Returns: paths relative to the folder.
  /// - Throws: ``InvalidInput`` when a folder cannot be read.
  public static func list(_ path: String, hidden: Bool = false) throws -> [String] {
    guard let folder = opendir(path) else { throw failure("the folder cannot be opened", path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") || hidden && name != "." && name != ".." { names.append(name) }
    }
    return try names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { name -> [String] in
      guard kind("\(path)/\(name)") == .folder else { return [name] }
      return try list("\(path)/\(name)", hidden: hidden).map { "\(name)/\($0)" }
    }
  }

  /// Writes `bytes` into the file at `path`.
  ///
  /// - Throws: ``InvalidInput`` with the system's reason.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("cannot be written", path) }
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let error = failure("cannot be written; what stood there before is kept", path)
        close(descriptor)
        throw error
      }
      offset += count
    }
    guard close(descriptor) == 0 else { throw failure("cannot be written; what stood there before is kept", path) }
  }

  /// Puts `bytes` into the file at `path`, so that at every moment the old or the new content stands there whole.
  ///
  /// - Throws: ``InvalidInput`` with the system's reason.
  public static func replace(_ path: String, with bytes: [UInt8]) throws {
    let stage = "\(path).pejl-new-\(getpid())"
    defer { unlink(stage) }
    try write(bytes, to: stage)
    guard rename(stage, path) == 0 else { throw failure("cannot be written; what stood there before is kept", path) }
  }

  static func failure(_ what: String, _ path: String) -> InvalidInput {
    InvalidInput(code: "file.system", "\(what): \(String(cString: strerror(errno)))", path: path)
  }
}
