internal import ArgumentParser
internal import PejlAnalysis
internal import PejlHearing
internal import PejlPipeline
internal import PejlReport
internal import PejlTagging
internal import PejlText

/// The main job: answers in, reports out.
struct AnalyseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse", abstract: "Reads answers, tags their passages and writes the reports.",
    discussion: """
      Examples:
        pejl analyse Corpus/socialstrategi-2024
        pejl analyse --codebook codebook.xml --output report answers/*.pdf more-answers/

      A hearing folder holds hearing.xml, codebook.xml and responses/; its reports go into reports/ in it unless --output \
      names another folder. A decisions.xml in it holds what persons decided; it wins over the rules.
      """)

  @Option(help: "The codebook's main file, for loose files.")
  var codebook: String?

  @Option(help: "The folder for the reports.")
  var output: String?

  @Option(help: "How many files are worked on at once; the result is the same.")
  var threads: Int?

  @Argument(help: "A hearing folder, or with --codebook any files and folders.")
  var inputs: [String]

  @Option(
    help: "The language of the pages: da or en. Titles of the codebook and texts of answers stay as they are.",
    transform: Choice.named)
  var language: ReportLanguage = .danish

  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    if codebook == nil, inputs.count != 1 {
      throw ValidationError("Give one hearing folder, or --codebook FILE --output DIR with files.")
    }
    if codebook != nil, output == nil {
      throw ValidationError("With --codebook, name the report's folder with --output.")
    }
    if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more.") }
  }

  func run() async throws {
    let job = try job()
    let folder = OutputFolder(path: outputPath)
    try folder.check()
    let published = try job.folder.flatMap { try PublishFile(in: $0) }
    let count = job.inputs.count
    let isQuiet = verbosity.quiet
    let run = try await HearingRun(job, workers: threads ?? Console.processors) { done in
      if !isQuiet { Console.progress(done == count ? "" : "\(done) of \(count) answers read") }
    }
    let review = PrivacyReview(run.analysis, decisions: published)
    try folder.replace(with: run.analysis.reports(review, version: Pejl.version, language: language))
    for finding in run.findings { Console.error(finding.description) }
    report(run.analysis, job, unreadAnswers: run.unreadAnswers)
    if let decisions = run.decisions, !verbosity.quiet { Console.error(ReviewText.sums(decisions)) }
    if let report = run.analysis.decisions, !verbosity.quiet {
      for line in ReviewText.rules(report, all: verbosity.verbose) { Console.error(line) }
    }
    if !verbosity.quiet, !review.open.isEmpty {
      Console.error("\(review.open.count) findings of personal data are not decided: pejl publish lists them")
    }
    let isUnused = run.findings.contains { $0.severity > .note }
    if !run.analysis.unread.isEmpty || isUnused { throw ExitCode(1) }
  }

  private var outputPath: String { output ?? "\(inputs[0])/reports" }

  private func job() throws -> HearingRun.Job {
    guard let codebook else { return HearingRun.Job(try HearingFolder(path: inputs[0])) }
    let files = try InputFiles.inputs(inputs)
    guard !files.isEmpty else {
      throw InvalidInput(code: "input.empty", "no answer was found; name files or a folder with files", path: inputs[0])
    }
    return HearingRun.Job(codebook: codebook, inputs: files)
  }

  private func report(_ analysis: Analysis, _ job: HearingRun.Job, unreadAnswers: Int) {
    for finding in job.folder?.findings(analysis.codebook) ?? [] { Console.error(finding.description) }
    for unread in analysis.unread { Console.error(unread.description) }
    if verbosity.verbose {
      for response in analysis.responses {
        let sender = response.senderName ?? "unknown sender"
        Console.error(
          "\(response.file): \(sender) (\(response.respondent.basis.rawValue)), \(response.passages.count) passages")
        for note in response.document.notes { Console.error("\(response.file): \(note.message)") }
      }
    }
    guard !verbosity.quiet else { return }
    let total = analysis.coverage.total
    Console.error(
      "\(analysis.responses.count) answers read, \(unreadAnswers) not; \(total.passages) passages: "
        + "\(total.tagged) tagged, \(total.untagged) untagged, \(total.setAsideTotal) set aside")
    print("\(outputPath)/index.html")
  }
}
