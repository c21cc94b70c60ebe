/// One case: what was sent in hearing, to whom, and where the answers stand in the file of the case.
public struct Hearing: Sendable, Hashable {
  /// The hearing period, as far as it is known.
  public struct Period: Sendable, Hashable {
    /// The first day, `YYYY-MM-DD`.
    public let start: String?
    /// The last day, `YYYY-MM-DD`.
    public let end: String?
    /// What is to be said about it.
    public let note: String?
    /// How the hearing was held, such as by letter or on a portal.
    public let manner: String?

    /// A period.
    public init(start: String?, end: String?, note: String?, manner: String? = nil) {
      self.start = start
      self.end = end
      self.note = note
      self.manner = manner
    }
  }

  /// The strategy that was sent in hearing.
  public struct Strategy: Sendable, Hashable {
    /// The title.
    public let title: String
    /// The number of the annex that holds it.
    public let annex: Int?
    /// The file that holds its text, relative to the hearing's folder.
    public let file: String?
    /// Where each guidepost stands.
    public let parts: [Part]

    /// A strategy.
    public init(title: String, annex: Int?, file: String? = nil, parts: [Part]) {
      self.title = title
      self.annex = annex
      self.file = file
      self.parts = parts
    }
  }

  /// The pages of one part of the strategy.
  public struct Part: Sendable, Hashable {
    /// The code of the guidepost.
    public let code: String
    /// The first and the last page.
    public let pages: ClosedRange<Int>

    /// A part.
    public init(code: String, pages: ClosedRange<Int>) {
      self.code = code
      self.pages = pages
    }
  }

  /// A document of the case.
  public struct Annex: Sendable, Hashable {
    /// The number in the list of annexes.
    public let number: Int
    /// The title.
    public let title: String
    /// The document number, such as `124153/23`.
    public let document: String?
    /// The number in the case file system.
    public let fileNumber: String?
    /// The name of the file that holds the response, if the annex is one.
    public let response: String?

    /// An annex.
    public init(number: Int, title: String, document: String?, fileNumber: String?, response: String?) {
      self.number = number
      self.title = title
      self.document = document
      self.fileNumber = fileNumber
      self.response = response
    }
  }

  /// What a body decided in the case.
  public struct Decision: Sendable, Hashable {
    /// The body, as far as it is known.
    public let body: String?
    /// The day, `YYYY-MM-DD`, as far as it is known.
    public let date: String?
    /// What was decided.
    public let text: String

    /// A decision.
    public init(body: String?, date: String?, text: String) {
      self.body = body
      self.date = date
      self.text = text
    }
  }

  /// The name of the hearing.
  public let id: String
  /// The authority that sent it out.
  public let authority: String?
  /// The case number.
  public let caseNumber: String?
  /// The title of the case.
  public let title: String?
  /// When it ran.
  public let period: Period?
  /// What was sent in hearing.
  public let strategy: Strategy?
  /// Who was heard, as the case names them: bodies and groups of bodies.
  public let respondents: [Respondent]
  /// The documents of the case in order.
  public let annexes: [Annex]
  /// The bodies and stages that the case goes through, in order.
  public let procedure: [String]
  /// What was decided, in order.
  public let decisions: [Decision]
  /// Whether a program wrote it, or it is a template, and no person has gone through it.
  public let isDraft: Bool
  /// What the columns of a spreadsheet of answers hold, where their headers do not say it.
  public let columns: [AnswerColumn]

  /// A hearing.
  public init(
    id: String, authority: String? = nil, caseNumber: String? = nil, title: String? = nil, period: Period? = nil,
    strategy: Strategy? = nil, respondents: [Respondent] = [], annexes: [Annex] = [],
    procedure: [String] = [], decisions: [Decision] = [], isDraft: Bool = false,
    columns: [AnswerColumn] = []
  ) {
    self.id = id
    self.authority = authority
    self.caseNumber = caseNumber
    self.title = title
    self.period = period
    self.strategy = strategy
    self.respondents = respondents
    self.annexes = annexes
    self.procedure = procedure
    self.decisions = decisions
    self.isDraft = isDraft
    self.columns = columns
  }

  /// The bodies that can answer, each counted as one party: the members of groups, and respondents without members.
  public var parties: [Respondent] { respondents.flatMap { $0.members.isEmpty ? [$0] : $0.members } }

  /// The annex that the file of that name is.
  public func annex(ofFile name: String) -> Annex? { annexes.first { $0.response == name } }
}

extension Hearing {
  /// A match with the respondent that a person named by its identifier; nil where the hearing has none such.
  public func match(decided id: String) -> RespondentMatch? {
    respondents.flatMap { [$0] + $0.members }.first { $0.id == id }.map {
      RespondentMatch(respondent: $0, kind: $0.kind, basis: .human, evidence: nil)
    }
  }
}
