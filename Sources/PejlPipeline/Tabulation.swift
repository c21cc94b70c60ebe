public import PejlAnalysis
public import PejlCodebook
public import PejlHearing
public import PejlTagging
public import PejlText

/// The figures of responses that are all in memory, with the personal data in them; several workers look at the responses.
public struct Tabulation: Sendable {
  /// The figures, with every text as it was read.
  public let analysis: Analysis
  /// By response: the personal data in it.
  let personal: [String: [PersonalData]]

  /// Figures that were made otherwise.
  init(_ analysis: Analysis, personal: [String: [PersonalData]]) {
    self.analysis = analysis
    self.personal = personal
  }

  /// Tabulates the responses of one run; the order in which they come does not matter.
  ///
  /// - Parameters:
  ///   - hearing: the case, or one without respondents for loose files.
  ///   - codebook: the codebook that gave the tags.
  ///   - responses: the responses that could be read, as they were decided on.
  ///   - unread: one finding for each file that could not.
  ///   - decisions: what became of the decisions of persons.
  ///   - workers: how many responses are looked at at once; the result is the same.
  /// - Throws: when the work is cancelled.
  public init(
    hearing: Hearing, codebook: CodebookSummary, responses: [TaggedResponse], unread: [Diagnostic],
    decisions: DecisionReport?, workers: Int
  ) async throws {
    let codes = CodePlaces(codebook)
    let parts = try await WorkCounter.parts(of: responses.count, workers: workers, start: Part.init) { place, part in
      let digest = ResponseDigest(responses[place], codes: codes)
      part.words.add(responses[place], digest)
      part.found.append((place, digest, part.search.data(in: responses[place])))
    }
    let found = parts.flatMap(\.found).sorted { $0.place < $1.place }
    analysis = Analysis(
      hearing: hearing, codebook: codebook, digests: found.map(\.digest), words: WordCounts(parts.map(\.words)),
      unread: unread, decisions: decisions
    ) { order in ResponseList(order.map { responses[$0] }) }
    personal = Dictionary(found.map { ($0.digest.id, $0.personal) }) { first, _ in first }
  }

  /// What one worker found.
  private struct Part: Sendable {
    let search = PersonalDataSearch()
    var words = WordCounts()
    var found: [(place: Int, digest: ResponseDigest, personal: [PersonalData])] = []
  }

  /// All personal data with what was decided on it.
  public func review(_ decisions: PublishFile?) -> PrivacyReview {
    PrivacyReview(analysis, personal: analysis.digests.map { personal[$0.id] ?? [] }, decisions: decisions)
  }
}
