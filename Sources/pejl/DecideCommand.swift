internal import ArgumentParser
internal import Glibc
internal import PejlPipeline
internal import PejlTagging
internal import PejlText

/// Writes down what a person decides on a passage or an answer.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Writes into decisions.xml what a person decides on a passage or a whole answer.",
    discussion: """
      Examples:
        pejl decide bilag-7-omu.3f9a1c20d4 --hearing HEARING-FOLDER --add 2.4 --remove 1.1 --note "om tiden til skemaer"
        pejl decide bilag-7-omu.3f9a1c20d4 --split-before "Vi savner også"
        pejl decide bilag-7-omu --respondent omu-social
        pejl decide bilag-9 --not-an-answer --note "en kvittering"

      Decisions win over rules from the next run on. They are found again when an answer changes a little, and listed when \
      their passage is gone. What was decided before on the same passage is kept as history.
      """)

  @Argument(help: "The identifier of a passage, or its beginning, or of an answer; the pages in responses/ show them.")
  var target: String

  @Option(help: "The hearing folder.")
  var hearing = "."

  @Option(help: "The analysis.xml that shows the passage; by default reports/analysis.xml in the hearing folder.")
  var analysis: String?

  @Option(help: "A code that the passage bears; may stand several times.")
  var add: [String] = []

  @Option(help: "A code that the passage does not bear; may stand several times.")
  var remove: [String] = []

  @Option(help: "Why the passage does not count: a code of the facet frame, or any words.")
  var setAside: String?

  @Flag(help: "The passage counts although rules set it aside.")
  var takeBack = false

  @Option(help: "The words that a further part of the passage begins with; may stand several times.")
  var splitBefore: [String] = []

  @Flag(help: "The passage and the one behind it are one.")
  var mergeNext = false

  @Option(help: "The respondent in hearing.xml that the answer is from.")
  var respondent: String?

  @Flag(help: "What came is no answer to the hearing.")
  var notAnAnswer = false

  @Option(help: "What is to be said about it.")
  var note: String?

  @Option(help: "Who decides; by default the name of the user.")
  var by: String?

  @Option(help: "The day, YYYY-MM-DD; by default today.")
  var at: String?

  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    if let at, !Self.isDay(at) { throw ValidationError("--at must be a day, YYYY-MM-DD.") }
    for (name, value) in [("note", note), ("set-aside", setAside), ("by", by)] {
      if let value, value.allSatisfy(\.isWhitespace) { throw ValidationError("--\(name) must not be empty.") }
    }
  }

  func run() throws {
    let folder = try HearingFolder(path: hearing)
    if let restored = try folder.restoreDecisions() { Console.error(restored.description) }
    let codes = try CodebookLoader.summary(folder.codebook)
    let passages = try analysis.map(AnalysedPassages.init(path:)) ?? AnalysedPassages(reportsOf: folder)
    var request = DecisionRequest()
    request.add = add
    request.remove = remove
    request.setAside = setAside
    request.takesBack = takeBack
    request.splits = splitBefore
    request.mergesNext = mergeNext
    request.respondent = respondent
    request.isNoAnswer = notAnAnswer
    request.note = note
    request.author = by ?? getenv("USER").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    request.date = at ?? Self.today
    let file = try request.decided(on: passages.target(target), in: folder, codes: codes)
    let bytes = try file.bytes()
    // What is written must be what the next run can read.
    _ = try DecisionFile(bytes, path: folder.decisionsPath, codes: codes)
    try Files.replace(folder.decisionsPath, with: bytes)
    if !verbosity.quiet {
      Console.error("decided; the next pejl analyse uses it")
      print(folder.decisionsPath)
    }
  }

  /// Whether there is such a day.
  private static func isDay(_ text: String) -> Bool {
    guard text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil else { return false }
    let parts = text.split(separator: "-").compactMap { Int32($0) }
    var day = tm()
    day.tm_year = parts[0] - 1900
    day.tm_mon = parts[1] - 1
    day.tm_mday = parts[2]
    // What is no day of the calendar is carried over to one that is.
    _ = timegm(&day)
    return day.tm_year == parts[0] - 1900 && day.tm_mon == parts[1] - 1 && day.tm_mday == parts[2]
  }

  private static var today: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let pad = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(pad(parts.tm_mon + 1))-\(pad(parts.tm_mday))"
  }
}
