internal import Glibc
internal import PejlText
internal import Synchronization

/// Puts what several workers made into one stream, in the order of the batches, holding only a few batches.
final class OrderedOutput: Sendable {
  private struct State {
    var next = 0
    var pending: [Int: (bytes: [UInt8], findings: [Diagnostic])] = [:]
    var waiting: [(batch: Int, CheckedContinuation<Void, Never>)] = []
    var failure: InvalidInput?
    var findings = 0
  }

  private let state = Mutex(State())
  private let descriptor: Int32
  private let name: String
  private let window: Int
  private let report: @Sendable (Diagnostic) -> Void

  /// Writes to `descriptor`, which messages call `name`; no worker gets further ahead than `window` batches.
  init(_ descriptor: Int32, name: String, window: Int, report: @escaping @Sendable (Diagnostic) -> Void) {
    self.descriptor = descriptor
    self.name = name
    self.window = window
    self.report = report
  }

  /// The number of findings that were reported.
  var findings: Int { state.withLock { $0.findings } }

  /// Takes what became of the so-maniest batch, and returns when there is room for more.
  ///
  /// - Throws: ``InvalidInput`` when something could not be written.
  func deliver(_ batch: Int, _ bytes: [UInt8], _ findings: [Diagnostic]) async throws {
    let free = state.withLock { state in
      state.pending[batch] = (bytes, findings)
      while state.failure == nil, let (bytes, findings) = state.pending.removeValue(forKey: state.next) {
        state.next += 1
        state.findings += findings.count
        for finding in findings { report(finding) }
        state.failure = write(bytes)
      }
      return release(&state)
    }
    for waiting in free { waiting.resume() }
    await withCheckedContinuation { continuation in
      let goesOn = state.withLock { state in
        if state.failure != nil || batch < state.next + window { return true }
        state.waiting.append((batch, continuation))
        return false
      }
      if goesOn { continuation.resume() }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// The workers that need not wait any longer.
  private func release(_ state: inout State) -> [CheckedContinuation<Void, Never>] {
    let limit = state.failure == nil ? state.next + window : .max
    let free = state.waiting.filter { $0.batch < limit }.map(\.1)
    state.waiting.removeAll { $0.batch < limit }
    return free
  }

  private func write(_ bytes: [UInt8]) -> InvalidInput? {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return Files.failure("cannot be written; start again with --skip-done", name) }
      offset += count
    }
    return nil
  }
}
