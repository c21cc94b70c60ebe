internal import ArgumentParser
internal import PejlCodebook
internal import PejlHearing
internal import PejlNote
internal import PejlPipeline
internal import PejlReport
internal import PejlTagging

/// Prints an XML Schema.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the XML Schema of a file that Pejl reads or writes, or the schema of the store.",
    discussion: "Example: pejl schema analysis > analysis.xsd")

  enum Name: String, ExpressibleByArgument, CaseIterable {
    case hearing, codebook, decisions, analysis, coverage, themes, evaluation, changes, timeline, note, publish
    case publishLog = "publish-log"
    case packet, store
  }

  @Argument(help: "Which schema: \(Name.allCases.map(\.rawValue).joined(separator: ", ")).")
  var name: Name

  func run() throws {
    let bytes =
      switch name {
      case .hearing: HearingReader.schema
      case .codebook: CodebookReader.schema
      case .decisions: DecisionFile.schema
      case .analysis: ReportSchema.analysis.bytes
      case .coverage: ReportSchema.coverage.bytes
      case .themes: ReportSchema.themes.bytes
      case .evaluation: ReportSchema.evaluation.bytes
      case .changes: ReportSchema.changes.bytes
      case .timeline: ReportSchema.timeline.bytes
      case .note: NoteRenderer.schema
      case .publish: PublishFile.schema
      case .publishLog: PublishLog.schema
      case .packet: Packet.schema
      case .store: RecurringRun.storeSchema
      }
    print(String(decoding: bytes, as: UTF8.self), terminator: "")
  }
}
