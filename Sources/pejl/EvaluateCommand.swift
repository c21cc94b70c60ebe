internal import ArgumentParser
internal import PejlAnalysis
internal import PejlCodebook
internal import PejlPipeline
internal import PejlPrivacy
internal import PejlReport
internal import PejlTagging
internal import PejlText

/// Compares tags with a person's codes.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measures the tags against gold: precision, recall, F1, and where they err.",
    discussion: """
      Examples:
        pejl evaluate --codebook codebook.xml --gold gold.tsv answers/
        pejl evaluate --codebook codebook.xml --gold passages.tsv        (a gold file with a column "text")
        pejl evaluate --codebook new.xml --compare old.xml --gold gold.tsv --output evaluation answers/
      """)

  enum Unit: String, ExpressibleByArgument, CaseIterable {
    case paragraph, file
  }

  @Option(help: "The codebook's main file.")
  var codebook: String

  @Option(help: "The gold file: tab-separated, with a header. May be given several times.")
  var gold: [String]

  @Option(help: "The codebook that was used before: shows what --codebook gained and lost against it.")
  var compare: String?

  @Option(help: "What the 95 % intervals draw: paragraph, or file, for passages of one author are not independent.")
  var by: Unit = .paragraph

  @Option(help: "Show so many of the worst mistakes of each kind and facet; in the HTML 10 unless given.")
  var worst: Int?

  @Flag(
    help: "Show what a person's decisions on the most doubtful paragraphs gain, with the gold in the person's place.")
  var assisted = false

  @Flag(help: "Show how each rule fared.")
  var rules = false

  @Flag(help: "Show each paragraph where the two differ in the facet strategy.")
  var errors = false

  @Flag(help: "With --errors: themes and stances too.")
  var allFacets = false

  @Option(help: "With --errors: only those that concern this code.")
  var code: String?

  @Option(help: "The folder for evaluation.html and evaluation.xml.")
  var output: String?

  @Argument(help: "The answers that the gold file speaks of: files and folders.")
  var files: [String] = []

  @Option(
    help: "The language of evaluation.html: da or en. Titles of the codebook and texts of answers stay as they are.",
    transform: Choice.named)
  var language: ReportLanguage = .danish

  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    if assisted, compare != nil || output != nil || rules || errors || code != nil || worst != nil {
      throw ValidationError("--assisted stands alone: it goes with --codebook, --gold, answers and --quiet.")
    }
    if let worst, worst < 0 { throw ValidationError("--worst must be 0 or more.") }
  }

  func run() async throws {
    let folder = output.map { OutputFolder(path: $0, content: .evaluation) }
    try folder?.check()
    let inputs = try InputFiles.inputs(files)
    if assisted { return try await showAssisted(inputs) }
    let (evaluation, golds) = try await evaluate(codebook, inputs)
    if let code, !evaluation.codes.contains(where: { $0.code.id == code }) {
      throw InvalidInput(
        code: "evaluate.code", "no coded facet has the code \"\(code)\"; --code names one of the codebook",
        path: codebook)
    }
    var comparison: Comparison?
    if let compare {
      comparison = Comparison(before: try await evaluate(compare, inputs).evaluation, after: evaluation)
    }
    show(evaluation, comparison)
    guard let folder, let output else { return }
    let report = EvaluationReport(
      evaluation: evaluation, comparison: comparison, golds: golds,
      method: ReportMethod(version: Pejl.version, codebookHashes: CodebookLoader.hashes(evaluation.codebook)),
      worst: worst ?? 10)
    try folder.replace(with: ReportRenderer(language: language).render(report))
    if !verbosity.quiet { print("\n\(output)/evaluation.html") }
  }

  private func evaluate(_ path: String, _ inputs: [Pipeline.Input]) async throws -> (
    evaluation: Evaluation, golds: [GoldFile]
  ) {
    let compiled = try CodebookLoader.load(path)
    let golds = try gold.map { try GoldFile(Files.read($0), path: $0, codebook: compiled.codebook) }
    // As in every report, personal numbers are shown nowhere.
    let paragraphs = try await GoldTagger(compiled: compiled).tag(golds, inputs: inputs).map {
      $0.shown(PrivacyMask.hidingNumbers(in: $0.text))
    }
    return (Evaluation(paragraphs, codebook: compiled.codebook, by: by == .file ? .file : .paragraph), golds)
  }

  private func showAssisted(_ inputs: [Pipeline.Input]) async throws {
    let compiled = try CodebookLoader.load(codebook)
    let golds = try gold.map { try GoldFile(Files.read($0), path: $0, codebook: compiled.codebook) }
    let run = AssistedRun(compiled, golds: golds, inputs: inputs)
    let curves = AssistedCurve.Way.allCases.filter { !verbosity.quiet || $0 == .assisted }
    for (index, way) in curves.enumerated() {
      print((index > 0 ? "\n" : "") + AssistedText.text(try await run.curve(way)))
    }
  }

  private func show(_ evaluation: Evaluation, _ comparison: Comparison?) {
    let text = EvaluationText(evaluation: evaluation)
    print(text.levels())
    if !verbosity.quiet {
      print("\n" + text.codes())
      if let confusions = text.confusions(limit: 10) { print("\n" + confusions) }
    }
    if let comparison { print("\n" + ComparisonText(evaluation: evaluation, comparison: comparison).text) }
    if rules { print("\n" + text.rules()) }
    if let worst, worst > 0 { print(text.mistakes(limit: worst)) }
    if errors || code != nil { print(text.differences(code: code, allFacets: allFacets)) }
  }
}
