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

  /// Does `work` for each of `count` places, with several workers at once.
  ///
  /// - Parameters:
  ///   - count: the number of places.
  ///   - workers: the number of workers; each takes one place after the other.
  ///   - start: what a worker has found before its first place.
  ///   - work: adds what is found at a place.
  /// - Returns: what each worker found.
  /// - Throws: the first error of `work`.
  static func parts<Part: Sendable>(
    of count: Int, workers: Int, start: @escaping @Sendable () -> Part,
    work: @escaping @Sendable (Int, inout Part) throws -> Void
  ) async throws -> [Part] {
    let counter = WorkCounter(count)
    return try await withThrowingTaskGroup(of: Part.self) { group in
      for _ in 0..<max(1, min(workers, count)) {
        group.addTask {
          var part = start()
          while let place = counter.take() {
            try Task.checkCancellation()
            try work(place, &part)
          }
          return part
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }
}
