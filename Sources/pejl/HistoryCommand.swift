internal import ArgumentParser
internal import PejlHistory
internal import PejlText

/// Tells what became of one passage through several runs.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Tells what became of one passage through several runs: text, tags, decisions.",
    discussion: "Example: pejl history bilag-7-omu.3f9a1c20d4 report-1 report-2 report-3")

  @Argument(help: "The identifier of the passage in one of the runs.")
  var passage: String

  @Argument(help: "The runs, the earliest first: folders of reports, or analysis.xml files.")
  var runs: [String]

  func run() throws {
    guard let history = PassageHistory(passage, in: try runs.map(RunFile.read)) else {
      throw InvalidInput(
        code: "history.passage", "no run has a passage \"\(passage)\"; the pages in responses/ show the identifiers")
    }
    print(history.steps.map { text($0) }.joined(separator: "\n"))
  }

  private func text(_ step: PassageHistory.Step) -> String {
    guard let passage = step.passage else { return "\(runs[step.run]): not there" }
    var lines = ["\(runs[step.run]): \(passage.id)\(step.isEdited ? ", the text changed" : "")"]
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
