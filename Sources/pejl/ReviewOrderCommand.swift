internal import ArgumentParser
internal import PejlCodebook
internal import PejlHearing
internal import PejlPipeline
internal import PejlTagging
internal import PejlText

/// Says on which passages a person's decision is worth most.
struct ReviewOrderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review-order", abstract: "Lists the passages on which a person's decision is worth most, best first.",
    discussion: """
      Examples:
        pejl review-order Corpus/socialstrategi-2024 --limit 20
        pejl review-order Corpus/socialstrategi-2024 --output proposals.xml
        pejl review-order --codebook codebook.xml answers/

      --output writes the passages with their codes as they stand now. Correct the codes, take open="yes" away from what you \
      have looked at, and put the file into the hearing's folder as decisions.xml. What decisions.xml settles is not listed.
      """)

  @Option(help: "How many passages to list.")
  var limit = 20

  @Option(help: "The codebook's main file, for loose files.")
  var codebook: String?

  @Option(help: "The file to write the proposals to; it must not be there yet.")
  var output: String?

  @Argument(help: "A hearing folder, or with --codebook any files and folders.")
  var inputs: [String]

  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    if codebook == nil, inputs.count != 1 {
      throw ValidationError("Give one hearing folder, or --codebook FILE with files.")
    }
    if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }

  func run() async throws {
    if let output { try OutputGuard.checkIsNew(output) }
    let folder = codebook == nil ? try HearingFolder(path: inputs[0]) : nil
    let compiled = try CodebookLoader.load(codebook ?? folder?.codebook ?? "")
    let decisions = try folder?.decisions(compiled.summary)
    let hearing = folder?.hearing ?? Hearing(id: "")
    let (responses, unread) = try await Pipeline(
      compiled, hearing: hearing, decisions: decisions, workers: Console.processors, keepsObservations: true
    ).run(folder?.inputs ?? InputFiles.inputs(inputs))
    for finding in unread { Console.error(finding.description) }
    let decided = decisions?.apply(to: responses, codebook: compiled.summary)
    for finding in decided?.findings ?? [] { Console.error(finding.description) }
    let list = ReviewList(
      decided?.responses ?? responses, codebook: compiled.codebook, decisions: decisions, limit: limit)
    if !verbosity.quiet { print(ReviewText.text(list)) }
    if let output {
      try Files.replace(output, with: list.proposals(compiled.codebook, hearing: hearing.id).bytes())
      print(output)
    }
    if !unread.isEmpty { throw ExitCode(1) }
  }
}
