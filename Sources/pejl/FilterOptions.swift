internal import ArgumentParser
internal import PejlNote

/// Which passages a command lists. Several values of one option mean any of them, several options mean all of them.
struct FilterOptions: ParsableArguments {
  @Option(help: "Passages with this code of strategy or theme.")
  var code: [String] = []

  @Option(help: "Passages with this stance.")
  var stance: [String] = []

  @Option(help: "Passages from this kind of respondent.")
  var respondentKind: [String] = []

  /// The filter that the options name.
  var filter: QuoteFilter { QuoteFilter(codes: code, stances: stance, kinds: respondentKind) }
}
