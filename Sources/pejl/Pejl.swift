internal import ArgumentParser
internal import Glibc
internal import PejlText

/// The command line. Exit codes: 0 all read; 1 done, but something was not read or not right; 2 could not run.
@main
struct Pejl: AsyncParsableCommand {
  static let version = "0.1.0"
  static let configuration = CommandConfiguration(
    commandName: "pejl",
    abstract: "Reads the answers to a public hearing and reports what they say of a strategy.",
    discussion: """
      Example: pejl analyse Corpus/socialstrategi-2024 --output Reports/socialstrategi-2024

      Exit codes: 0 all read; 1 done, but some input was not read or a check found something; 2 could not run.
      """,
    version: version,
    subcommands: [
      InitCommand.self, HearingCommand.self, CodebookCommand.self, AnalyseCommand.self, WatchCommand.self,
      TagCommand.self, MergeCommand.self, ReviewOrderCommand.self, DecideCommand.self, RunsCommand.self,
      CompareCommand.self,
      TimelineCommand.self, HistoryCommand.self, ExplainCommand.self, EvaluateCommand.self, AgreementCommand.self,
      SearchCommand.self, NoteCommand.self, QuotesCommand.self, PublishCommand.self, PackageCommand.self,
      VerifyCommand.self,
      SchemaCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as InvalidInput {
      Console.error(error.description)
      Glibc.exit(2)
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        print(message)
        Glibc.exit(0)
      }
      Console.error(message)
      Glibc.exit(2)
    }
  }
}
