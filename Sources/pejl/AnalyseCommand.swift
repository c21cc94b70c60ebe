internal import ArgumentParser
/// Placeholder.
struct AnalyseCommand: ParsableCommand { func run() throws {} }
/// Placeholder.
struct ExplainCommand: ParsableCommand { func run() throws {} }
