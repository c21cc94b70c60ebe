internal import ArgumentParser
internal import PejlHistory
internal import PejlPipeline
internal import PejlReport
internal import PejlText

/// Tells what changed from one run to another, and why.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Tells what changed from one run of a hearing to another, and why.",
    discussion: """
      Examples:
        pejl compare old-report new-report --output changes
        pejl compare 3 5 --hearing Corpus/socialstrategi-2024

      A run is the folder of a report, or its analysis.xml; with --hearing also the number of a run. Answers are \
      new, withdrawn, changed or renamed; each tag that came or went has its cause: the text, a rule, a person, or the \
      program itself. --output writes changes.html and changes.xml.
      """)

  @Argument(help: "The earlier run.")
  var then: String

  @Argument(help: "The later run.")
  var now: String

  @Option(help: "The folder for changes.html and changes.xml.")
  var output: String?

  @OptionGroup var choice: RunChoice

  @Option(
    help: "The language of the page: da or en. Titles of the codebook and texts of answers stay as they are.",
    transform: Choice.named)
  var language: ReportLanguage = .danish

  @OptionGroup var verbosity: Verbosity

  func run() throws {
    let runs = try choice.snapshots([then, now])
    let report = ChangesReport(then: runs[0], now: runs[1], version: Pejl.version)
    if let output {
      let folder = OutputFolder(path: output, content: .changes)
      try folder.check()
      try folder.replace(with: ReportRenderer(language: language).render(report))
    }
    guard !verbosity.quiet else { return }
    print(ChangesText.text(report.changes))
    if let output { print("\(output)/changes.html") }
  }
}

/// What changed between two runs, for a terminal.
enum ChangesText {
  /// The sums, and the codes that crossed between nobody and somebody.
  static func text(_ changes: RunChanges) -> String {
    let states = RunChanges.AnswerState.allCases.map { state in
      "\(changes.answers.count { $0.state == state }) \(state.rawValue)"
    }
    var lines = ["answers: \(states.joined(separator: ", "))"]
    for answer in changes.answers where answer.state != .unchanged {
      lines.append("  \(answer.state.rawValue): \(answer.id) (\(answer.name ?? "unknown sender"))")
    }
    for answer in changes.answers where !answer.equal.isEmpty {
      lines.append("  the same words: \(answer.id) = \(answer.equal.joined(separator: ", "))")
    }
    for cause in RunChanges.Cause.allCases {
      let own = changes.tags.filter { $0.cause == cause }
      guard !own.isEmpty else { continue }
      lines.append(
        "tags by \(cause.rawValue): \(own.count(where: \.isAdded)) added, \(own.count { !$0.isAdded }) removed")
    }
    for change in changes.codes where change.isNowTouched {
      lines.append("from nobody to somebody: \(change.code.id) \(change.code.name)")
    }
    for change in changes.codes where change.isNoLongerTouched {
      lines.append("from somebody to nobody: \(change.code.id) \(change.code.name)")
    }
    return lines.joined(separator: "\n")
  }
}
