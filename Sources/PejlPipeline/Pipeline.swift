internal import PejlAnalysis
internal import PejlCache
internal import PejlCodebook
internal import PejlDanish
public import PejlHearing
internal import PejlIngest
internal import PejlSegment
public import PejlTagging
public import PejlText

/// Reads, splits and tags a set of files, several at once, with the same result for any number of workers.
public struct Pipeline: Sendable {
  /// A file to read.
  public struct Input: Sendable, Hashable {
    /// The path to open.
    public let path: String
    /// The name in results, relative to the folder of responses.
    public let name: String
    /// The folder in which its recognised pages are kept; nil keeps none.
    public let pageCache: String?

    /// An input.
    public init(path: String, name: String, pageCache: String? = nil) {
      self.path = path
      self.name = name
      self.pageCache = pageCache
    }

    /// A file outside a hearing's folder; its recognised pages are kept in the user's cache folder.
    public init(loose path: String, name: String) {
      self.init(path: path, name: name, pageCache: CacheFolder.path.map { "\($0)/pages" })
    }

    /// What reads it.
    func reader(columns: [AnswerColumn] = []) -> FileReader {
      var limits = ReadingLimits()
      limits.pageCache = pageCache
      return FileReader(limits: limits, columns: columns)
    }
  }

  /// The codebook, compiled.
  public let compiled: CompiledCodebook
  /// The case.
  public let hearing: Hearing
  private let strategy: StrategyText?
  private let workers: Int
  private let keepsObservations: Bool
  private let keepsRejected: Bool
  private var decisions: DecisionFile?
  private static let filesPerWorker = 8

  /// A pipeline.
  ///
  /// - Parameters:
  ///   - compiled: a codebook whose examples hold.
  ///   - hearing: the case; empty for loose files.
  ///   - strategy: the strategy's whole text, where it is at hand.
  ///   - decisions: what persons decided on senders and on where passages end; what they decided on tags is applied later.
  ///   - workers: how many files are worked on at once.
  ///   - keepsObservations: whether passages keep what they showed before anything was decided, for tuning.
  ///   - keepsRejected: whether passages keep the codes that something spoke for and that did not become tags.
  public init(
    _ compiled: CompiledCodebook, hearing: Hearing, strategy: StrategyText? = nil,
    decisions: DecisionFile? = nil, workers: Int, keepsObservations: Bool = false, keepsRejected: Bool = false
  ) {
    self.keepsObservations = keepsObservations
    self.keepsRejected = keepsRejected || keepsObservations
    self.decisions = decisions
    self.compiled = compiled
    self.hearing = hearing
    self.strategy = strategy
    self.workers = max(1, workers)
  }

  /// Reads and tags `inputs`; `progress` is told how many are done.
  ///
  /// - Throws: ``InvalidInput`` when the dictionary is missing; a file that cannot be read is listed, never thrown.
  public func run(_ inputs: [Input], progress: @escaping @Sendable (Int) -> Void = { _ in }) async throws -> (
    responses: [TaggedResponse], unread: [Diagnostic]
  ) {
    let identifiers = ResponseName.identifiers(inputs.map(\.name))
    var pipeline = self
    pipeline.decisions?.files = Set(identifiers)
    return try await pipeline.run(inputs, identifiers, progress: progress)
  }

  /// Reads and tags those of `inputs` that stand at `places`, each as it is among all.
  ///
  /// - Returns: by place what the file came to.
  /// - Throws: ``InvalidInput`` when the dictionary is missing.
  func outcomes(of inputs: [Input], at places: [Int]) async throws -> [Int: (
    responses: [TaggedResponse], unread: [Diagnostic]
  )] {
    let identifiers = ResponseName.identifiers(inputs.map(\.name))
    var pipeline = self
    pipeline.decisions?.files = Set(identifiers)
    let found = try await pipeline.found(places.map { inputs[$0] }, places.map { identifiers[$0] }) { _ in }
    let byPlace = Dictionary(grouping: found) { places[$0.index] }
    return Dictionary(places.map { ($0, settle(byPlace[$0] ?? [])) }) { first, _ in first }
  }

  private func run(
    _ inputs: [Input], _ identifiers: [String], progress: @escaping @Sendable (Int) -> Void
  ) async throws -> (responses: [TaggedResponse], unread: [Diagnostic]) {
    settle(try await found(inputs, identifiers, progress: progress))
  }

  /// What the files came to, in their order.
  private func found(
    _ inputs: [Input], _ identifiers: [String], progress: @escaping @Sendable (Int) -> Void
  ) async throws -> [Outcome] {
    let work = WorkCounter(inputs.count)
    let done = WorkCounter(inputs.count)
    let found = try await withThrowingTaskGroup(of: [Outcome].self) { group in
      // Each worker opens a dictionary and learns the words anew, which pays only over several files.
      for _ in 0..<min(workers, inputs.count / Self.filesPerWorker + 1) {
        group.addTask {
          let tagger = Tagger(
            compiled, hearing: hearing, strategy: strategy, lexicon: try Lexicon(),
            keepsObservations: keepsObservations, keepsRejected: keepsRejected)
          var outcomes: [Outcome] = []
          while let index = work.take() {
            outcomes += await read(inputs[index], id: identifiers[index], index: index, tagger: tagger)
            if let others = done.take() { progress(others + 1) }
          }
          return outcomes
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    return found.sorted { ($0.index, $0.part) < ($1.index, $1.part) }
  }

  /// What one document or one refusal in a file came to.
  private struct Outcome: Sendable {
    let index: Int
    let part: Int
    let result: Result
    enum Result: Sendable {
      case response(TaggedResponse)
      case unread(Diagnostic)
    }
  }

  private func read(_ input: Input, id: String, index: Int, tagger: Tagger) async -> [Outcome] {
    let (documents, refusals) = await input.reader(columns: hearing.columns).read(path: input.path)
    let identifiers = ResponseName.parts(documents.map(\.key), of: id)
    var outcomes = zip(documents, identifiers).enumerated().map { part, found in
      let (read, id) = found
      let response = tag(read, name: input.name + read.name.dropFirst(input.path.count), id: id, tagger: tagger)
      return Outcome(index: index, part: part, result: .response(response))
    }
    for (part, refusal) in refusals.enumerated() {
      var refusal = refusal
      refusal.path = input.name + (refusal.path ?? input.path).dropFirst(input.path.count)
      outcomes.append(Outcome(index: index, part: documents.count + part, result: .unread(refusal)))
    }
    return outcomes
  }

  private func tag(_ read: ReadDocument, name: String, id: String, tagger: Tagger) -> TaggedResponse {
    let document = read.document
    let decision = decisions?.answer(id, sha256: read.sha256)
    let match =
      decision?.respondent.flatMap(hearing.match(decided:)) ?? RespondentMatcher(hearing).match(document, file: name)
    let segmented = Segmenter().segment(document, response: id)
    let (passages, used) =
      decisions?.reshaped(segmented, of: document, response: id, sha256: read.sha256) ?? (segmented, [])
    let noise = tagger.noise(of: document)
    var response = TaggedResponse(
      id: id, file: name, sha256: read.sha256, document: document, respondent: match,
      annex: hearing.annex(ofFile: name),
      passages: tagger.tag(passages, of: document.text, from: match.kind, isNoisy: noise?.isNoisy == true),
      noise: noise)
    response.decision = decision
    response.reshapedBy = used
    return response
  }

  /// Sets apart what was read and what was not.
  private func settle(_ outcomes: [Outcome]) -> (responses: [TaggedResponse], unread: [Diagnostic]) {
    var responses: [TaggedResponse] = []
    var unread: [Diagnostic] = []
    for outcome in outcomes {
      switch outcome.result {
      case .response(let response): responses.append(response)
      case .unread(let diagnostic): unread.append(diagnostic)
      }
    }
    return (responses, unread)
  }
}
