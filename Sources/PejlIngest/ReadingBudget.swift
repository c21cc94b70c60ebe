internal import PejlText
internal import Synchronization

/// What may still be taken out of one file, however it is packed: archives in archives count together.
final class ReadingBudget: Sendable {
  private let left: Mutex<(parts: Int, bytes: Int)>

  init(_ limits: ReadingLimits) { left = Mutex((limits.parts, limits.unpackedBytes)) }

  /// Takes one part of `bytes` bytes.
  ///
  /// - Throws: ``InvalidInput`` when no more is left.
  func take(bytes: Int) throws {
    let fits = left.withLock { left in
      left.parts -= 1
      left.bytes -= bytes
      return left.parts >= 0 && left.bytes >= 0
    }
    guard fits else {
      throw refusal("too-large", "the file it lies in holds more than is read of one file; send this one by itself")
    }
  }
}
