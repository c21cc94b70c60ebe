internal import PejlDanish
internal import PejlHearing
internal import PejlIngest
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// Reads and tags one response after the other, for one worker.
///
/// Not thread-safe: it remembers the words that it has met.
struct ResponseTagger {
  /// What one file came to.
  struct Outcome {
    /// The response with its place among the documents of the file, from 0, or why there is none.
    enum Part {
      case response(TaggedResponse, place: Int)
      case unread(id: String, Diagnostic)
    }
    /// What was attached to the file, then the file itself: where its own line stands, all of it stands.
    var parts: [Part] = []
  }

  private let hearing: Hearing
  private let matcher: RespondentMatcher
  private let tagger: Tagger
  private let lexicon: Lexicon
  private let decisions: DecisionFile?

  /// A tagger.
  ///
  /// - Parameters:
  ///   - compiled: a codebook whose examples hold.
  ///   - hearing: the case.
  ///   - strategy: the strategy's whole text, where it is at hand.
  ///   - lexicon: a dictionary for its own; another is opened where none is given.
  ///   - decisions: what persons decided on senders and on where passages end; the rest is not used here.
  /// - Throws: ``InvalidInput`` when the dictionary is missing.
  init(
    _ compiled: CompiledCodebook, hearing: Hearing, strategy: StrategyText?, lexicon: Lexicon? = nil,
    decisions: DecisionFile? = nil
  ) throws {
    let lexicon = try lexicon ?? Lexicon()
    self.lexicon = lexicon
    self.hearing = hearing
    self.decisions = decisions
    matcher = RespondentMatcher(hearing)
    tagger = Tagger(compiled, hearing: hearing, strategy: strategy, lexicon: lexicon, keepsRejected: false)
  }

  /// How many distinct words it remembers.
  var wordCount: Int { lexicon.count }

  /// What is in the file `input`.
  func read(_ input: Pipeline.Input, id: String) async -> Outcome {
    let (documents, refusals) = await input.reader(columns: hearing.columns).read(path: input.path)
    let names = ResponseName.parts(documents.map(\.key), of: id)
    var own: [Outcome.Part] = []
    var outcome = Outcome()
    for (place, (read, name)) in zip(documents, names).enumerated() {
      let inside = read.name.dropFirst(input.path.count)
      let response = tag(read, name: input.name + inside, id: name)
      let part = Outcome.Part.response(response, place: place)
      if read.key.isEmpty { own.append(part) } else { outcome.parts.append(part) }
    }
    for (number, refusal) in refusals.enumerated() {
      var refusal = refusal
      let inside = (refusal.path ?? input.path).dropFirst(input.path.count)
      refusal.path = input.name + inside
      let isWhole = documents.isEmpty && inside.isEmpty
      let name = isWhole ? id : "\(id)_unread-\(number + 1)"
      outcome.parts.append(.unread(id: name, refusal))
    }
    outcome.parts += own
    return outcome
  }

  /// The tagged response in a text that came without a file.
  ///
  /// - Throws: ``InvalidInput`` when the text is empty or too large.
  func read(_ line: ResponseLine) async throws -> TaggedResponse {
    let name = line.file ?? line.id
    return tag(
      try await FileReader().read(text: line.text, name: name, metadata: line.metadata), name: name, id: line.id)
  }

  /// The tagged response of one document.
  func tag(_ read: ReadDocument, name: String, id: String) -> TaggedResponse {
    let document = read.document
    let match = decidedSender(id, sha256: read.sha256) ?? matcher.match(document, file: name)
    let segmented = Segmenter().segment(document, response: id)
    let (passages, used) = reshaped(segmented, of: document, id: id, sha256: read.sha256)
    let noise = tagger.noise(of: document)
    var response = TaggedResponse(
      id: id, file: name, sha256: read.sha256, document: document, respondent: match,
      annex: hearing.annex(ofFile: name),
      passages: tagger.tag(passages, of: document.text, from: match.kind, isNoisy: noise?.isNoisy == true), noise: noise
    )
    response.reshapedBy = used
    return response
  }

  /// `response`, which was tagged without decisions, as ``tag(_:name:id:)`` gives it with them: tagged anew from its text where
  /// a person decided on its sender or on where its passages end.
  func shaped(_ response: TaggedResponse) -> TaggedResponse {
    let (id, sha256, document) = (response.id, response.sha256, response.document)
    let match = decidedSender(id, sha256: sha256) ?? response.respondent
    let (passages, used) = reshaped(response.passages.map(\.passage), of: document, id: id, sha256: sha256)
    var tagged = response.passages
    if !used.isEmpty || match.kind != response.respondent.kind {
      tagged = tagger.tag(
        passages, of: document.text, from: match.kind, isNoisy: response.noise?.isNoisy == true)
    }
    var result = TaggedResponse(
      id: id, file: response.file, sha256: sha256, document: document, respondent: match, annex: response.annex,
      passages: tagged, noise: response.noise)
    result.reshapedBy = used
    return result
  }

  private func decidedSender(_ id: String, sha256: String) -> RespondentMatch? {
    decisions?.answer(id, sha256: sha256)?.respondent.flatMap(hearing.match(decided:))
  }

  private func reshaped(
    _ passages: [Passage], of document: Document, id: String, sha256: String
  ) -> (passages: [Passage], used: [Int]) {
    decisions?.reshaped(passages, of: document, response: id, sha256: sha256) ?? (passages, [])
  }
}
