internal import ArgumentParser
internal import PejlAnalysis
internal import PejlCodebook
internal import PejlPipeline
internal import PejlTagging
internal import PejlText

/// Compares tags with a person's codes.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measures the tags against gold: precision, recall, F1.",
    discussion: """
      Examples:
        pejl evaluate --codebook codebook.xml --gold gold.tsv answers/*.txt
        pejl evaluate --codebook codebook.xml --gold passages.tsv        (a gold file with a column "text")
      """)

  @Option(help: "The codebook's main file.")
  var codebook: String

  @Option(help: "The gold file: tab-separated, with a header. May be given several times.")
  var gold: [String]

  @Flag(help: "Show each paragraph where the two differ in the facet strategy.")
  var errors = false

  @Flag(help: "With --errors: themes and stances too.")
  var allFacets = false

  @Option(help: "With --errors: only those that concern this code.")
  var code: String?

  @Argument(help: "The answers that the gold file speaks of.")
  var files: [String] = []

  @OptionGroup var verbosity: Verbosity

  func run() async throws {
    let compiled = try CodebookLoader.load(codebook)
    let golds = try gold.map { try GoldFile(Files.read($0), path: $0, codebook: compiled.codebook) }
    let paragraphs = try await GoldTagger(compiled: compiled).tag(golds, files: files)
    let evaluation = Evaluation(paragraphs, codebook: compiled.codebook)
    print(EvaluationText.table(evaluation, perCode: !verbosity.quiet))
    if errors || code != nil { print(EvaluationText.differences(evaluation, code: code, allFacets: allFacets)) }
  }
}
