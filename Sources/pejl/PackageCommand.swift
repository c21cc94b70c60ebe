internal import ArgumentParser
internal import PejlAnalysis
internal import PejlPipeline
internal import PejlText

/// Makes the packet for the journal.
struct PackageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "package", abstract: "Makes one zip for the journal: how the reports came about, and the reports.",
    discussion: """
      Example: pejl package Corpus/socialstrategi-2024 --output case-23-2079.zip

      The zip holds hashes of the answers, the codebook, decisions, reports, schemas and what there is to say of the run. \
      The same hearing gives the same bytes. It holds texts as they are and is not for publishing.
      """)

  @Option(help: "The zip to write.")
  var output: String

  @Argument(help: "A hearing folder.")
  var hearing: String

  @OptionGroup var verbosity: Verbosity

  func run() async throws {
    try OutputGuard(HearingFolder(path: hearing)).check(output)
    if Files.kind(output) == .file, !(try Packet.isPacket(Files.read(output))) {
      throw InvalidInput(
        code: "package.output", "a file that is no packet stands here and would be lost; name another", path: output)
    }
    let (packet, run) = try await Self.packet(hearing, isFresh: false)
    try Files.replace(output, with: packet.bytes())
    if !verbosity.quiet { print(output) }
    if !run.analysis.unread.isEmpty { throw ExitCode(1) }
  }

  /// The packet of the hearing in the folder at `path`, as it stands today; made without its store where it is to be fresh.
  static func packet(_ path: String, isFresh: Bool) async throws -> (Packet, HearingRun) {
    let snapshot = try? FolderSnapshot(path)
    let folder = try HearingFolder(path: path)
    let run =
      isFresh
      ? try await HearingRun(HearingRun.Job(folder), workers: Console.processors)
      : try await HearingRun(
        folder, options: RunOptions.standard(threads: nil, isFresh: false), wantsElements: true)
    let review = run.review(try PublishFile(in: folder))
    return (try Packet(run, review, folder: folder, since: snapshot, version: Pejl.version), run)
  }
}
