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
    let folder = OutputFolder(path: job.output)
    try folder.check()
    let renderer = try ReportRenderer()
    let compiled = try CodebookLoader.load(job.codebook)
    let decisions = try job.folder?.decisions(compiled.codebook)
    var strategy: (text: StrategyText?, unread: [Diagnostic]) = (nil, [])
    if let file = job.folder?.strategy { strategy = await StrategyFile.read(file) }
    let pipeline = Pipeline(
      compiled, hearing: job.hearing, strategy: strategy.text, workers: threads ?? Console.processors)
    let count = job.inputs.count
    let isQuiet = verbosity.quiet
    let (read, unreadAnswers) = try await pipeline.run(job.inputs) { done in
      if !isQuiet { Console.progress(done == count ? "" : "\(done) of \(count) answers read") }
    }
    let unread = strategy.unread + unreadAnswers
    let decided = decisions?.apply(to: read, codebook: compiled.codebook)
    let responses = decided?.responses ?? read
    let analysis = Analysis(
      hearing: job.hearing, codebook: compiled.codebook, responses: responses, unread: unread)
    let method = ReportMethod(version: Pejl.version, codebookHashes: CodebookLoader.hashes(compiled.codebook))
    try folder.replace(with: renderer.render(analysis, method: method))
    for finding in decided?.findings ?? [] { Console.error(finding.description) }
    report(analysis, job, unreadAnswers: unreadAnswers.count)
    if let decisions, !verbosity.quiet { Console.error(ReviewText.sums(decisions)) }
    let isUnused = decided?.findings.contains { $0.severity > .note } == true
    if !unread.isEmpty || isUnused { throw ExitCode(1) }
  }

  private struct Job {
    var hearing: Hearing
    var codebook: String
    var output: String
    var inputs: [Pipeline.Input]
    var folder: HearingFolder?
  }

  private func job() throws -> Job {
    guard let codebook, let output else {
      let folder = try HearingFolder(path: inputs[0])
      return Job(
        hearing: folder.hearing, codebook: folder.codebook, output: output ?? "\(inputs[0])/reports",
        inputs: folder.inputs, folder: folder)
    }
    let files = try InputFiles.inputs(inputs)
    guard !files.isEmpty else {
      throw InvalidInput(code: "input.empty", "no answer was found; name files or a folder with files", path: inputs[0])
    }
    return Job(hearing: Hearing(id: "", title: nil), codebook: codebook, output: output, inputs: files)
  }

  private func report(_ analysis: Analysis, _ job: Job, unreadAnswers: Int) {
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
    print("\(job.output)/index.html")
  }
}
