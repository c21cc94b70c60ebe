public import PejlDanish
public import PejlHearing
public import PejlText

/// A response that has been read, split and tagged.
public struct TaggedResponse: Sendable, Hashable {
  /// The identifier that stands in results, made from the file's name.
  public let id: String
  /// The name of the file, relative to the folder of responses.
  public let file: String
  /// The SHA-256 of the file, in small hexadecimal digits.
  public let sha256: String
  /// The text and its structure.
  public let document: Document
  /// Who it is from.
  public var respondent: RespondentMatch
  /// The document of the case that it is.
  public let annex: Hearing.Annex?
  /// The passages in order.
  public internal(set) var passages: [TaggedPassage]
  /// How well the dictionary knows its words, where the text was recognised or looks as if it had been; else nil.
  public let noise: RecognitionNoise?
  /// What a person decided on the whole answer, if anything.
  public var decision: AnswerDecision?
  /// The splits and merges that its passages were made with, as places in the file of decisions.
  public var reshapedBy: [Int] = []

  /// A tagged response.
  public init(
    id: String, file: String, sha256: String, document: Document, respondent: RespondentMatch, annex: Hearing.Annex?,
    passages: [TaggedPassage], noise: RecognitionNoise? = nil
  ) {
    self.noise = noise
    self.id = id
    self.file = file
    self.sha256 = sha256
    self.document = document
    self.respondent = respondent
    self.annex = annex
    self.passages = passages
  }

  /// The name of the sender: the party's, else what the file says of its sender, else nil.
  public var senderName: String? { respondent.respondent?.name ?? respondent.evidence }
}
