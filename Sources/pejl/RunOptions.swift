internal import PejlPipeline
internal import PejlReport

/// How commands run over a hearing's folder.
enum RunOptions {
  /// The options of this program on this machine.
  static func standard(threads: Int?, isFresh: Bool, language: ReportLanguage = .danish) -> RecurringRun.Options {
    var options = RecurringRun.Options()
    options.workers = threads ?? Console.processors
    options.isFresh = isFresh
    options.language = language
    options.version = Pejl.version
    options.build = Console.build
    options.clock = Console.clock
    return options
  }
}
