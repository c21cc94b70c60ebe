public import PejlDanish
public import PejlHearing
internal import PejlSegment
internal import PejlText

/// Tells which responses a change of rules touches.
///
/// Not thread-safe: it remembers the words that it has met. Each worker has its own.
public final class RuleChangeProbe {
  private let change: RuleChange
  private let former: Tagger
  private let current: Tagger
  private let lexicon: Lexicon
  /// By form: whether it is taken for the same word as before.
  private var isReadAlike: [Int: Bool] = [:]
  /// By form: whether it may be the first of two that are one word, before or now.
  private var canBegin: [Int: Bool] = [:]
  /// Whether words of the strategy are read in another way, which may touch every response.
  private var touchesAll = false

  /// A probe for the responses of one hearing.
  ///
  /// - Parameters:
  ///   - change: what changed.
  ///   - hearing: the case that the responses were tagged for.
  ///   - strategy: the strategy's whole text, where it was at hand.
  ///   - lexicon: the worker's own.
  public init(_ change: RuleChange, hearing: Hearing, strategy: StrategyText?, lexicon: Lexicon) {
    self.change = change
    self.lexicon = lexicon
    former = Tagger(change.former, hearing: hearing, strategy: strategy, lexicon: lexicon)
    current = Tagger(change.current, hearing: hearing, strategy: strategy, lexicon: lexicon)
    guard !change.readsWordsAlike, let strategy else { return }
    touchesAll = strategy.documents.contains { text, passages in
      passages.contains { !readsAlike(former.scanner.scan(text, $0.core).text, text) }
    }
  }

  /// Whether `response`, as the rules tagged it before, may be tagged in another way now.
  public func touches(_ response: TaggedResponse) -> Bool {
    if touchesAll { return true }
    if change.isEmpty, change.readsWordsAlike { return false }
    // What a badly recognised word may stand for depends on all rules.
    if response.noise?.isNoisy == true { return true }
    let text = response.document.text
    let kind = response.respondent.kind
    var (before, now) = (ResponseContext(), ResponseContext())
    for passage in response.passages.lazy.map(\.passage) {
      let old = former.read(passage, of: text, from: kind, before, former.scanner)
      let new = current.read(passage, of: text, from: kind, now, current.scanner)
      guard old.structuralReason == nil else { continue }
      if old.candidates != new.candidates || old.framed != new.framed { return true }
      if !change.readsWordsAlike, !readsAlike(old.scan.text, text) { return true }
      before.pass(old, reach: change.former.reach)
      now.pass(new, reach: change.current.reach)
    }
    return false
  }

  /// Whether every word is taken for the same as before, alone and with its neighbour.
  private func readsAlike(_ words: TokenizedText, _ text: UTF8Text) -> Bool {
    let tokens = words.tokens
    for (place, token) in tokens.enumerated() {
      guard isReadAlike(token.form) else { return false }
      if place > 0, canBegin(tokens[place - 1].form) {
        let neighbours = (tokens[place - 1], token)
        let (old, new) = (
          former.scanner.noise.joined(neighbours.0, neighbours.1, in: text),
          current.scanner.noise.joined(neighbours.0, neighbours.1, in: text)
        )
        if old != new { return false }
      }
    }
    return true
  }

  private func isReadAlike(_ form: Int) -> Bool {
    if let known = isReadAlike[form] { return known }
    let result = former.scanner.noise.correction(form) == current.scanner.noise.correction(form)
    isReadAlike[form] = result
    return result
  }

  private func canBegin(_ form: Int) -> Bool {
    if let known = canBegin[form] { return known }
    let result = former.scanner.noise.canBegin(form) || current.scanner.noise.canBegin(form)
    canBegin[form] = result
    return result
  }
}

extension ResponseContext {
  /// Leaves the passage of `reading` behind, without anything decided on it.
  fileprivate mutating func pass(_ reading: Reading, reach: Int) {
    if reading.passage.kind == .heading { enter(reading) }
    remember(reading, reach: reach)
  }
}
