public import PejlTagging
internal import Synchronization

/// The responses of a run in the order of its reports: all in memory, or loaded one by one when they are asked for.
public struct ResponseList: RandomAccessCollection, Sendable {
  /// Loads the response at a place.
  public typealias Loader = @Sendable (Int) throws -> TaggedResponse

  private enum Source: Sendable {
    case kept([TaggedResponse])
    case loaded(Loaded)
  }

  private let source: Source
  /// The number of responses.
  public let count: Int

  /// Responses in memory.
  public init(_ responses: [TaggedResponse]) {
    source = .kept(responses)
    count = responses.count
  }

  /// So many responses, loaded when they are asked for; the latest are kept for a while.
  public init(count: Int, load: @escaping Loader) {
    source = .loaded(Loaded(load: load))
    self.count = count
  }

  /// The first place.
  public var startIndex: Int { 0 }
  /// The place behind the last.
  public var endIndex: Int { count }

  /// The response at `place`. One that cannot be loaded is empty here, and ``failure`` then says why.
  public subscript(place: Int) -> TaggedResponse {
    switch source {
    case .kept(let responses): responses[place]
    case .loaded(let loaded): loaded[place]
    }
  }

  /// Why a response could not be loaded. Ask before what was made of the list is used.
  public var failure: (any Error)? { if case .loaded(let loaded) = source { loaded.failure } else { nil } }

  /// Whether responses are loaded when they are asked for.
  public var isLoaded: Bool { if case .loaded = source { true } else { false } }

  /// Loads responses and keeps the latest.
  private final class Loaded: Sendable {
    private struct State {
      var kept: [Int: TaggedResponse] = [:]
      var order: [Int] = []
      var failure: (any Error)?
    }

    /// So many are kept: all of most hearings, and some tens of megabytes at most of large ones.
    private static let limit = 2048
    private let load: Loader
    private let state = Mutex(State())

    init(load: @escaping Loader) { self.load = load }

    var failure: (any Error)? { state.withLock(\.failure) }

    subscript(place: Int) -> TaggedResponse {
      if let kept = state.withLock({ $0.kept[place] }) { return kept }
      do {
        let response = try load(place)
        state.withLock { state in
          if state.kept.updateValue(response, forKey: place) == nil { state.order.append(place) }
          if state.order.count > Self.limit { state.kept[state.order.removeFirst()] = nil }
        }
        return response
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
        return .missing
      }
    }
  }
}
