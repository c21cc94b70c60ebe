internal import ArgumentParser
internal import PejlPipeline

/// Lists the runs that a hearing keeps.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "Lists the runs over a hearing, with the numbers that compare and history take.",
    discussion: """
      Example: pejl runs Corpus/socialstrategi-2024

      What a run found is kept of the latest ones; of the others only that they were.
      """)

  @Argument(help: "A hearing folder.")
  var hearing: String

  func run() throws {
    var table = TextTable("run", "finished", "answers", "not read", "decisions", "kept", "codebook", "reports")
    table.words = [0, 1, 4, 5, 6, 7]
    for run in try KeptRuns(hearing).runs {
      table.add([
        "\(run.id)", run.finished, "\(run.responses)", "\(run.unread)", run.hasDecisions ? "yes" : "no",
        run.isKept ? "yes" : "no", run.codebook, run.output,
      ])
    }
    print(table.text)
  }
}
