internal import ArgumentParser
internal import PejlHistory
internal import PejlPipeline
internal import PejlReport
internal import PejlText

/// Lays several rounds side by side.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract:
      "Lays several hearings or rounds of status side by side: the same bodies then and now, and what they repeat.",
    discussion: """
      Example: pejl timeline 2024-report 2025-report 2026-report --output timeline

      A round is the folder of a report, or its analysis.xml; the earliest comes first. A body is the same where its \
      respondent has the same id in hearing.xml.
      """)

  @Argument(help: "The rounds, the earliest first.")
  var rounds: [String]

  @Option(help: "The folder for timeline.html and timeline.xml.")
  var output: String

  @Option(
    help: "The language of the page: da or en. Titles of the codebook and texts of answers stay as they are.",
    transform: Choice.named)
  var language: ReportLanguage = .danish

  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    if rounds.count < 2 { throw ValidationError("Name two rounds or more, the earliest first.") }
  }

  func run() throws {
    let folder = OutputFolder(path: output, content: .timeline)
    try folder.check()
    let report = TimelineReport(rounds: try rounds.map(RunFile.read), version: Pejl.version)
    try folder.replace(with: ReportRenderer(language: language).render(report))
    if !verbosity.quiet { print("\(output)/timeline.html") }
  }
}
