internal import PejlCodebook
public import PejlHearing
internal import PejlIngest
public import PejlTagging
public import PejlText
internal import Synchronization

/// Tags any number of responses in little memory, one line of JSON out for each response, in the order of the input.
///
/// The lines are the same for any number of workers. Their form is described in the article on scaling.
public struct TagStream: Sendable {
  /// What a line holds.
  public enum Detail: Sendable {
    /// The passages with their places, tags and evidence; not the text.
    case tags
    /// Also the text and all else that ``PartialAnalysis`` needs to make reports.
    case partial
  }

  private let compiled: CompiledCodebook
  private let hearing: Hearing
  private let strategy: StrategyText?
  private let detail: Detail
  private let workers: Int
  private let fingerprint: String
  /// A worker that knows more distinct words forgets them: a stream without end meets words without end.
  package var mostWords = 50_000
  private static let filesPerBatch = 8
  /// So many batches may be done before one that is not.
  private static let batchesAhead = 8

  /// A stream.
  ///
  /// - Parameters:
  ///   - compiled: the codebook.
  ///   - hearing: the case; empty for loose responses.
  ///   - strategy: the strategy's whole text, where it is at hand.
  ///   - detail: what a line holds.
  ///   - workers: how many responses are worked on at once.
  public init(
    _ compiled: CompiledCodebook, hearing: Hearing, strategy: StrategyText? = nil, detail: Detail = .tags, workers: Int
  ) {
    self.compiled = compiled
    self.hearing = hearing
    self.strategy = strategy
    self.detail = detail
    self.workers = max(1, workers)
    fingerprint = detail == .partial ? CodebookLoader.fingerprint(compiled.sources) : ""
  }

  /// Tags the files `inputs`.
  ///
  /// - Parameters:
  ///   - inputs: the files of the whole run; their identifiers depend on all names.
  ///   - shard: which of them to tag; nil for all.
  ///   - done: identifiers that are passed over.
  ///   - output: where the lines go.
  ///   - report: is told of each file that could not be read, in the order of the input.
  /// - Returns: how many things could not be read.
  /// - Throws: ``InvalidInput`` when the dictionary is missing or the output cannot be written.
  public func tag(
    _ inputs: InputList, shard: Shard? = nil, skipping done: Set<String> = [], to output: LineOutput,
    report: @escaping @Sendable (Diagnostic) -> Void
  ) async throws -> Int {
    let identifiers = ResponseIdentifiers(inputs.lazy.map(\.name))
    let isMine = { @Sendable (place: Int) in
      (shard?.contains(place) ?? true) && (done.isEmpty || !done.contains(identifiers[place]))
    }
    let count = shard == nil && done.isEmpty ? inputs.count : inputs.indices.count(where: isMine)
    let next = Mutex((place: 0, batch: 0))
    return try await work(
      to: output, workers: min(workers, count / Self.filesPerBatch + 1), report: report,
      take: { () -> (Int, [Int])? in
        next.withLock { next in
          var places: [Int] = []
          while next.place < inputs.count, places.count < Self.filesPerBatch {
            if isMine(next.place) { places.append(next.place) }
            next.place += 1
          }
          if places.isEmpty { return nil }
          defer { next.batch += 1 }
          return (next.batch, places)
        }
      },
      handle: { (places: [Int], tagger, lines) in
        for place in places {
          for part in await tagger.read(inputs[place], id: identifiers[place]).parts {
            lines.write(part, skipping: done)
          }
        }
      })
  }

  /// Tags responses that come as lines of JSON, `{"id":…,"text":…}` with `file`, `respondent` and `date` where they are known.
  ///
  /// - Parameters:
  ///   - input: the descriptor to read.
  ///   - name: what messages call it.
  ///   - done: identifiers that are passed over.
  ///   - output: where the lines go.
  ///   - report: is told of each bad line, in the order of the input.
  /// - Returns: how many lines were bad.
  /// - Throws: ``InvalidInput`` when the dictionary is missing, the input cannot be read, or the output cannot be written.
  public func filter(
    _ input: Int32, name: String, skipping done: Set<String> = [], to output: LineOutput,
    report: @escaping @Sendable (Diagnostic) -> Void
  ) async throws -> Int {
    let source = Mutex((reader: LineReader(input, name: name), batch: 0))
    return try await work(
      to: output, workers: workers, report: report,
      take: { () -> (Int, LineReader.Batch)? in
        try source.withLock { source in
          guard let batch = try source.reader.next() else { return nil }
          defer { source.batch += 1 }
          return (source.batch, batch)
        }
      },
      handle: { (batch: LineReader.Batch, tagger, lines) in
        if batch.isTooLong {
          lines.refuse(nil, "the line is too long; a response may have 100 MB", name, batch.firstLine)
        }
        for (number, bytes) in batch.lines {
          await Self.handle(bytes, number, name, skipping: done, tagger, &lines)
        }
      })
  }

  private static func handle(
    _ bytes: ArraySlice<UInt8>, _ number: Int, _ name: String, skipping done: Set<String>, _ tagger: ResponseTagger,
    _ lines: inout TaggedLines
  ) async {
    do {
      let line = try ResponseLine(bytes)
      if done.contains(line.id) { return }
      do {
        lines.write(.response(try await tagger.read(line), place: 0), skipping: done)
      } catch {
        let message = (error as? InvalidInput)?.diagnostics.first?.message ?? "\(error)"
        lines.refuse(line.id, message, name, number)
      }
    } catch {
      lines.refuse(error.id, error.message, name, number)
    }
  }

  /// Lets workers take batches, and puts what they make of them in order.
  private func work<Batch: Sendable>(
    to output: LineOutput, workers: Int, report: @escaping @Sendable (Diagnostic) -> Void,
    take: @escaping @Sendable () throws -> (Int, Batch)?,
    handle: @escaping @Sendable (Batch, ResponseTagger, inout TaggedLines) async -> Void
  ) async throws -> Int {
    let ordered = OrderedOutput(
      output.descriptor, name: output.name, window: workers * Self.batchesAhead, report: report)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask {
          var tagger = try ResponseTagger(compiled, hearing: hearing, strategy: strategy)
          var lines = TaggedLines(detail, fingerprint: fingerprint)
          while let (number, batch) = try take() {
            await handle(batch, tagger, &lines)
            let (bytes, findings) = lines.take()
            try await ordered.deliver(number, bytes, findings)
            if tagger.wordCount > mostWords {
              tagger = try ResponseTagger(compiled, hearing: hearing, strategy: strategy)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    return ordered.findings
  }
}
