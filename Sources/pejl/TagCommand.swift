internal import ArgumentParser
internal import Glibc
internal import PejlHearing
internal import PejlPipeline
internal import PejlTagging
internal import PejlText

/// Text in, tags out: the job that is spread over machines.
struct TagCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Tags responses: files, or a stream of JSON lines; one line of JSON out for each.",
    discussion: """
      Examples:
        pejl tag --codebook codebook.xml answers/ > tagged.ndjson
        pejl tag --codebook codebook.xml < responses.ndjson > tagged.ndjson
        pejl tag --hearing HEARING-FOLDER --partial --shard 1/3 --output 1.ndjson HEARING-FOLDER/responses

      Without files it is a filter: each line of the input is {"id":…,"text":…}, with "file", "respondent" and "date" where \
      they are known; the lines come out in the same order. A line that cannot be used gives {"id":…,"error":…} and a message. \
      The examples of the codebook are not run; "pejl codebook check" runs them.
      """)

  @Option(help: "The codebook's main file; by default the codebook.xml beside the hearing.")
  var codebook: String?

  @Option(help: "A hearing.xml, or the folder that holds it: who was heard, and the strategy.")
  var hearing: String?

  @Flag(help: "Write all that \"pejl merge\" needs, the text included.")
  var partial = false

  @Option(help: "K/N: tag only the K-th of N parts of the files.")
  var shard: String?

  @Option(help: "Pass over what is tagged in FILE, an earlier output; if it is the --output, go on with it.")
  var skipDone: [String] = []

  @Option(help: "The file to write instead of the standard output.")
  var output: String?

  @Option(help: "How many responses are worked on at once; all processors for files, 1 for a stream.")
  var threads: Int?

  @Argument(help: "Files and folders.")
  var inputs: [String] = []

  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    if codebook == nil, hearing == nil { throw ValidationError("Name the codebook with --codebook FILE.") }
    if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more.") }
    if let shard {
      guard Shard(argument: shard) != nil else { throw ValidationError("--shard is K/N, such as 1/3, K from 1 to N.") }
      if inputs.isEmpty { throw ValidationError("--shard is for files; a stream is split by whoever sends it.") }
    }
    if inputs.isEmpty, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("Name files or folders, or send lines of JSON to the standard input.")
    }
  }

  func run() async throws {
    let file = try hearing.map { try HearingFile(path: $0) }
    let files = try InputFiles.list(inputs)
    if !inputs.isEmpty, files.isEmpty {
      throw InvalidInput(code: "input.empty", "no answer was found; name files or a folder with files", path: inputs[0])
    }
    let book = codebook ?? file?.codebook ?? ""
    if let output {
      let others = [book] + [file?.strategy?.path].compactMap(\.self)
      try OutputGuard(reading: others).check(output)
      try OutputGuard(reading: files.lazy.map(\.path)).check(output)
    }
    let compiled = try CodebookLoader.compile(book)
    var strategy: StrategyText?
    var unread = 0
    if let input = file?.strategy {
      let read = await StrategyFile.read(input)
      strategy = read.text
      unread = read.unread.count
      for finding in read.unread { Console.error(finding.description) }
    }
    let done = try DoneResponses.read(skipDone.filter { Files.kind($0) != .missing || $0 != output })
    let lines =
      try output.map { path in try LineOutput(path: path, goesOn: skipDone.contains { Files.areSame($0, path) }) }
      ?? LineOutput()
    let stream = TagStream(
      compiled, hearing: file?.hearing ?? Hearing(id: "", title: nil), strategy: strategy,
      detail: partial ? .partial : .tags, workers: threads ?? (inputs.isEmpty ? 1 : Console.processors))
    let report: @Sendable (Diagnostic) -> Void = { Console.error($0.description) }
    unread +=
      inputs.isEmpty
      ? try await stream.filter(STDIN_FILENO, name: "standard input", skipping: done, to: lines, report: report)
      : try await stream.tag(
        files, shard: shard.flatMap(Shard.init(argument:)), skipping: done, to: lines, report: report)
    if unread > 0 { throw ExitCode(1) }
  }
}

extension Shard {
  /// The part that `argument` names, as in `1/3`.
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
    self.init(number, of: count)
  }
}
