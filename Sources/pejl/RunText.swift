internal import ArgumentParser
internal import PejlPipeline
internal import PejlText

/// What a run says on the console, and its exit code.
struct RunText {
  let said: RunSaid
  let reports: String
  let isQuiet: Bool
  let isVerbose: Bool

  init(_ said: RunSaid, reports: String, isQuiet: Bool, isVerbose: Bool = false) {
    self.isVerbose = isVerbose
    self.said = said
    self.reports = reports
    self.isQuiet = isQuiet
  }

  /// Writes it.
  ///
  /// - Throws: the exit code 1 when something was not read or a decision could not be used.
  func report() throws {
    for finding in said.findings { Console.error(finding.description) }
    for unread in said.unread { Console.error(unread.description) }
    if !isQuiet {
      Console.error(sums)
      print("\(reports)/index.html")
      if let decisions = said.decisions {
        Console.error("\(decisions.settled) decisions of persons in \(decisions.path), \(decisions.open) open")
        for line in ReviewText.rules(decisions.rules, all: isVerbose) { Console.error(line) }
      }
      if said.openPrivacy > 0 {
        Console.error("\(said.openPrivacy) findings of personal data are not decided: pejl publish lists them")
      }
    }
    if said.isLacking { throw ExitCode(1) }
  }

  /// What was read, in one line.
  var sums: String {
    "\(said.responses) answers read, \(said.unreadAnswers) not; \(said.passages) passages: "
      + "\(said.tagged) tagged, \(said.untagged) untagged, \(said.setAside) set aside"
  }
}
