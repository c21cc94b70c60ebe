internal import ArgumentParser
internal import Glibc
internal import PejlPipeline
internal import PejlText
internal import Synchronization

/// Keeps reports up to date while answers come in.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Runs whenever the files of a hearing have changed and come to rest.",
    discussion: """
      Examples:
        pejl watch Corpus/socialstrategi-2024
        pejl watch /srv/hearing --output /srv/www/hearing --log /var/log/pejl.log
        pejl watch /srv/hearing --unit > /etc/systemd/system/pejl-watch.service
        */10 * * * * pejl watch /srv/hearing --once --log /var/log/pejl.log     (in a crontab)

      A run starts when nothing has changed for a while, so a file that is still being copied is left alone. The reports \
      change all at once. One line a run is written. SIGTERM and SIGINT end it; a run that is not done then changes nothing.
      """)

  @Option(help: "The folder for the reports; reports/ in the hearing's folder unless named.")
  var output: String?

  @Option(help: "A file for the line of each run, besides standard output.")
  var log: String?

  @Option(help: "So many seconds nothing may have changed before a run starts.")
  var settle = 3.0

  @Option(help: "How many files are worked on at once; the result is the same.")
  var threads: Int?

  @Flag(help: "End after one run.")
  var once = false

  @Flag(help: "Print a unit file for systemd instead.")
  var unit = false

  @Argument(help: "The hearing's folder.")
  var folder: String

  func validate() throws {
    if settle < 0 || settle > 86_400 { throw ValidationError("--settle is a number of seconds, from 0 to a day.") }
    if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more.") }
  }

  func run() async throws {
    let reports = output ?? "\(folder)/reports"
    if unit {
      let program = Files.absolute("/proc/self/exe")
      print(WatchUnit.text(program: program, folder: Files.absolute(folder), output: absolute(reports)), terminator: "")
      return
    }
    // What is wrong at the start ends it; what goes wrong later may be mended while it runs.
    _ = try HearingFolder(path: folder)
    StopSignal.listen()
    var settling = SettlingFolder(rest: Int64(settle * 1e9))
    while !StopSignal.isSet {
      let snapshot = try? FolderSnapshot(folder)
      if settling.isReady(snapshot, now: Console.clock().nanoseconds), let snapshot {
        await work(reports)
        settling.ran(over: snapshot)
        if once { return }
      }
      try? await Task.sleep(for: .milliseconds(min(1000, max(50, Int(settle * 250)))))
    }
  }

  /// One run, with its line.
  private func work(_ reports: String) async {
    let start = Console.clock()
    let task = Task { try await reportsAnew(reports) }
    let watch = Task {
      while !Task.isCancelled {
        if StopSignal.isSet { task.cancel() }
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
    defer { watch.cancel() }
    let seconds = { Double(Console.clock().nanoseconds - start.nanoseconds) / 1e9 }
    do {
      let outcome = try await task.value
      let text = RunText(outcome.said, reports: reports, isQuiet: true)
      let what = outcome.isUnchanged ? "nothing has changed" : "\(outcome.tagged) files tagged; \(text.sums)"
      say("\(start.text) \(what); \((seconds() * 100).rounded() / 100) s")
    } catch is CancellationError {
      say("\(start.text) stopped; the reports are as they were")
    } catch {
      say("\(start.text) no reports: \(error)".split(separator: "\n").joined(separator: " | "))
    }
  }

  private func reportsAnew(_ reports: String) async throws -> RecurringRun.Outcome {
    let hearing = try HearingFolder(path: folder)
    let lock = try hearing.lock {}
    defer { withExtendedLifetime(lock) {} }
    let output = OutputFolder(path: reports)
    try output.check()
    let options = RunOptions.standard(threads: threads, isFresh: false)
    guard let run = try RecurringRun(hearing, output: output, options: options) else {
      throw InvalidInput(code: "watch.folder", "the folder cannot be written; watch one that can", path: folder)
    }
    return try await run.run()
  }

  private func say(_ line: String) {
    print(line)
    fflush(nil)
    guard let log else { return }
    do { try Files.append(Array("\(line)\n".utf8), to: log) } catch { Console.error("\(error)") }
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(Files.absolute("."))/\(path)"
  }
}

/// Whether somebody asked the program to end.
enum StopSignal {
  private static let flag = Atomic<Bool>(false)

  /// Listens for SIGTERM and SIGINT.
  static func listen() {
    flag.store(false, ordering: .relaxed)
    for number in [SIGTERM, SIGINT] { signal(number) { _ in StopSignal.flag.store(true, ordering: .relaxed) } }
  }

  static var isSet: Bool { flag.load(ordering: .relaxed) }
}
