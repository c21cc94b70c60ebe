internal import Glibc
internal import PejlText

/// Reads lines from a descriptor in batches: as many as have come, so that a program that waits for an answer gets it.
struct LineReader {
  /// Some whole lines.
  struct Batch {
    /// The lines with their ends; the last one may lack its end.
    var bytes: [UInt8] = []
    /// The number of the first line, from 1.
    var firstLine: Int
    /// Whether this stands for a single line that is longer than a line may be, and was passed over.
    var isTooLong = false

    /// The lines without their ends, those that hold nothing but white space left out, with their numbers.
    var lines: [(number: Int, bytes: ArraySlice<UInt8>)] {
      var number = firstLine - 1
      return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).compactMap { line in
        number += 1
        return line.allSatisfy { UTF8Text.isSpace($0) || $0 == 0x0D } ? nil : (number, line)
      }
    }
  }

  private let descriptor: Int32
  private let name: String
  private let limit: Int
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var rest: [UInt8] = []
  /// So much of the rest is known to hold no end of a line.
  private var scanned = 0
  private var line = 1
  private var isAtEnd = false

  /// A reader of `descriptor`, which messages call `name`; a line may have so many bytes.
  init(_ descriptor: Int32, name: String, limit: Int = 128 << 20) {
    self.descriptor = descriptor
    self.name = name
    self.limit = limit
  }

  /// The next lines; nil at the end.
  ///
  /// - Throws: ``InvalidInput`` with the system's reason.
  mutating func next() throws -> Batch? {
    while true {
      if let end = rest[scanned...].lastIndex(of: 0x0A) { return batch(upTo: end + 1) }
      scanned = rest.count
      if rest.count > limit { return try passOver() }
      if isAtEnd { return rest.isEmpty ? nil : batch(upTo: rest.count) }
      try fill()
    }
  }

  /// Gives the lines of the file at `path`, as they were read, to `take` until that returns false.
  ///
  /// - Throws: ``InvalidInput`` with the system's reason, and what `take` throws.
  static func read(_ path: String, _ take: (Batch) throws -> Bool) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Files.failure("cannot be opened", path) }
    defer { close(descriptor) }
    var reader = LineReader(descriptor, name: path, limit: .max)
    while let batch = try reader.next(), try take(batch) {}
  }

  private mutating func fill() throws {
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { throw Files.failure("cannot be read", name) }
    isAtEnd = count == 0
    rest.append(contentsOf: buffer[..<count])
  }

  private mutating func batch(upTo end: Int) -> Batch {
    var batch = Batch(firstLine: line)
    if end == rest.count {
      swap(&batch.bytes, &rest)
    } else {
      batch.bytes = Array(rest[..<end])
      rest.removeSubrange(..<end)
    }
    scanned = 0
    line += batch.bytes.count { $0 == 0x0A }
    return batch
  }

  /// Reads to the end of a line that is too long, keeping nothing of it.
  private mutating func passOver() throws -> Batch {
    let batch = Batch(firstLine: line, isTooLong: true)
    line += 1
    scanned = 0
    while !isAtEnd {
      rest = []
      try fill()
      if let end = rest.firstIndex(of: 0x0A) {
        rest.removeSubrange(...end)
        break
      }
    }
    return batch
  }
}
