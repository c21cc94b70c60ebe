internal import ArgumentParser
internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlPipeline
internal import PejlReport
internal import PejlTagging
internal import PejlText

/// Makes one report of what several runs have tagged.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Makes the reports from outputs of \"pejl tag --partial\", as one run would have made them.",
    discussion: """
      Example: pejl merge 1.ndjson 2.ndjson 3.ndjson --hearing HEARING-FOLDER --output report

      The parts may come in any order. A response that stands in two parts, or an answer that stands in none, is an error. \
      What persons decided in the hearing's decisions.xml is used here, as "pejl analyse" uses it; the parts need not know of it.
      """)

  @Argument(help: "The outputs of \"pejl tag --partial\".")
  var parts: [String]

  @Option(help: "The folder for the reports.")
  var output: String

  @Option(help: "The hearing folder that the answers belong to.")
  var hearing: String?

  @Option(help: "The codebook's main file; by default the hearing's.")
  var codebook: String?

  @Option(help: "A file or folder of answers that must all be there; with --hearing its answers are.")
  var answers: [String] = []

  @Option(
    help: "The language of the pages: da or en. Titles of the codebook and texts of answers stay as they are.",
    transform: Choice.named)
  var language: ReportLanguage = .danish

  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    if codebook == nil, hearing == nil {
      throw ValidationError("Name the hearing with --hearing FOLDER or the codebook with --codebook FILE.")
    }
  }

  func run() async throws {
    let target = OutputFolder(path: output)
    try target.check()
    let folder = try hearing.map { try HearingFolder(path: $0) }
    let matter = folder?.hearing ?? Hearing(id: "", title: nil)
    let book = try CodebookLoader.codebook(codebook ?? folder?.codebook ?? "")
    let merged = try PartialAnalysis(parts, hearing: matter, fingerprint: CodebookLoader.fingerprint(book))
    let inputs = try answers.isEmpty ? folder?.inputs ?? [] : InputFiles.inputs(answers)
    try merged.check(inputs)
    var strategy: (text: StrategyText?, unread: [Diagnostic]) = (nil, [])
    if let file = folder?.strategy { strategy = await StrategyFile.read(file) }
    let unread = merged.unread + strategy.unread
    let decided = try folder?.decisions(book.summary).map { decisions in
      try merged.decided(by: decisions, inputs: inputs, codebook: book, strategy: strategy.text)
    }
    let tabulation = try await Tabulation(
      hearing: matter, codebook: book.summary, responses: decided?.responses ?? merged.responses, unread: unread,
      decisions: decided?.report, workers: Console.processors)
    let analysis = tabulation.analysis
    let review = tabulation.review(try folder.flatMap { try PublishFile(in: $0) })
    try await analysis.write(
      review, method: review.method(book.sources, version: Pejl.version), into: target, language: language,
      workers: Console.processors)
    let findings = decided?.findings ?? []
    for finding in findings + analysis.unread { Console.error(finding.description) }
    if !verbosity.quiet {
      Console.error("\(analysis.responses.count) answers merged from \(parts.count) parts, \(unread.count) not read")
      print("\(output)/index.html")
    }
    if !unread.isEmpty || findings.contains(where: { $0.severity > .note }) { throw ExitCode(1) }
  }
}
