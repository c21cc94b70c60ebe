internal import ArgumentParser
internal import PejlPipeline
internal import PejlText

/// Checks a packet.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks a packet of pejl package, and whether a hearing still gives the same bytes.",
    discussion: """
      Examples:
        pejl verify case-23-2079.zip
        pejl verify case-23-2079.zip --hearing Corpus/socialstrategi-2024

      Exit codes: 0 all as it was packed; 1 something differs, and is named; 2 the packet cannot be read.
      """)

  @Option(help: "A hearing folder that is run again and compared.")
  var hearing: String?

  @Argument(help: "The packet.")
  var packet: String

  @OptionGroup var verbosity: Verbosity

  func run() async throws {
    let check = try PacketCheck(Files.read(packet), path: packet)
    var findings = check.findings
    if let hearing {
      let (packet, _) = try await PackageCommand.packet(hearing, isFresh: true)
      findings += try check.differences(from: packet)
    }
    for finding in findings { print(finding.description) }
    if findings.contains(where: { $0.severity > .note }) { throw ExitCode(1) }
    if !verbosity.quiet {
      print(
        "\(check.count) files are as they were packed by pejl \(check.version)"
          + (hearing == nil ? "" : "; the hearing gives the same bytes today"))
    }
  }
}
