/// What a person decided on a whole answer: who it is from, or that it is none.
public struct AnswerDecision: Sendable, Hashable {
  /// The reason with which the passages of what is no answer are set aside.
  public static let noAnswerReason = "not-an-answer"

  /// The identifier of the response.
  public let response: String
  /// The identifier of the respondent that it is from, as in hearing.xml; nil where that is not decided.
  public var respondent: String?
  /// Whether it is no answer to the hearing: all is set aside, and its sender has not answered by it.
  public var isNoAnswer: Bool
  /// Whether a later decision on the answer stands in its place; it is kept as history.
  public var isReplaced = false
  /// The SHA-256 of the file when the decision was made; by it the answer is found again under another name.
  public let sha256: String?
  /// Who decided.
  public let author: String?
  /// When, as `YYYY-MM-DD`.
  public let date: String?
  /// What is to be said about it.
  public let note: String?
  /// The line in the file of decisions, from 1; 0 for one that was not read.
  public let line: Int

  /// The decision as it may be published, on the response called `id` there: what was decided and when.
  public func published(on id: String) -> AnswerDecision {
    AnswerDecision(response: id, respondent: respondent, isNoAnswer: isNoAnswer, date: date)
  }

  /// A decision on an answer.
  public init(
    response: String, respondent: String? = nil, isNoAnswer: Bool = false, sha256: String? = nil,
    author: String? = nil, date: String? = nil, note: String? = nil, line: Int = 0
  ) {
    self.response = response
    self.respondent = respondent
    self.isNoAnswer = isNoAnswer
    self.sha256 = sha256
    self.author = author
    self.date = date
    self.note = note
    self.line = line
  }
}
