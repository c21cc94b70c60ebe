public import PejlCodebook
public import PejlDuplicates
public import PejlHearing
public import PejlTagging
public import PejlText

/// Everything that the reports of one run show; no clock, path or machine in it.
public struct Analysis: Sendable {
  /// The case; empty for loose files.
  public let hearing: Hearing
  /// The codebook that was used.
  public let codebook: CodebookSummary
  /// The responses: annexes by number, then the others by file name.
  public let responses: ResponseList
  /// What the figures know of each response, in the same order.
  public let digests: [ResponseDigest]
  /// The words of all responses.
  public let words: WordCounts
  /// The input files that could not be read, each with the reason.
  public let unread: [Diagnostic]
  /// What became of the decisions of persons; nil where there are none.
  public let decisions: DecisionReport?
  /// The parties that were heard, in the order of the hearing, then the unknown senders.
  public let parties: [Party]
  /// Who touched what.
  public let coverage: Coverage
  /// For each code of strategy, theme and stance: who said what.
  public let codeReports: [CodeReport]
  /// The words that mark the passages that no rule of `strategy` caught, the most telling first.
  public let tellingWords: [TellingWord]
  /// What stands in several answers, in the order of the first passage.
  public let sharedTexts: [SharedText]
  /// The answers of which half or more stands in others, with what their senders added.
  public let borrowing: [BorrowingAnswer]
  /// Answers that have the same words, as places in ``responses``; two or more each.
  public let equalAnswers: [[Int]]
  /// What a later search for the same can use.
  public let foundTexts: FoundTexts
}
