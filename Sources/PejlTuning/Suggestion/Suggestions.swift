package import PejlAnalysis
package import PejlCodebook

/// A word or pair of words that might become a rule.
package struct WordSuggestion: Sendable {
  /// The word, as a term of a codebook.
  package let term: String
  /// How much more often it stands in passages with the code.
  package let keyness: Keyness
  /// How probable it is by chance, corrected for all the words that were tried.
  package let corrected: Double
  /// How many authors use it in passages with the code.
  package let authors: Int
  /// In how many of the passages with the code a rule of the code has it as evidence already.
  package let matched: Int
  /// What a rule of it would give; nothing where there is no code.
  package let yield: RuleYield?
  /// The word in its places.
  package let lines: [ConcordanceLine]
}

/// A word of like meaning to one that a code's rules name.
package struct SynonymIdea: Sendable {
  /// The word, which stands in the passages and in no rule.
  package let word: String
  /// The words of rules that it is like, with what the thesaurus says of it.
  package let like: [(word: String, note: String?)]
  /// The passages that it stands in.
  package let passages: Int
  /// What a rule of it would give.
  package let yield: RuleYield
  /// The word in one place.
  package let lines: [ConcordanceLine]
}

/// What the passages suggest for one code.
package struct CodeSuggestions: Sendable {
  /// The code.
  package let code: Code
  /// The passages that were coded in its facet.
  package let coded: Int
  /// Those of them that bear the code.
  package let passages: Int
  /// The authors of those.
  package let authors: Int
  /// How well the codebook finds the code now.
  package let now: Score
  /// How many words were tried.
  package let tried: Int
  /// How many words stand there beyond chance and are left out, because the code's rules match them in at least half of
  /// the passages with the code.
  package let known: Int
  /// How many stand there beyond chance and would win nothing, spoil too much, or are near to a better one.
  package let passedOver: Int
  /// The words, the one with most to win first.
  package let words: [WordSuggestion]
  /// Words of like meaning; nil without a thesaurus.
  package let ideas: [SynonymIdea]?
}

/// What coded passages suggest to the author of a codebook.
package struct Suggestions: Sendable {
  /// The passages in all.
  package let passages: Int
  /// By code, in the order of the codebook.
  package let codes: [CodeSuggestions]
  /// The passages that no code and no rule touches.
  package let untouched: Int
  /// How the first of those passages begin, and where they are from.
  package let openings: [(text: String, place: String)]
  /// The words of those passages, the most telling first.
  package let untouchedWords: [WordSuggestion]
}
