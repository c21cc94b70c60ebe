internal import PejlPipeline

/// How commands run over a hearing's folder.
enum RunOptions {
  /// The options of this program on this machine.
  static func standard(threads: Int?, isFresh: Bool) -> RecurringRun.Options {
    var options = RecurringRun.Options()
    options.workers = threads ?? Console.processors
    options.isFresh = isFresh
    options.version = Pejl.version
    options.build = Console.build
    options.clock = Console.clock
    return options
  }
}
