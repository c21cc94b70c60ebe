internal import ArgumentParser
internal import PejlAnalysis
internal import PejlCodebook
internal import PejlPipeline
internal import PejlTagging
internal import PejlText
internal import PejlTuning

extension CodebookCommand {
  /// Proposes words and rules.
  struct Suggest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "suggest",
      abstract: "Proposes words and rules from coded passages, and shows what no rule caught. Changes nothing.",
      discussion: """
        Examples:
          pejl codebook suggest --codebook codebook.xml --gold gold.tsv answers/
          pejl codebook suggest --codebook codebook.xml --gold a.tsv --gold b.tsv --code 2.4 --output new-rules.xml
        """)

    @Option(help: "The codebook's main file.")
    var codebook: String

    @Option(help: "A gold file: tab-separated, with a header. May be given several times.")
    var gold: [String]

    @Option(help: "Only this code. May be given several times.")
    var code: [String] = []

    @Option(help: "The greatest number of words of each code.")
    var limit = SuggestionOptions().limit

    @Option(help: "The file for the proposed rules, which are shown otherwise.")
    var output: String?

    @Option(help: "A thesaurus of MyThes: its path without .idx and .dat; otherwise the installed Danish one.")
    var thesaurus: String?

    @Argument(help: "The answers that gold files without a column text speak of: files and folders.")
    var files: [String] = []

    @OptionGroup var verbosity: Verbosity

    func validate() throws {
      if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    }

    func run() async throws {
      if let output { try OutputGuard.checkIsNew(output) }
      let compiled = try CodebookLoader.load(codebook)
      let golds = try gold.map { try GoldFile(Files.read($0), path: $0, codebook: compiled.codebook) }
      var options = SuggestionOptions()
      options.limit = limit
      let suggestions = try await CodebookSuggestion(compiled).suggest(
        golds, inputs: InputFiles.inputs(files), codes: code.isEmpty ? nil : Set(code), thesaurus: thesaurus,
        options: options)
      let text = SuggestionText(suggestions: suggestions, options: options)
      if !verbosity.quiet { print(text.text) }
      let rules = try ProposedRules(suggestions, codebook: compiled.codebook).bytes
      let count = suggestions.codes.map(\.words.count).reduce(0, +)
      if let output {
        try Files.replace(output, with: rules)
        print("\(output): \(count) rules; each loads when you have written its <hit> and its <miss>")
      } else if count > 0, !verbosity.quiet {
        print("proposed rules, to be copied into a part of the codebook with examples of your own:\n")
        print(String(decoding: rules, as: UTF8.self))
      }
    }
  }
}
