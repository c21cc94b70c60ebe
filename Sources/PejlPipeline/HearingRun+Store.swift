internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlIngest
internal import PejlStore
internal import PejlTagging
internal import PejlText

extension HearingRun {
  /// Reads, tags and tabulates the hearing in `folder`, taking from its store what is known of answers that have not changed;
  /// nothing is written into the store. Without a store, or with one that cannot be used, all is read and tagged.
  ///
  /// - Parameters:
  ///   - folder: the hearing.
  ///   - options: how the runs are made that the store keeps.
  ///   - wantsElements: whether ``reports(_:version:language:)`` will be asked for. The store keeps no account of how
  ///     certainties came about; that is taken from `analysis.xml` as the latest run wrote it, or the answer is tagged.
  /// - Throws: ``InvalidInput`` when the codebook or the decisions cannot be used; an answer that cannot be read is listed.
  public init(
    _ folder: HearingFolder, options: RecurringRun.Options, wantsElements: Bool = false
  ) async throws {
    let compiled = try CodebookLoader.load(folder.codebook)
    var decisions = try folder.decisions(compiled.summary)
    decisions?.files = Set(ResponseName.identifiers(folder.inputs.map(\.name)))
    let known = try? await KnownAnswers(
      folder, options: options, codebook: CodebookLoader.fingerprint(compiled.sources), decisions: decisions)
    guard let known else {
      try await self.init(Job(folder), workers: options.workers)
      return
    }
    let tagging = StoredTagging(
      folder: folder, known: known, compiled: compiled, decisions: decisions,
      workers: options.workers)
    self = try await tagging.run(wantsElements: wantsElements)
  }
}

/// Puts a run together of what a store knows and what is tagged now.
private struct StoredTagging {
  let folder: HearingFolder
  let known: KnownAnswers
  let compiled: CompiledCodebook
  let decisions: DecisionFile?
  let workers: Int

  private var codebook: CodebookSummary { compiled.summary }

  /// All responses as the rules tagged them, in the order of the files.
  private struct Tagged {
    var responses: [TaggedResponse] = []
    /// Beside each: what the store knows of it.
    var known: [KnownAnswers.Known?] = []
    var unread: [Diagnostic] = []
  }

  /// A response with what figures are made of.
  private struct Told {
    var response: TaggedResponse
    var digest: ResponseDigest
    var personal: [PersonalData]
    var version: ResponseVersion?
  }

  func run(wantsElements: Bool) async throws -> HearingRun {
    var strategy: (text: StrategyText?, unread: [Diagnostic]) = (known.strategy, [])
    if known.strategy == nil, let file = folder.strategy { strategy = await StrategyFile.read(file) }
    var new = known.answers.indices.filter { known.answers[$0] == nil }
    var tagged = try await tag(new, strategy.text)
    var placed = placed(tagged)
    var told = try tell(tagged, placed)
    var elements: [String: [UInt8]] = [:]
    if wantsElements {
      for one in told { elements[one.response.id] = one.version.flatMap(known.element) }
      let files = Set(
        told.filter { $0.version != nil && elements[$0.response.id] == nil }.map { Self.file($0.response) })
      if !files.isEmpty {
        let identifiers = ResponseName.identifiers(folder.inputs.map(\.name))
        new = identifiers.indices.filter { known.answers[$0] == nil || files.contains(identifiers[$0]) }
        tagged = try await tag(new, strategy.text)
        placed = self.placed(tagged)
        told = try tell(tagged, placed)
        let kept = Set(told.filter { $0.version != nil }.map(\.response.id))
        elements = elements.filter { kept.contains($0.key) }
      }
    }
    let tabulation = Tabulation(
      analysis(told, strategy.unread + tagged.unread, placed?.report),
      personal: Dictionary(told.map { ($0.response.id, $0.personal) }) { first, _ in first })
    return HearingRun(
      compiled: compiled, tabulation: tabulation, decisions: decisions, findings: placed?.findings ?? [],
      unreadAnswers: tagged.unread.count, elements: elements)
  }

  private static func file(_ response: TaggedResponse) -> String { String(response.id.prefix { $0 != "_" }) }

  /// Tags the answers at `places`, and takes the others as they are known.
  private func tag(_ places: [Int], _ strategy: StrategyText?) async throws -> Tagged {
    let pipeline = Pipeline(
      compiled, hearing: folder.hearing, strategy: strategy, decisions: decisions, workers: workers)
    let found = places.isEmpty ? [:] : try await pipeline.outcomes(of: folder.inputs, at: places)
    var tagged = Tagged()
    for index in folder.inputs.indices {
      if let own = found[index] {
        tagged.responses += own.responses
        tagged.known += own.responses.map { _ in nil }
        tagged.unread += own.unread
      } else {
        let own = known.answers[index] ?? []
        tagged.responses += own.map(\.response)
        tagged.known += own
      }
    }
    return tagged
  }

  private func placed(_ tagged: Tagged) -> PlacedDecisions? {
    decisions?.placed(in: DecidableResponses(tagged.responses))
  }

  /// The responses as they were decided on.
  private func tell(_ tagged: Tagged, _ placed: PlacedDecisions?) throws -> [Told] {
    let codes = CodePlaces(codebook)
    let search = PersonalDataSearch()
    return try tagged.responses.enumerated().map { place, response in
      let part = placed?.parts[place]
      let known = tagged.known[place]
      let version = try known.map { known in
        ResponseVersion(result: known.result, decisions: try part.map { try RunDecisions.Part($0).key } ?? "")
      }
      if part == nil, let known {
        return Told(
          response: response, digest: known.summary.digest, personal: known.summary.personal, version: version)
      }
      let shown = part.map { response.decided(by: $0, codebook: codebook) } ?? response
      return Told(
        response: shown, digest: ResponseDigest(shown, codes: codes), personal: search.data(in: shown),
        version: version)
    }
  }

  private func analysis(_ told: [Told], _ unread: [Diagnostic], _ report: DecisionReport?) -> Analysis {
    let versions = told.compactMap(\.version)
    var words = WordCounts()
    if versions.count == told.count, let former = known.words(versions) {
      words = former
    } else {
      for one in told { words.add(one.response, one.digest) }
    }
    return Analysis(
      hearing: folder.hearing, codebook: codebook, digests: told.map(\.digest), words: words, unread: unread,
      decisions: report, foundTexts: known.texts
    ) { order in ResponseList(order.map { told[$0].response }) }
  }
}
