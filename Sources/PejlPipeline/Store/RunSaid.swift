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
  /// How many decisions of persons there are, settled and open; nil where there is no file of them.
  public var decisions: (settled: Int, open: Int)?

  /// Nothing.
  public init() {}

  /// Whether the run did not read something, or a decision could not be used.
  public var isLacking: Bool {
    !unread.isEmpty || findings.contains { $0.code.hasPrefix("decisions.") && $0.severity > .note }
  }

  var blob: [UInt8] {
    var writer = ByteWriter()
    writer.write(findings) { $1.write(to: &$0) }
    writer.write(unread) { $1.write(to: &$0) }
    for count in [unreadAnswers, responses, passages, tagged, untagged, setAside, openPrivacy] { writer.write(count) }
    writer.write(decisions) { writer, counts in
      writer.write(counts.settled)
      writer.write(counts.open)
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
      (try reader.integer(), try reader.integer())
    }
  }
}
