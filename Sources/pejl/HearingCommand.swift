internal import ArgumentParser
internal import PejlDraft
internal import PejlPipeline

/// Works on the file that describes a hearing.
struct HearingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearing", abstract: "Drafts hearing.xml.", subcommands: [Import.self])

  /// Drafts `hearing.xml` after an agenda item.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Reads an agenda item (dagsordenspunkt) and writes a draft of hearing.xml.",
      discussion: """
        Example: pejl hearing import dagsordenspunkt.pdf --output hoering/hearing.xml

        Takes case number, title, procedure, decisions with dates, who was heard, and the annexes with their numbers. What is \
        uncertain has a comment in the draft; what was not found is listed. The names of those who were absent are left out. A file that \
        stands there is only replaced when it is an untouched template of "pejl init".
        """)

    @Argument(help: "The agenda item, in any format that answers may have.")
    var file: String

    @Option(help: "The file for the draft, which is shown otherwise.")
    var output: String?

    @OptionGroup var verbosity: Verbosity

    func run() async throws {
      let draft = try await Drafting.hearing(file)
      try DraftOutput.write(draft.bytes, to: output, mark: "status=\"udkast\"", isQuiet: verbosity.quiet)
      guard !verbosity.quiet else { return }
      let item = draft.item
      Console.error(
        "case \(item.caseNumber ?? "not found"), \(item.annexes.count) annexes, \(item.decisions.count) decisions, "
          + "\(item.heard.count) heard, \(item.annexes.compactMap(\.sender).count) answers")
      for missing in draft.missing { Console.error("not found: \(missing)") }
      if verbosity.verbose { for doubt in draft.doubts { Console.error(doubt) } }
    }
  }
}
