internal import PejlCodebook
public import PejlDanish

/// What another version of a codebook changes, when nothing but rules differs: enough of both to tell which responses it
/// touches without tagging them.
///
/// A response is touched when a changed rule finds something else in one of its passages, or when a word of it is taken for
/// another: a misspelling is corrected to what rules name, and two words written apart are read as one of those.
public struct RuleChange: Sendable {
  /// The changed rules as they were, and as they are, each with the rules that they refer to.
  let former: CompiledCodebook
  let current: CompiledCodebook
  /// Whether no rule finds anything else.
  let isEmpty: Bool
  /// Whether misspelt and split words are read as before.
  let readsWordsAlike: Bool

  /// What changed from `former` to `current`; nil when more than rules differs, so that any response may be touched.
  ///
  /// - Parameters:
  ///   - former: the codebook that responses were tagged with.
  ///   - current: the codebook as it is now.
  ///   - lexicon: finds the lemmas of words.
  public init?(from former: CompiledCodebook, to current: CompiledCodebook, lexicon: Lexicon) {
    guard let changed = current.codebook.changedRules(since: former.codebook) else { return nil }
    isEmpty = changed.isEmpty
    readsWordsAlike =
      former.corrector.hasSameWords(as: current.corrector) && former.compounds.hasSameWords(as: current.compounds)
    func part(of whole: CompiledCodebook) -> CompiledCodebook {
      CompiledCodebook(whole.codebook.limited(to: changed), lexicon: lexicon, partOf: whole)
    }
    self.former = part(of: former)
    self.current = part(of: current)
  }
}
