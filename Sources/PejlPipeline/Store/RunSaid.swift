internal import PejlAnalysis
public import PejlTagging
public import PejlText

/// What a run tells its user.
public struct RunSaid: Sendable {
  /// What is to be said of the hearing and of decisions.
  public var findings: [Diagnostic] = []
  /// What could not be read.
  public var unread: [Diagnostic] = []
  /// How many answers were not read.
  public var unreadAnswers = 0
  /// How many responses there are.
  public var responses = 0
  /// How many passages they have.
  public var passages = 0
  /// How many of them are tagged.
  public var tagged = 0
  /// How many are not.
  public var untagged = 0
  /// How many are set aside.
  public var setAside = 0
  /// How many findings of personal data nobody has decided on.
  public var openPrivacy = 0
  /// What there is of decisions of persons; nil where there is no file of them.
  public var decisions: Decisions?

  /// What is told of decisions.
  public struct Decisions: Sendable {
    /// The path of their file.
    public let path: String
    /// How many hold.
    public let settled: Int
    /// How many nobody has looked at yet.
    public let open: Int
    /// How often persons agreed with each rule, the most often refused first.
    public let rules: [DecisionReport.RuleAgreement]
  }

  /// What `run` tells, besides what there is to say of the hearing and of personal data.
  public init(_ run: HearingRun, findings: [Diagnostic], review: PrivacyReview) {
    self.init(
      run.analysis, findings: run.findings + findings, unreadAnswers: run.unreadAnswers, review: review,
      decisions: run.decisions)
  }

  /// What a run with those figures tells.
  init(
    _ analysis: Analysis, findings: [Diagnostic], unreadAnswers: Int, review: PrivacyReview,
    decisions file: DecisionFile?
  ) {
    decisions = file.map {
      Decisions(
        path: $0.path, settled: $0.settledCount, open: $0.openCount, rules: analysis.decisions?.rules ?? [])
    }
    let total = analysis.coverage.total
    self.findings = findings
    unread = analysis.unread
    self.unreadAnswers = unreadAnswers
    responses = analysis.digests.count
    (passages, tagged, untagged) = (total.passages, total.tagged, total.untagged)
    setAside = total.setAsideTotal
    openPrivacy = review.open.count
  }

  /// Whether the run did not read something, or a decision could not be used.
  public var isLacking: Bool {
    !unread.isEmpty || findings.contains { $0.code.hasPrefix("decisions.") && $0.severity > .note }
  }

  var blob: [UInt8] {
    var writer = ByteWriter()
    writer.write(findings) { $1.write(to: &$0) }
    writer.write(unread) { $1.write(to: &$0) }
    for count in [unreadAnswers, responses, passages, tagged, untagged, setAside, openPrivacy] { writer.write(count) }
    writer.write(decisions) { writer, decisions in
      writer.write(decisions.path)
      writer.write(decisions.settled)
      writer.write(decisions.open)
      writer.write(decisions.rules) { writer, rule in
        writer.write(rule.rule)
        writer.write(rule.agreed)
        writer.write(rule.refused)
      }
    }
    return writer.finish()
  }

  init(blob: [UInt8]) throws(ByteReader.Damaged) {
    var reader = try ByteReader(blob)
    findings = try reader.array { (reader) throws(ByteReader.Damaged) in try Diagnostic(from: &reader) }
    unread = try reader.array { (reader) throws(ByteReader.Damaged) in try Diagnostic(from: &reader) }
    unreadAnswers = try reader.integer()
    responses = try reader.integer()
    passages = try reader.integer()
    tagged = try reader.integer()
    untagged = try reader.integer()
    setAside = try reader.integer()
    openPrivacy = try reader.integer()
    decisions = try reader.optional { (reader) throws(ByteReader.Damaged) in
      Decisions(
        path: try reader.string(), settled: try reader.integer(), open: try reader.integer(),
        rules: try reader.array { (reader) throws(ByteReader.Damaged) in
          DecisionReport.RuleAgreement(
            rule: try reader.string(), agreed: try reader.integer(), refused: try reader.integer())
        })
    }
  }
}
