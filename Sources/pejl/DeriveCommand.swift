internal import ArgumentParser
internal import PejlDraft
internal import PejlPipeline

extension CodebookCommand {
  /// Drafts a codebook after a strategy.
  struct Derive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "derive",
      abstract: "Reads a strategy and writes a draft of its codebook.",
      discussion: """
        Example: pejl codebook derive strategi.pdf --output hoering/codebook.xml

        Takes guideposts with all their names, objectives word for word, printed keywords and pages, makes first rules of the \
        objectives' own words, and checks the numbers that the text itself states. All of it is marked as a draft. A file that \
        stands there is only replaced when it is an untouched template of "pejl init".
        """)

    @Argument(help: "The strategy, in any format that answers may have.")
    var file: String

    @Option(help: "The file for the draft, which is shown otherwise.")
    var output: String?

    @OptionGroup var verbosity: Verbosity

    func run() async throws {
      let draft = try await Drafting.codebook(file)
      try DraftOutput.write(draft.bytes, to: output, mark: "the attributes status", isQuiet: verbosity.quiet)
      guard !verbosity.quiet else { return }
      let outline = draft.outline
      Console.error(
        "\(outline.guideposts.count) guideposts, \(outline.objectiveCount) objectives, "
          + "\(outline.guideposts.map(\.keywords.count).reduce(0, +)) keywords; \(draft.ruleCount) rules of their words"
      )
      for statement in outline.statements {
        let verdict = statement.stated == statement.found ? "so many were found" : "\(statement.found) were found"
        Console.error("the text says \"\(statement.words)\": \(verdict)")
      }
      for doubt in draft.doubts { Console.error(doubt) }
    }
  }
}
