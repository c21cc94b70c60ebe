internal import PejlDuplicates
public import PejlSegment
public import PejlText

extension DecisionFile {
  /// The passages of a response after what persons decided on where they begin and end.
  ///
  /// - Parameters:
  ///   - passages: what the segmenter gave.
  ///   - document: the document.
  ///   - response: the identifier of the response.
  ///   - sha256: the hash of its file.
  /// - Returns: the passages, and the places in ``decisions`` of what was used.
  public func reshaped(
    _ passages: [Passage], of document: Document, response: String, sha256: String
  ) -> (passages: [Passage], used: [Int]) {
    var changes: [Int: PassageChange] = [:]
    var used: [Int] = []
    for (number, decision) in decisions.enumerated()
    where decision.isStructural && !decision.isOpen && !decision.isReplaced {
      guard decision.response == response || decision.sha256 == sha256 && isGone(decision.response),
        let place = place(of: decision, in: passages, document, response), changes[place] == nil
      else { continue }
      if decision.mergesNext {
        guard place + 1 < passages.count else { continue }
        changes[place] = .mergeNext
      } else {
        let starts = decision.splits.compactMap { Self.place(of: $0, in: document.text, passages[place].core) }
        guard starts.count == decision.splits.count else { continue }
        changes[place] = .split(starts.sorted())
      }
      used.append(number)
    }
    guard !changes.isEmpty else { return (passages, []) }
    return (Segmenter().reshape(passages, of: document, response: response, changes: changes), used)
  }

  /// Where in `span` the part begins whose first words are `words`; nil unless they stand there once and not at the start.
  public static func place(of words: String, in text: UTF8Text, _ span: TextSpan) -> Int? {
    let sought = TextWords(words).hashes
    let all = TextWords(text, span)
    guard !sought.isEmpty, all.count > sought.count else { return nil }
    let starts = (0...(all.count - sought.count)).filter { all.hashes[$0..<$0 + sought.count].elementsEqual(sought) }
    guard starts.count == 1, starts[0] > 0 else { return nil }
    var place = all.spans[starts[0]].start
    // A quotation mark or bracket before the word belongs to it.
    while place > span.start, !UTF8Text.isSpace(text.bytes[place - 1]) { place -= 1 }
    return place > all.spans[starts[0] - 1].start ? place : nil
  }

  /// The passage that a decision was made on: by its identifier, else the one that is most like its words.
  private func place(
    of decision: Decision, in passages: [Passage], _ document: Document, _ response: String
  ) -> Int? {
    let id = response + decision.passage.dropFirst(decision.response.count)
    if let place = passages.firstIndex(where: { $0.id == id }) { return place }
    guard let text = decision.text else { return nil }
    let words = TextWords(text)
    let own = Likeness(words)
    let shares = passages.map { own.share(with: TextWords(document.text, $0.core)) }
    guard let best = shares.max(), best >= DecisionAnchors.least(words) else { return nil }
    return shares.firstIndex(of: best)
  }
}
