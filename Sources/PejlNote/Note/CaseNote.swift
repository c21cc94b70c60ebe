public import PejlAnalysis
public import PejlCodebook

/// What a case note says of one hearing: facts, quotes, proposals and questions, computed from the analysis alone.
///
/// Everything is a figure or a place in ``analysis``; the words stand in the catalogue, and are put to it by ``NoteForm``.
public struct CaseNote: Sendable {
  /// What is known of a party's answer.
  public enum Answer: String, Sendable, Hashable {
    /// It answered.
    case answered
    /// It answered that it has no remarks.
    case noRemarks = "no-remarks"
    /// No answer of it was found.
    case none
  }

  /// A party's line in the list of those that were heard.
  public struct PartyLine: Sendable, Hashable {
    /// The place in ``Analysis/parties``.
    public let party: Int
    /// The name that the note shows.
    public let name: String
    /// What is known of its answer.
    public let answer: Answer
    /// The numbers of the annexes that its answers are, rising.
    public let annexes: [Int]
  }

  /// The place of a passage that the note shows.
  public struct Place: Sendable, Hashable {
    /// The place in ``Analysis/responses``.
    public let response: Int
    /// The place in the response's passages.
    public let passage: Int
  }

  /// What was said about one code.
  public struct Topic: Sendable {
    /// The code.
    public let code: Code
    /// The distinct senders, as places in ``Analysis/parties``, alphabetically. For a guidepost: those of its objectives too.
    public let senders: [Int]
    /// Those of the senders that were heard.
    public let heardSenders: Int
    /// The passages. For a guidepost: those of its objectives too, each once.
    public let passages: Int
    /// The passages that bear the code itself; for a guidepost those about it as a whole.
    public let direct: [Place]
    /// The stances of ``direct``, in the codebook's order, zeros included.
    public let stances: [CodeReport.StanceCount]
    /// Those of ``direct`` that are a proposal, in the order of the answers.
    public let proposals: [Place]
    /// Those of ``direct`` that are a question, in the order of the answers.
    public let questions: [Place]
    /// The others of ``direct``, in the order in which they are worth reading: by sender in turn, the most certain first.
    public let quotes: [Place]
  }

  /// The figures and the answers.
  public let analysis: Analysis
  /// The parties that were heard, in Danish alphabetical order.
  public let heard: [PartyLine]
  /// The other senders, in Danish alphabetical order.
  public let others: [PartyLine]
  /// The number of days that the hearing ran, the first and the last included; nil when a date is missing.
  public let days: Int?
  /// The codes of the strategy, touched or not, in the codebook's order.
  public let topics: [Topic]
  /// The themes that were touched, in the codebook's order.
  public let themes: [Topic]
  /// Proposals to change the wording of the strategy, in the order of the answers.
  public let wordings: [Place]
  /// Statements of a minority, in the order of the answers.
  public let minority: [Place]
  /// Passages that count and stand outside the strategy, in the order of the answers.
  public let outside: [Place]
}
