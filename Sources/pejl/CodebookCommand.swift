internal import ArgumentParser
internal import PejlCodebook
internal import PejlPipeline
internal import PejlText

/// Works on codebooks.
struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook", abstract: "Checks, tunes, improves and drafts codebooks.",
    subcommands: [Check.self, Tune.self, Suggest.self, Derive.self])

  /// Tests a codebook.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Tests a codebook: schema, references, every example of every rule, lint.",
      discussion: "Example: pejl codebook check Corpus/socialstrategi-2024/codebook.xml")

    @Argument(help: "The codebook's main file.")
    var file: String

    @OptionGroup var verbosity: Verbosity

    func run() throws {
      let (codebook, findings) = try CodebookLoader.check(file)
      for finding in findings where finding.severity > .note || finding.code == "codebook.draft" || verbosity.verbose {
        print(finding.description)
      }
      let errors = findings.filter { $0.severity == .error }.count
      let warnings = findings.filter { $0.severity == .warning }.count
      if !verbosity.quiet {
        let examples = codebook.rules.map(\.examples.count).reduce(0, +)
        print(
          "\(codebook.rules.count) rules, \(codebook.dampers.count) dampers, \(examples) examples: \(errors) errors, \(warnings) warnings"
        )
      }
      if errors > 0 { throw ExitCode(2) }
      if warnings > 0 { throw ExitCode(1) }
    }
  }
}
