public import PejlCodebook
public import PejlHearing
public import PejlText

/// Everything that the reports of one run show; no clock, path or machine in it.
public struct Analysis: Sendable {
  /// The case; empty for loose files.
  public let hearing: Hearing
  /// The codebook that was used.
  public let codebook: Codebook
  /// The responses: annexes by number, then the others by file name.
  public let responses: ResponseList
  /// What the figures know of each response, in the same order.
  public let digests: [ResponseDigest]
  /// The words of all responses.
  public let words: WordCounts
  /// The input files that could not be read, each with the reason.
  public let unread: [Diagnostic]
  /// The parties that were heard, in the order of the hearing, then the unknown senders.
  public let parties: [Party]
  /// Who touched what.
  public let coverage: Coverage
  /// For each code of strategy, theme and stance: who said what.
  public let codeReports: [CodeReport]
  /// The words that mark the passages that no rule of `strategy` caught, the most telling first.
  public let tellingWords: [TellingWord]
}
