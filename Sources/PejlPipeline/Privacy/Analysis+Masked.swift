public import PejlAnalysis
internal import PejlHearing
internal import PejlIngest
internal import PejlPrivacy
internal import PejlSegment
internal import PejlTagging
internal import PejlText

extension PrivacyReview {
  /// `analysis` as pages show it to those who work on the case: personal numbers are hidden unless somebody decided to keep
  /// them. Identifiers, hashes and all numbers stay as they are.
  public func shown(_ analysis: Analysis) -> Analysis {
    let numbers = hiddenNumbers
    return numbers.isEmpty ? analysis : analysis.masked(PrivacyMask(numbers.map(\.secret)), isPublished: false)
  }

  /// `analysis` as it may be published: everything that was decided to be masked is hidden, and nothing is left that was made
  /// from it. Where a text or the name of a file changes, identifiers are made anew, and the hash is that of the masked text:
  /// from a hash and the text around, a hidden number could be found by trying.
  public func published(_ analysis: Analysis) -> Analysis { analysis.masked(mask, isPublished: true) }

  /// What hides all that was decided to be masked.
  var mask: PrivacyMask { PrivacyMask(masked.map(\.secret)) }
}

extension Analysis {
  fileprivate func masked(_ mask: PrivacyMask, isPublished: Bool) -> Analysis {
    if responses.isLoaded, !isPublished { return lazilyMasked(mask) }
    let ids = Set(responses.map(\.id))
    let maskedResponses = responses.enumerated().map { index, response in
      var id = response.id
      if isPublished, mask.maskedName(response.file) != response.file || mask.maskedName(id) != id {
        id = "response-\(index + 1)"
        while ids.contains(id) { id += "-masked" }
      }
      return response.masked(mask, id: id, isPublished: isPublished)
    }
    return Analysis(
      hearing: hearing.masked(mask), codebook: codebook, responses: maskedResponses,
      unread: unread.map { $0.masked(mask) },
      decisions: isPublished ? decisions?.published : decisions?.rewritten(mask.masked))
  }
}

extension Analysis {
  /// The analysis with personal numbers hidden in each response when it is loaded. Numbers are no words, and no tag rests on
  /// one, so the figures stay.
  private func lazilyMasked(_ mask: PrivacyMask) -> Analysis {
    let responses = responses
    return Analysis(
      hearing: hearing.masked(mask), codebook: codebook, digests: digests.map { $0.masked(mask) }, words: words,
      unread: unread.map { $0.masked(mask) }, decisions: decisions?.rewritten(mask.masked), foundTexts: foundTexts
    ) { order in
      ResponseList(count: order.count) { place in
        let original = responses[order[place]]
        if let failure = responses.failure { throw failure }
        return original.masked(mask, id: original.id, isPublished: false)
      }
    }
  }
}

extension ResponseDigest {
  fileprivate func masked(_ mask: PrivacyMask) -> ResponseDigest {
    ResponseDigest(
      id: id, file: mask.maskedName(file), sha256: sha256, format: format, respondent: respondent.masked(mask),
      annex: annex?.masked(mask), account: account, isComplete: isComplete, isNoAnswer: isNoAnswer, isNoisy: isNoisy,
      passages: passages, entries: entries, touches: touches, outside: outside, counted: counted,
      wording: wording)
  }
}

extension TaggedResponse {
  fileprivate func masked(_ mask: PrivacyMask, id newID: String, isPublished: Bool) -> TaggedResponse {
    let text = mask.masked(document.text)
    let isChanged = isPublished && (text != document.text || newID != id)
    let document = Document(
      format: self.document.format, text: text, blocks: self.document.blocks,
      metadata: self.document.metadata.masked(mask), sourceMap: self.document.sourceMap,
      notes: self.document.notes.map { $0.masked(mask) }, recognition: self.document.recognition)
    var result = TaggedResponse(
      id: newID, file: mask.maskedName(file), sha256: isChanged ? ContentHash.sha256(text.bytes) : sha256,
      document: document, respondent: respondent.masked(mask), annex: annex?.masked(mask),
      passages: passages.map {
        $0.masked(
          mask, from: self.document.text, to: text, response: newID, isPublished: isPublished, isChanged: isChanged,
          of: id)
      }, noise: noise)
    result.decision = isPublished ? decision?.published(on: newID) : decision
    return result
  }
}

extension TaggedPassage {
  /// The passage with an identifier that does not come from words that are hidden.
  fileprivate func masked(
    _ mask: PrivacyMask, from old: UTF8Text, to new: UTF8Text, response: String, isPublished: Bool, isChanged: Bool,
    of oldResponse: String
  ) -> TaggedPassage {
    // What a hidden word was read as would tell it.
    let readings = uncertain.filter { old.bytes[$0.span.range] == new.bytes[$0.span.range] }
    let decision = isPublished ? self.decision?.published : self.decision?.rewritten(mask.masked)
    guard isChanged || readings != uncertain || decision != self.decision else { return self }
    let own = passage.span.range
    var id = response + passage.id.dropFirst(oldResponse.count)
    if isChanged, old.bytes[own] != new.bytes[own] { id = "\(response).masked-\(passage.number)" }
    var result = TaggedPassage(
      passage: Passage(
        id: id, number: passage.number, span: passage.span, core: passage.core, kind: passage.kind,
        level: passage.level, page: passage.page), disposition: disposition, tags: tags, rejected: rejected,
      uncertain: readings)
    result.decision = decision
    return result
  }
}

extension Document.Metadata {
  fileprivate func masked(_ mask: PrivacyMask) -> Document.Metadata {
    var metadata = self
    metadata.title = title.map(mask.masked)
    metadata.senderName = senderName.map(mask.masked)
    metadata.senderAddress = senderAddress.map(mask.masked)
    metadata.date = date.map(mask.masked)
    return metadata
  }
}

extension RespondentMatch {
  fileprivate func masked(_ mask: PrivacyMask) -> RespondentMatch {
    RespondentMatch(
      respondent: respondent?.masked(mask), kind: kind, basis: basis, evidence: evidence.map(mask.masked))
  }
}

extension Respondent {
  fileprivate func masked(_ mask: PrivacyMask) -> Respondent {
    Respondent(
      id: id, kind: kind, name: mask.masked(name), aliases: aliases.map(mask.masked),
      addresses: addresses.map(mask.masked), members: members.map { $0.masked(mask) }, group: group)
  }
}

extension Hearing {
  fileprivate func masked(_ mask: PrivacyMask) -> Hearing {
    Hearing(
      id: id, authority: authority.map(mask.masked), caseNumber: caseNumber, title: title.map(mask.masked),
      period: period.map { $0.masked(mask) }, strategy: strategy.map { $0.masked(mask) },
      respondents: respondents.map { $0.masked(mask) }, annexes: annexes.map { $0.masked(mask) },
      procedure: procedure.map(mask.masked),
      decisions: decisions.map { Decision(body: $0.body.map(mask.masked), date: $0.date, text: mask.masked($0.text)) },
      isDraft: isDraft, columns: columns)
  }
}

extension Hearing.Period {
  fileprivate func masked(_ mask: PrivacyMask) -> Hearing.Period {
    Hearing.Period(start: start, end: end, note: note.map(mask.masked), manner: manner.map(mask.masked))
  }
}

extension Hearing.Strategy {
  fileprivate func masked(_ mask: PrivacyMask) -> Hearing.Strategy {
    Hearing.Strategy(title: mask.masked(title), annex: annex, file: file.map(mask.maskedName), parts: parts)
  }
}

extension Hearing.Annex {
  fileprivate func masked(_ mask: PrivacyMask) -> Hearing.Annex {
    Hearing.Annex(
      number: number, title: mask.masked(title), document: document, fileNumber: fileNumber,
      response: response.map(mask.maskedName))
  }
}

extension Diagnostic {
  fileprivate func masked(_ mask: PrivacyMask) -> Diagnostic {
    Diagnostic(severity, code: code, mask.masked(message), path: path.map(mask.maskedName), line: line)
  }
}
