internal import ArgumentParser
internal import PejlPipeline
internal import PejlStore
internal import PejlText

/// Looks for words in all answers of a hearing.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Looks for words in all answers of a hearing.",
    discussion: """
      Examples:
        pejl search Corpus/socialstrategi-2024 'borger AND (tilbud OR bosted)'
        pejl search Corpus/socialstrategi-2024 '"tid til kerneopgaven" NOT pårørende' --code 2.4 --respondent-kind råd

      A word finds its inflections and the compounds that it is part of (borger: borgernes, borgerinddragelse); in quotes it \
      finds inflections alone, and several words as they follow one another. inddrag* finds what begins so. Words beside one \
      another must all be in the passage; AND, OR, NOT (in capitals) and parentheses join them.

      Passages that speak most of it come first, those that are set aside last. The index lies in the hearing's .pejl; the first search makes it. Codes \
      are those of the rules, without what persons decided.
      """)

  /// How hits are written.
  enum Format: String, CaseIterable {
    case text, json
  }

  @Argument(help: "A hearing folder.")
  var hearing: String

  @Argument(help: "What to look for.")
  var query: String

  @Option(help: "So many passages are shown.")
  var limit = 20

  @OptionGroup var options: FilterOptions

  @Option(help: "text or json.", transform: Choice.named)
  var format: Format = .text

  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is the number of passages to show, from 1.") }
  }

  func run() async throws {
    let query = try SearchQuery(query)
    let folder = try HearingFolder(path: hearing)
    let search = try HearingSearch(folder, options: RunOptions.standard(threads: nil, isFresh: false))
    let isQuiet = verbosity.quiet
    let outcome = try await search.find(
      query, filter: options.filter, limit: limit
    ) { done, count in
      if !isQuiet { Console.progress(done == count ? "" : "\(done) of \(count) answers read") }
    }
    let output = SearchOutput(query: query.text, found: outcome.found)
    print(format == .json ? output.json : output.text(isTerminal: Console.isOutputTerminal))
    for finding in outcome.unread { Console.error(finding.description) }
    if !isQuiet, folder.hasDecisions {
      Console.error("codes are those of the rules; what decisions.xml says of them is not in the list")
    }
    if !outcome.unread.isEmpty { throw ExitCode(1) }
  }
}
