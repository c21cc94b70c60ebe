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

  /// Whether both paths name one file, however they are spelt.
  public static func areSame(_ left: String, _ right: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(left, &one) == 0, stat(right, &other) == 0 else { return left == right }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
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
    var all: [String] = []
    try each(in: path, hidden: hidden) { all.append($0) }
    return all
  }

  /// Calls `body` for each path that ``list(_:hidden:)`` gives, in that order.
  ///
  /// - Throws: ``InvalidInput`` when a folder cannot be read, and what `body` throws.
  public static func each(in path: String, hidden: Bool = false, _ body: (String) throws -> Void) throws {
    try each(in: path, under: "", hidden: hidden, body)
  }

  private static func each(
    in path: String, under prefix: String, hidden: Bool, _ body: (String) throws -> Void
  ) throws {
    let names = try entries(path).filter { hidden || !$0.hasPrefix(".") }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let place = "\(path)/\(name)"
      if kind(place) == .folder {
        try each(in: place, under: "\(prefix)\(name)/", hidden: hidden, body)
      } else {
        try body(prefix + name)
      }
    }
  }

  /// The names in the folder at `path`, in no order.
  ///
  /// - Throws: ``InvalidInput`` when the folder cannot be read.
  static func entries(_ path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw failure("the folder cannot be opened", path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
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

  /// Writes `bytes` behind what stands in the file at `path`.
  ///
  /// - Throws: ``InvalidInput`` with the system's reason.
  public static func append(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("cannot be written", path) }
    defer { close(descriptor) }
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard count == bytes.count else { throw failure("cannot be written", path) }
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

  /// Takes the file at `path` away, if there is one.
  static func remove(_ path: String) { unlink(path) }

  /// Makes the folder at `path` and those above it, for its owner only where they are new.
  ///
  /// - Returns: whether it is there and can be written.
  static func makeFolder(_ path: String) -> Bool {
    if access(path, W_OK) == 0 { return true }
    return (mkdir(path, 0o700) == 0 || errno == EEXIST) && access(path, W_OK) == 0
  }

  /// The path of what stands at `path` from the root, without links; `path` itself where nothing stands there.
  public static func absolute(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  static func failure(_ what: String, _ path: String) -> InvalidInput {
    InvalidInput(code: "file.system", "\(what): \(String(cString: strerror(errno)))", path: path)
  }
}
