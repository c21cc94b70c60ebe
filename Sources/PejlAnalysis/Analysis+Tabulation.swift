public import PejlCodebook
public import PejlDuplicates
public import PejlHearing
internal import PejlSegment
public import PejlTagging
public import PejlText

extension Analysis {
  /// Tabulates the responses of one run; the order in which they come does not matter.
  ///
  /// - Parameters:
  ///   - hearing: the case, or one without respondents for loose files.
  ///   - codebook: the codebook that gave the tags.
  ///   - responses: the responses that could be read.
  ///   - unread: one finding for each file that could not.
  ///   - decisions: what became of the decisions of persons.
  public init(
    hearing: Hearing, codebook: CodebookSummary, responses: [TaggedResponse], unread: [Diagnostic],
    decisions: DecisionReport? = nil
  ) {
    let codes = CodePlaces(codebook)
    var words = WordCounts()
    let digests = responses.map { ResponseDigest($0, codes: codes) }
    for (response, digest) in zip(responses, digests) { words.add(response, digest) }
    self.init(
      hearing: hearing, codebook: codebook, digests: digests, words: words,
      unread: unread, decisions: decisions
    ) { order in ResponseList(order.map { responses[$0] }) }
  }

  /// Tabulates what is known of the responses of one run.
  ///
  /// - Parameters:
  ///   - hearing: the case.
  ///   - codebook: the codebook that gave the tags.
  ///   - digests: one for each response, in any order.
  ///   - words: the words of all responses.
  ///   - unread: one finding for each file that could not be read.
  ///   - decisions: what became of the decisions of persons.
  ///   - foundTexts: what an earlier search for shared texts found; the result does not depend on it.
  ///   - responses: given the places in `digests` in the order of reports, the responses in that order.
  public init(
    hearing: Hearing, codebook: CodebookSummary, digests: [ResponseDigest], words: WordCounts, unread: [Diagnostic],
    decisions: DecisionReport? = nil, foundTexts: FoundTexts = FoundTexts(), responses: ([Int]) -> ResponseList
  ) {
    let order = digests.indices.sorted { ResponseDigest.isBefore(digests[$0], digests[$1]) }
    let digests = order.map { digests[$0] }
    let responses = responses(order)
    let codes = CodePlaces(codebook)
    let parties = PartyList(hearing: hearing, digests: digests)
    self.decisions = decisions
    self.hearing = hearing
    self.codebook = codebook
    self.digests = digests
    self.words = words
    self.responses = responses
    self.unread = unread.sorted { ($0.path ?? "", $0.code, $0.message) < ($1.path ?? "", $1.code, $1.message) }
    self.parties = parties.parties
    coverage = CoverageTable(codes: codes, parties: parties.parties, digests: digests).coverage
    let shared = SharedTextTable(
      responses: responses, digests: digests, parties: parties.ofResponse, known: foundTexts)
    codeReports =
      ThemeTable(codebook: codebook, codes: codes, parties: parties, digests: digests, shared: shared).reports
    sharedTexts = shared.texts
    borrowing = shared.borrowing
    equalAnswers = shared.equal
    self.foundTexts = shared.found
    tellingWords = words.tellingWords
  }

  /// The places of all passages that count and have no tag of the strategy, in the order of the responses.
  public var outside: [(response: Int, passage: Int)] {
    digests.enumerated().flatMap { response, digest in digest.outside.map { (response, $0) } }
  }

  /// What a passage says and the most typical one of its text does not, as spans of the response's text, rising.
  public func additions(of entry: SharedText.Entry, to text: SharedText) -> [TextSpan] {
    guard entry.addedWords > 0 else { return [] }
    let typical = text.entries[text.typical]
    func words(_ entry: SharedText.Entry) -> TextWords {
      let response = responses[entry.response]
      return TextWords(response.document.text, response.passages[entry.passage].passage.core)
    }
    let own = words(entry)
    return Likeness.additions(of: own, to: words(typical)).map { run in
      TextSpan(own.spans[run.lowerBound].start, own.spans[run.upperBound - 1].end)
    }
  }

  /// The tag that an entry speaks of.
  public func tag(_ entry: CodeReport.Entry) -> Tag {
    responses[entry.response].passages[entry.passage].tags[entry.tag]
  }

  /// The place in ``parties`` of the party that each response is from.
  public var partyOfResponse: [Int] {
    var result = Array(repeating: 0, count: digests.count)
    for (index, party) in parties.enumerated() { for response in party.responses { result[response] = index } }
    return result
  }
}
