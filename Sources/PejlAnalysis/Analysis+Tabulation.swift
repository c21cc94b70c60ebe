public import PejlCodebook
public import PejlHearing
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
    hearing: Hearing, codebook: Codebook, responses: [TaggedResponse], unread: [Diagnostic],
    decisions: DecisionReport? = nil
  ) {
    self.decisions = decisions
    let responses = responses.sorted { Self.isBefore($0, $1) }
    let parties = PartyList(hearing: hearing, responses: responses)
    self.hearing = hearing
    self.codebook = codebook
    self.responses = responses
    self.unread = unread.sorted { ($0.path ?? "", $0.code, $0.message) < ($1.path ?? "", $1.code, $1.message) }
    self.parties = parties.parties
    coverage = CoverageTable(codebook: codebook, parties: parties.parties, responses: responses).coverage
    let shared = SharedTextTable(responses: responses, parties: parties.ofResponse)
    codeReports = ThemeTable(codebook: codebook, parties: parties, responses: responses, shared: shared).reports
    sharedTexts = shared.texts
    borrowing = shared.borrowing
    equalAnswers = shared.equal
    tellingWords = WordComparison(responses: responses).tellingWords
  }

  /// The places of all passages that count and have no tag of the strategy, in the order of the responses.
  public var outside: [(response: Int, passage: Int)] {
    responses.indices.flatMap { response in
      responses[response].passages.indices
        .filter { responses[response].passages[$0].isOutside }
        .map { (response, $0) }
    }
  }

  /// The place in ``parties`` of the party that each response is from.
  public var partyOfResponse: [Int] {
    var result = Array(repeating: 0, count: responses.count)
    for (index, party) in parties.enumerated() { for response in party.responses { result[response] = index } }
    return result
  }

  /// Annexes by number, then the others by the name of the file.
  private static func isBefore(_ left: TaggedResponse, _ right: TaggedResponse) -> Bool {
    (left.annex?.number ?? .max, left.file, left.id) < (right.annex?.number ?? .max, right.file, right.id)
  }
}
