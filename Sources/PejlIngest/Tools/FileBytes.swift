internal import Glibc
internal import PejlText

/// Reads a regular file with a limit, and says plainly why it cannot.
package enum FileBytes {
  package static func read(path: String, limit: Int) throws -> [UInt8] {
    // Without O_NONBLOCK a named pipe would be waited for for ever.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw problem(errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw problem(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw refusal("folder", "this is a folder; name the files in it")
    default: throw refusal("not-a-file", "this is not an ordinary file; copy its content into one")
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw tooLarge(size, limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw problem(errno)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      // The file may have grown since it was measured.
      guard bytes.count <= limit else { throw tooLarge(bytes.count, limit) }
    }
  }

  static func tooLarge(_ size: Int, _ limit: Int) -> InvalidInput {
    refusal(
      "too-large",
      "the file has \(size) bytes, more than the \(limit) that are read; split it or send a smaller version")
  }

  private static func problem(_ number: Int32) -> InvalidInput {
    switch number {
    case ENOENT, ENOTDIR: refusal("not-found", "there is no such file; check the name")
    case EACCES, EPERM: refusal("unreadable", "you may not read this file; ask for the right to read it")
    default: refusal("unreadable", "the file cannot be read: \(String(cString: strerror(number)))")
    }
  }
}
