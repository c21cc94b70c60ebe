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
  /// - Throws: ``InvalidInput`` with the system's reason.
  public init(path: String, goesOn: Bool) throws {
    name = path
    descriptor = open(path, (goesOn ? O_RDWR : O_WRONLY | O_TRUNC) | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Files.failure("cannot be written", path) }
    guard goesOn else { return }
    let end = try Self.endOfLastLine(descriptor, path)
    guard ftruncate(descriptor, end) == 0, lseek(descriptor, end, SEEK_SET) == end else {
      throw Files.failure("cannot be written", path)
    }
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
