internal import Synchronization

/// Gives out the places of a list to several workers, each once.
final class WorkCounter: Sendable {
  private let next = Mutex(0)
  private let count: Int

  init(_ count: Int) { self.count = count }

  /// The next place; nil when all are given out.
  func take() -> Int? {
    next.withLock { next in
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }
}
