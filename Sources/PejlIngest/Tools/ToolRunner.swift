internal import Glibc
internal import PejlText
internal import Subprocess

/// Runs an external tool in a session of its own, with limits on time, memory and output, without network where the
/// system allows that, and in a clean environment. Nothing that it started outlives it.
struct ToolRunner: Sendable {
  /// What a tool left behind.
  struct Outcome: Sendable {
    /// The exit code; nil when a signal ended it.
    var code: Int?
    var output: [UInt8]
    var messages: String
  }

  let limits: ReadingLimits
  /// The folder that it runs in.
  let folder: String
  /// How long it may run, in seconds of wall time; the limits' own where nothing is said.
  var seconds: Double?
  /// The greatest address space of the tool, in bytes.
  var memory = 2 << 30
  /// How many files it may hold open.
  var openFiles = 64
  /// The packages that bring the tool, for the message that it is missing.
  var packages = "poppler-utils and util-linux"

  /// Runs `tool`, which is looked for in the system's folders.
  ///
  /// - Throws: ``InvalidInput`` when it is not installed, runs too long, or writes too much.
  func run(_ tool: String, _ arguments: [String]) async throws -> Outcome {
    let seconds = seconds ?? limits.toolSeconds
    let isolation = await ToolIsolation.current.value
    let environment = Environment.custom([
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder, "OMP_THREAD_LIMIT": "1",
    ])
    let words =
      [
        "--as=\(memory)", "--cpu=\(Int(seconds.rounded(.up)) + 1)", "--fsize=\(limits.toolOutputBytes)", "--core=0",
        "--nofile=\(openFiles)", "--",
      ] + isolation + ["env", "--chdir=\(folder)", "PATH=\(limits.toolFolders)", tool] + arguments
    let outcome: Outcome? = try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask { [limits, packages] in
        do {
          return try await Self.outcome(words, environment, limits)
        } catch let error as SubprocessError {
          throw Self.refusal(error, tool, packages)
        }
      }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        return nil
      }
      // Cancelling the task that runs the tool tears it down.
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
    guard let outcome else {
      throw PejlIngest.refusal(
        "tool-timeout", "\(tool) took more than \(Int(seconds)) seconds; print the file to a new PDF or split it")
    }
    guard outcome.code != 126, outcome.code != 127 else { throw Self.missing(tool, packages) }
    return outcome
  }

  private static func outcome(
    _ words: [String], _ environment: Environment, _ limits: ReadingLimits
  ) async throws -> Outcome {
    var options = PlatformOptions()
    options.createSession = true
    // The default steps signal only the leader and leave its children alive.
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
    ]
    let result = try await Subprocess.run(
      .name("prlimit"), arguments: Arguments(words), environment: environment, platformOptions: options,
      input: .none, output: .bytes(limit: limits.toolOutputBytes), error: .bytes(limit: 1 << 20))
    // What the tool left running when it ended belongs to its group, whose number nobody else can have meanwhile.
    kill(-result.processIdentifier.value, SIGKILL)
    var code: Int?
    if case .exited(let value) = result.terminationStatus { code = Int(value) }
    return Outcome(
      code: code, output: result.standardOutput, messages: String(decoding: result.standardError, as: UTF8.self))
  }

  private static func refusal(_ error: SubprocessError, _ tool: String, _ packages: String) -> InvalidInput {
    switch error.code {
    case .executableNotFound: missing("prlimit", "util-linux")
    case .outputLimitExceeded: PejlIngest.refusal("too-large", "the file gives more text than is read; split it")
    default: PejlIngest.refusal("tool-failed", "\(tool) could not be run: \(error)")
    }
  }

  private static func missing(_ tool: String, _ packages: String) -> InvalidInput {
    PejlIngest.refusal("tool-missing", "\(tool) is not installed; install \(packages)")
  }
}
