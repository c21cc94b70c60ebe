public import PejlCodebook
internal import PejlHearing
public import PejlTagging
internal import PejlText

/// What a person wants decided, in words that were not looked up yet.
public struct DecisionRequest: Sendable {
  /// Codes that the passage bears.
  public var add: [String] = []
  /// Codes that it does not bear.
  public var remove: [String] = []
  /// Why it does not count.
  public var setAside: String?
  /// Whether it counts although rules set it aside.
  public var takesBack = false
  /// The words that further parts of it begin with.
  public var splits: [String] = []
  /// Whether it is one with the passage behind it.
  public var mergesNext = false
  /// The respondent that the answer is from.
  public var respondent: String?
  /// Whether the answer is none.
  public var isNoAnswer = false
  /// Who decides.
  public var author: String?
  /// When, as `YYYY-MM-DD`.
  public var date: String?
  /// What is to be said about it.
  public var note: String?

  /// A request that asks for nothing.
  public init() {}

  private var isOnTags: Bool { !add.isEmpty || !remove.isEmpty || setAside != nil || takesBack }
  private var isStructural: Bool { mergesNext || !splits.isEmpty }
  private var isOnAnswer: Bool { respondent != nil || isNoAnswer }

  /// The decisions of `folder` with this one.
  ///
  /// - Parameters:
  ///   - target: what is decided on.
  ///   - folder: the hearing.
  ///   - codes: the codes of its codebook.
  /// - Returns: all decisions, an earlier one on the same passage or answer kept as history.
  /// - Throws: ``InvalidInput`` when the request does not fit the target, or names what there is not.
  public func decided(
    on target: AnalysedPassages.Target, in folder: HearingFolder, codes: CodebookSummary
  ) throws -> DecisionFile {
    var file =
      try folder.decisions(codes)
      ?? DecisionFile(path: folder.decisionsPath, hearing: folder.hearing.id, decisions: [])
    switch target {
    case .response(let response):
      guard isOnAnswer, !isOnTags, !isStructural else {
        throw fault(
          "\(response.id) is a whole answer: --respondent and --not-an-answer decide on it, the others on a passage")
      }
      if let respondent, folder.hearing.match(decided: respondent) == nil {
        let known = folder.hearing.parties.map(\.id).joined(separator: ", ")
        throw fault("hearing.xml has no respondent \"\(respondent)\"; it has \(known)")
      }
      file.add(
        AnswerDecision(
          response: response.id, respondent: respondent, isNoAnswer: isNoAnswer, sha256: response.sha256,
          author: author, date: date, note: note))
    case .passage(let passage):
      guard !isOnAnswer else {
        throw fault("\(passage.id) is a passage: name the answer \(passage.response) to decide on all of it")
      }
      let earlier = file.decision(on: passage.id, of: passage.response)
      if let earlier, earlier.isStructural != isStructural {
        let remedy =
          earlier.isStructural
          ? "split or merged: run pejl analyse, and decide on the new passages"
          : "decided on: take that out of \(file.path) first, and decide on its parts afterwards"
        throw fault("\(passage.id) was \(remedy)")
      }
      file.add(try isStructural ? structure(passage) : tags(passage, beside: earlier, codes))
    }
    return file
  }

  private func structure(_ passage: AnalysedPassages.Passage) throws -> Decision {
    guard !isOnTags, !mergesNext || splits.isEmpty else {
      throw fault("a passage is split, or merged, or its codes are decided, one at a time")
    }
    let text = UTF8Text(passage.text)
    for words in splits where DecisionFile.place(of: words, in: text, text.span) == nil {
      throw fault("\"\(words)\" does not stand in the passage once and behind its beginning; give more or other words")
    }
    if mergesNext, !passage.hasNext { throw fault("\(passage.id) is the last passage of its answer") }
    var decision = new(passage)
    decision.splits = splits
    decision.mergesNext = mergesNext
    return decision
  }

  /// The decision on codes; what was decided before holds on where this one does not change it.
  private func tags(
    _ passage: AnalysedPassages.Passage, beside earlier: Decision?, _ codes: CodebookSummary
  ) throws -> Decision {
    guard isOnTags else {
      throw fault("nothing is decided; give --add, --remove, --set-aside, --take-back or another option")
    }
    guard setAside == nil || !takesBack else { throw fault("a passage is set aside or taken back, not both") }
    var decision = new(passage)
    decision.codes = earlier?.codes ?? [:]
    decision.added = earlier?.added ?? [:]
    decision.removed = earlier?.removed ?? [:]
    decision.setAside = takesBack ? nil : setAside ?? earlier?.setAside
    decision.isTakenBack = setAside == nil && (takesBack || earlier?.isTakenBack == true)
    for name in add {
      let facet = try facet(of: name, codes)
      guard !remove.contains(name) else { throw fault("\(name) is added and removed") }
      if decision.codes[facet] != nil {
        decision.codes[facet]?.insert(name)
      } else {
        decision.added[facet, default: []].insert(name)
        decision.removed[facet]?.remove(name)
      }
    }
    for name in remove {
      let facet = try facet(of: name, codes)
      if decision.codes[facet] != nil {
        decision.codes[facet]?.remove(name)
      } else {
        decision.removed[facet, default: []].insert(name)
        decision.added[facet]?.remove(name)
      }
    }
    decision.added = decision.added.filter { !$0.value.isEmpty }
    decision.removed = decision.removed.filter { !$0.value.isEmpty }
    return decision
  }

  private func new(_ passage: AnalysedPassages.Passage) -> Decision {
    var decision = Decision(
      response: passage.response, passage: passage.id, codes: [:], sha256: passage.sha256, author: author, note: note,
      text: passage.text)
    decision.date = date
    return decision
  }

  private func facet(of name: String, _ codes: CodebookSummary) throws -> Facet.ID {
    guard let facet = DecisionFile.facets.first(where: { codes.code(name, in: $0) != nil }) else {
      let all = DecisionFile.facets.flatMap { codes.codes($0) }.map(\.id).joined(separator: ", ")
      throw fault("the codebook has no code \"\(name)\"; it has \(all)")
    }
    return facet
  }

  private func fault(_ message: String) -> InvalidInput { InvalidInput(code: "decide.request", message) }
}
