public import PejlCodebook
internal import PejlDanish
public import PejlTagging

extension PartialAnalysis {
  /// The responses as one run over `inputs` has them that knows what persons decided.
  ///
  /// Only here are all responses known: whether the passage of a decision is gone, which of two answers with the same bytes it
  /// belongs to, and whose words are most like those that were decided on. Where a decision changes who an answer is from or where
  /// its passages end, its text is tagged anew.
  ///
  /// - Parameters:
  ///   - decisions: what persons decided.
  ///   - inputs: the answers of the whole run.
  ///   - codebook: the codebook of the parts.
  ///   - strategy: the strategy's whole text, where it is at hand.
  /// - Returns: the responses, and what became of each decision.
  /// - Throws: ``InvalidInput`` when the dictionary is missing.
  public func decided(
    by decisions: DecisionFile, inputs: [Pipeline.Input], codebook: Codebook, strategy: StrategyText?
  ) throws -> DecidedResponses {
    let identifiers = ResponseName.identifiers(inputs.map(\.name))
    var decisions = decisions
    decisions.files = Set(identifiers)
    let lexicon = try Lexicon()
    let tagger = try ResponseTagger(
      CodebookLoader.unverified(codebook, lexicon: lexicon), hearing: hearing, strategy: strategy, lexicon: lexicon,
      decisions: decisions)
    return decisions.apply(to: ordered(identifiers).map(tagger.shaped), codebook: codebook.summary)
  }

  /// The responses in the order in which one run reads them: file by file, what is in a file as it stands there.
  private func ordered(_ identifiers: [String]) -> [TaggedResponse] {
    let files = Dictionary(identifiers.enumerated().map { ($1, $0) }) { first, _ in first }
    func place(_ response: TaggedResponse) -> (Int, Int) {
      let file = files[String(response.id.prefix { $0 != "_" })] ?? files.count
      return (file, partPlaces[response.id] ?? 0)
    }
    return responses.enumerated().map { (place: place($1), number: $0, response: $1) }
      .sorted { ($0.place.0, $0.place.1, $0.number) < ($1.place.0, $1.place.1, $1.number) }.map(\.response)
  }
}
