internal import PejlText
internal import Subprocess

/// Runs an external tool in a session of its own, with limits on time, memory and output, and a clean environment.
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

  /// The greatest address space of a tool, in bytes.
  private static let memory = 2 << 30

  /// Runs `tool`, which is looked for in the system's folders.
  ///
  /// - Throws: ``InvalidInput`` when it is not installed, runs too long, or writes too much.
  func run(_ tool: String, _ arguments: [String]) async throws -> Outcome {
    var options = PlatformOptions()
    options.createSession = true
    // The default steps signal only the leader and leave its children alive.
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
    ]
    let seconds = limits.toolSeconds
    let prlimit = [
      "--as=\(Self.memory)", "--cpu=\(Int(seconds.rounded(.up)) + 1)", "--fsize=\(limits.toolOutputBytes)", "--core=0",
      "--nofile=64", "--", "env", "--chdir=\(folder)", tool,
    ]
    let environment = Environment.custom([
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder, "OMP_THREAD_LIMIT": "1",
    ])
    let outcome: Outcome? = try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask { [options, limits] in
        do {
          let result = try await Subprocess.run(
            .name("prlimit"), arguments: Arguments(prlimit + arguments), environment: environment,
            platformOptions: options, input: .none,
            output: .bytes(limit: limits.toolOutputBytes), error: .bytes(limit: 1 << 20))
          var code: Int?
          if case .exited(let value) = result.terminationStatus { code = Int(value) }
          return Outcome(
            code: code, output: result.standardOutput, messages: String(decoding: result.standardError, as: UTF8.self))
        } catch let error as SubprocessError {
          throw Self.refusal(error, tool)
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
    guard outcome.code != 126, outcome.code != 127 else { throw Self.missing(tool) }
    return outcome
  }

  private static func refusal(_ error: SubprocessError, _ tool: String) -> InvalidInput {
    switch error.code {
    case .executableNotFound: missing("prlimit")
    case .outputLimitExceeded: PejlIngest.refusal("too-large", "the file gives more text than is read; split it")
    default: PejlIngest.refusal("tool-failed", "\(tool) could not be run: \(error)")
    }
  }

  /// By tool: the packages that hold it.
  private static let packages = [
    "prlimit": "util-linux", "pdftotext": "poppler-utils", "pdftoppm": "poppler-utils", "pdfimages": "poppler-utils",
  ]

  private static func missing(_ tool: String) -> InvalidInput {
    PejlIngest.refusal(
      "tool-missing",
      "\(tool) is not installed; install the packages \(packages[tool] ?? "tesseract-ocr and tesseract-ocr-dan")")
  }
}
