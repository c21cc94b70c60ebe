internal import ArgumentParser
internal import PejlAnalysis
internal import PejlHearing
internal import PejlNote
internal import PejlPipeline
internal import PejlPrivacy
internal import PejlReport
internal import PejlText

/// Writes the reports that may be published.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Writes reports without personal data, when a person has decided on each finding.",
    discussion: """
      Example: pejl publish Corpus/socialstrategi-2024 --output published

      The first run writes publish.xml into the hearing's folder, with every finding open, and publishes nothing (exit 2). \
      Change each decision to mask or keep (with a reason), and run it again. publish-log.xml keeps what was decided and \
      published. Beside the pages stand the case note and the quotes. Every file is searched again after it has been \
      written; nothing is published if something is left.
      """)

  @Option(help: "The folder for the published reports.")
  var output: String

  @Option(
    help: "How the note lays out topics: \(NoteLayout.allCases.map(\.rawValue).joined(separator: ", ")).",
    transform: Choice.named)
  var layout: NoteLayout = .state

  @Option(help: "A Word document with placeholders to put the note into.")
  var template: String?

  @Argument(help: "A hearing folder.")
  var hearing: String

  @Option(
    help: "The language of pages, note and quotes: da or en. Texts of answers and codebook stay as they are.",
    transform: Choice.named)
  var language: ReportLanguage = .danish

  @OptionGroup var verbosity: Verbosity

  func run() async throws {
    let own = try template.map { try WordTemplate(Files.read($0), path: $0) }
    let folder = try HearingFolder(path: hearing)
    let decisions = try PublishFile(in: folder)
    var log = try PublishLog(in: folder)
    let target = OutputFolder(path: output, content: .publication)
    try target.check()
    // What stops here needs no account of certainties, which only tagging gives.
    let mayStop = decisions.map { $0.items.contains { $0.choice == .open } } ?? true
    var run =
      mayStop
      ? try await HearingRun(folder, options: RunOptions.standard(threads: nil, isFresh: false))
      : try await HearingRun(HearingRun.Job(folder), workers: Console.processors)
    for finding in run.findings + run.analysis.unread { Console.error(finding.description) }
    let review = run.review(decisions).located(in: run.analysis)
    let place = "\(folder.path)/\(PublishFile.name)"
    guard review.open.isEmpty else {
      let proposal = PublishFile(hearing: folder.hearing.id, items: review.items + review.gone)
      try Files.replace(place, with: proposal.bytes())
      throw InvalidInput(
        review.open.map { item in
          let beside = item.beside.map { " beside \"\($0)\"" } ?? ""
          let spot = item.places.first.map { $0.response.isEmpty ? $0.part.rawValue : $0.response } ?? ""
          let more = item.places.count > 1 ? " and \(item.places.count - 1) more" : ""
          return Diagnostic(
            .error, code: "publish.open",
            "\(item.kind.rawValue) \"\(item.value)\"\(beside) is not decided (\(spot)\(more)); write decision=\"mask\", or \"keep\" with a reason",
            path: place)
        })
    }
    if !run.isWhole { run = try await HearingRun(HearingRun.Job(folder), workers: Console.processors) }
    let publication = try await Publication(
      run, review, layout: layout, template: own, version: Pejl.version, language: language)
    try await publication.write(to: target, workers: Console.processors)
    log.add(review, publication)
    try Files.replace("\(folder.path)/\(PublishLog.name)", with: log.bytes())
    if !verbosity.quiet {
      NoteCommand.tell(publication.missing, template ?? target.path)
      let counts = review.counts
      Console.error(
        "\(counts.map(\.masked).reduce(0, +)) values masked, \(counts.map(\.kept).reduce(0, +)) kept; \(publication.files.count) files written and searched again"
      )
      print("\(target.path)/index.html")
    }
    if !run.analysis.unread.isEmpty { throw ExitCode(1) }
  }
}
