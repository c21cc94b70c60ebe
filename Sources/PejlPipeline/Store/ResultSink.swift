internal import PejlStore
internal import PejlText
internal import Synchronization

/// Takes what workers find, in any order, and writes it into the store some files at a time.
final class ResultSink: Sendable {
  /// What was found in one file.
  struct Found: Sendable {
    var results: NewResults
    var summaries: [ResponseSummary]
    var fragments: [[UInt8]]
    var unread: [Diagnostic]
  }

  private struct State {
    var outcomes: [HearingTagging.Outcome]
    var waiting: [(index: Int, found: Found, ranges: [FormerReport.Range])] = []
    var done = 0
  }

  private let store: Store
  private let spool: FragmentSpool
  private let progress: @Sendable (Int) -> Void
  private let state: Mutex<State>
  private static let batch = 64

  /// A sink for what is found in `count` files.
  init(store: Store, spool: FragmentSpool, count: Int, progress: @escaping @Sendable (Int) -> Void) {
    self.store = store
    self.spool = spool
    self.progress = progress
    state = Mutex(State(outcomes: Array(repeating: HearingTagging.Outcome(), count: count)))
  }

  /// Takes what was found in the file at `index`.
  func take(_ found: Found, at index: Int) throws {
    try state.withLock { state in
      let ranges = try found.fragments.map(spool.append)
      var light = found
      light.fragments = []
      state.waiting.append((index, light, ranges))
      state.done += 1
      progress(state.done)
      if state.waiting.count >= Self.batch { try keep(&state) }
    }
  }

  /// What the files came to, in their order.
  func finish() throws -> [HearingTagging.Outcome] {
    try state.withLock { state in
      try keep(&state)
      return state.outcomes
    }
  }

  private func keep(_ state: inout State) throws {
    let numbers = try store.keep(state.waiting.map(\.found.results))
    for ((index, found, ranges), numbers) in zip(state.waiting, numbers) {
      let parts = zip(zip(numbers, found.results.parts), zip(found.summaries, ranges))
      state.outcomes[index].unread = found.unread
      state.outcomes[index].responses = parts.map { own, rest in
        HearingTagging.Tagged(
          version: ResponseVersion(result: own.0, decisions: own.1.decisions), summary: rest.0, fragment: rest.1)
      }
    }
    state.waiting = []
  }
}
