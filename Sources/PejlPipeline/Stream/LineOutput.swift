internal import Glibc
internal import PejlText

/// Where lines go: the standard output, or a file that may go on where an earlier run broke off.
public final class LineOutput: Sendable {
  let descriptor: Int32
  let name: String

  /// The standard output.
  public init() {
    descriptor = STDOUT_FILENO
    name = "standard output"
  }

  /// The file at `path`: emptied, or, to go on with it, kept without a last line that was not written to its end.
  ///
  /// - Throws: ``InvalidInput`` when it holds something else than such lines, or with the system's reason.
  public init(path: String, goesOn: Bool) throws {
    name = path
    guard Self.isOwn(path) else {
      throw InvalidInput(
        code: "output.foreign", "this file was not written by pejl tag and would be lost; name another", path: path)
    }
    descriptor = open(path, (goesOn ? O_RDWR : O_WRONLY | O_TRUNC) | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Files.failure("cannot be written", path) }
    guard goesOn else { return }
    let end = try Self.endOfLastLine(descriptor, path)
    guard ftruncate(descriptor, end) == 0, lseek(descriptor, end, SEEK_SET) == end else {
      throw Files.failure("cannot be written", path)
    }
  }

  /// Whether the file at `path` is missing, empty, or begins as lines of pejl do.
  private static func isOwn(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return true }
    defer { close(file) }
    let expected = Array("{\"id\":".utf8)
    var start = [UInt8](repeating: 0, count: expected.count)
    let count = read(file, &start, start.count)
    return count <= 0 || start[..<count].elementsEqual(expected[..<count])
  }

  deinit { if descriptor != STDOUT_FILENO { close(descriptor) } }

  /// The place behind the last end of a line, looked for from the back.
  private static func endOfLastLine(_ descriptor: Int32, _ path: String) throws -> off_t {
    var end = lseek(descriptor, 0, SEEK_END)
    guard end >= 0 else { throw Files.failure("cannot be gone on with", path) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while end > 0 {
      let length = min(Int(end), buffer.count)
      guard pread(descriptor, &buffer, length, end - length) == length else {
        throw Files.failure("cannot be read", path)
      }
      if let last = buffer[..<length].lastIndex(of: 0x0A) { return end - length + last + 1 }
      end -= length
    }
    return 0
  }
}
