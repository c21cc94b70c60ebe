internal import ArgumentParser
internal import PejlAnalysis
internal import PejlCodebook
internal import PejlPipeline
internal import PejlTagging

/// Compares two coders.
struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement", abstract: "Measures how well two coders agree: F1, Gwet's AC1, Krippendorff's alpha.",
    discussion: "Example: pejl agreement --codebook codebook.xml gold-a.tsv gold-b.tsv --errors")

  @Option(help: "The codebook's main file.")
  var codebook: String

  @Argument(help: "The first coder's gold file.")
  var first: String

  @Argument(help: "The second coder's, with the same paragraphs.")
  var second: String

  @Flag(help: "Show the paragraphs on which they differ.")
  var errors = false

  @OptionGroup var verbosity: Verbosity

  func run() throws {
    let codebook = try CodebookLoader.load(self.codebook).codebook
    let golds = try [first, second].map { try GoldFile(Files.read($0), path: $0, codebook: codebook) }
    let agreement = Agreement(try GoldPairs(golds[0], golds[1]), codebook: codebook)
    let text = AgreementText(agreement: agreement)
    print(text.levels)
    if !verbosity.quiet { print("\n" + text.codes) }
    if errors { print(text.differences) }
  }
}
