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

  @Flag(help: "Read and tag every answer anew; the result is the same.")
  var fresh = false

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
    if let hearing = job.folder, !verbosity.verbose, try await runAgain(hearing, folder) { return }
    let published = try job.folder.flatMap { try PublishFile(in: $0) }
    let count = job.inputs.count
    let isQuiet = verbosity.quiet
    let workers = threads ?? Console.processors
    let run = try await HearingRun(job, workers: workers) { done in
      if !isQuiet { Console.progress(done == count ? "" : "\(done) of \(count) answers read") }
    }
    let review = run.review(published)
    try await run.analysis.write(
      review, method: run.method(review, version: Pejl.version), into: folder, language: language, workers: workers)
    if verbosity.verbose { list(run.analysis) }
    try RunText(
      RunSaid(run, findings: job.folder?.findings(run.analysis.codebook) ?? [], review: review), reports: outputPath,
      isQuiet: verbosity.quiet, isVerbose: verbosity.verbose
    ).report()
  }

  /// Runs with what the hearing's folder keeps of earlier runs.
  ///
  /// - Returns: whether it can keep anything.
  private func runAgain(_ hearing: HearingFolder, _ output: OutputFolder) async throws -> Bool {
    let lock = try hearing.lock { Console.error("another run works on this hearing; waiting for it to end") }
    guard let lock,
      let run = try RecurringRun(
        hearing, output: output, options: RunOptions.standard(threads: threads, isFresh: fresh, language: language))
    else { return false }
    defer { withExtendedLifetime(lock) {} }
    let isQuiet = verbosity.quiet
    let outcome = try await run.run { done, count in
      if !isQuiet { Console.progress(done == count ? "" : "\(done) of \(count) answers read") }
    }
    try RunText(outcome.said, reports: outputPath, isQuiet: isQuiet).report()
    return true
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

  private func list(_ analysis: Analysis) {
    for response in analysis.responses {
      let sender = response.senderName ?? "unknown sender"
      Console.error(
        "\(response.file): \(sender) (\(response.respondent.basis.rawValue)), \(response.passages.count) passages")
      for note in response.document.notes { Console.error("\(response.file): \(note.message)") }
    }
  }
}
