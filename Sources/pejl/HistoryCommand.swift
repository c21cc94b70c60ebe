internal import ArgumentParser
internal import PejlHistory
internal import PejlText

/// Tells what became of one passage through several runs.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Tells what became of one passage through several runs: text, tags, decisions.",
    discussion: """
      Examples:
        pejl history bilag-7-omu.3f9a1c20d4 report-1 report-2 report-3
        pejl history bilag-7-omu.3f9a1c20d4 --hearing Corpus/socialstrategi-2024

      With --hearing a run may be a number; without runs all that the hearing keeps are gone through.
      """)

  @Argument(help: "The identifier of the passage in one of the runs.")
  var passage: String

  @Argument(help: "The runs, the earliest first: folders of reports, or analysis.xml files.")
  var runs: [String] = []

  @OptionGroup var choice: RunChoice

  func validate() throws {
    if runs.isEmpty, choice.hearing == nil {
      throw ValidationError("Name runs, or the hearing whose runs are kept with --hearing FOLDER.")
    }
  }

  func run() throws {
    let names = runs.isEmpty ? try choice.kept() : runs
    guard let history = PassageHistory(passage, in: try choice.snapshots(names)) else {
      throw InvalidInput(
        code: "history.passage", "no run has a passage \"\(passage)\"; the pages in responses/ show the identifiers")
    }
    print(history.steps.map { text($0, names) }.joined(separator: "\n"))
  }

  private func text(_ step: PassageHistory.Step, _ names: [String]) -> String {
    guard let passage = step.passage else { return "\(names[step.run]): not there" }
    var lines = ["\(names[step.run]): \(passage.id)\(step.isEdited ? ", the text changed" : "")"]
    if step.run == 0 || step.isEdited { lines.append("  \(EvaluationText.folded(passage.text))") }
    if let reason = passage.reason { lines.append("  set aside: \(reason)") }
    lines += step.added.map { "  + \($0)" } + step.removed.map { "  - \($0)" }
    if let decision = passage.decision {
      let words = [decision.author, decision.date, decision.note].compactMap(\.self).joined(separator: ", ")
      lines.append("  decided: \(words)")
    }
    return lines.joined(separator: "\n")
  }
}
