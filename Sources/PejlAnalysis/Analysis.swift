public import PejlCodebook
public import PejlHearing
public import PejlTagging
public import PejlText

/// Everything that the reports of one run show; no clock, path or machine in it.
public struct Analysis: Sendable {
  /// The case; empty for loose files.
  public let hearing: Hearing
  /// The codebook that was used.
  public let codebook: Codebook
  /// The responses: annexes by number, then the others by file name.
  public let responses: [TaggedResponse]
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

/// A party that was heard or that answered unasked.
public struct Party: Sendable, Hashable {
  /// The respondent's identifier; `unknown-1` and so on for unknown senders.
  public let id: String
  /// The name; nil for an unknown sender of whom the file says nothing.
  public let name: String?
  /// The name of the group that the party belongs to, such as all local committees.
  public let group: String?
  /// What sort of body it is.
  public let kind: Respondent.Kind
  /// Whether the hearing names it.
  public let isHeard: Bool
  /// The places of its responses in ``Analysis/responses``; empty when it did not answer.
  public let responses: [Int]
}

/// What became of the passages.
public struct Account: Sendable, Hashable {
  /// All passages.
  public var passages = 0
  /// Those with a tag.
  public var tagged = 0
  /// Those without.
  public var untagged = 0
  /// Those that do not count, by reason.
  public var setAside: [String: Int] = [:]
  /// Passages that count and have no tag of the strategy.
  public var outside = 0
  /// The characters (Unicode scalars) of the text.
  public var characters = 0

  /// All passages that do not count.
  public var setAsideTotal: Int { setAside.values.reduce(0, +) }
}
