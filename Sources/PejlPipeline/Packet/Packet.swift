internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlIngest
internal import PejlReport
internal import PejlTagging
internal import PejlText
internal import PejlXML
internal import PejlZip

/// What goes into the journal of a case: how the reports came about, and the reports, in one zip.
///
/// It holds the hashes of the answers and not the answers; everything else that a run reads, the reports, their schemas, and
/// what there is to say of the run. The same hearing gives the same bytes. It holds texts as they are: it is for the journal
/// and not for publishing.
public struct Packet: Sendable {
  /// The XML Schema of the packet's `manifest.xml`.
  public static var schema: [UInt8] { PackageResources.packet_xsd }
  static let namespace = "urn:pejl:packet:1"
  static let manifestName = "manifest.xml"

  /// A file of the packet.
  struct Entry: Sendable, Hashable {
    let name: String
    let bytes: [UInt8]
  }

  /// The files by name, the manifest first.
  let entries: [Entry]

  /// A packet of a run.
  ///
  /// - Parameters:
  ///   - run: the hearing.
  ///   - review: its personal data with what was decided.
  ///   - folder: what the run was made of.
  ///   - snapshot: how the folder looked before the run began.
  ///   - version: the version of the program.
  /// - Throws: ``InvalidInput`` when a file of the folder cannot be read, or was changed since.
  public init(
    _ run: HearingRun, _ review: PrivacyReview, folder: HearingFolder, since snapshot: FolderSnapshot?, version: String
  ) throws {
    var files = run.compiled.codebook.sources.map { Entry(name: "hearing/\($0.path)", bytes: $0.bytes) }
    for name in ["hearing.xml", "decisions.xml", PublishFile.name, PublishLog.name]
    where Files.kind("\(folder.path)/\(name)") == .file {
      files.append(Entry(name: "hearing/\(name)", bytes: try Files.read("\(folder.path)/\(name)")))
    }
    files += try run.reports(review, version: version).map {
      Entry(name: "reports/\($0.path)", bytes: $0.bytes)
    }
    files += Self.schemas.map { Entry(name: "schemas/\($0).xsd", bytes: $1) }
    files.append(Entry(name: "log.txt", bytes: Self.log(run, folder)))
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let manifest = try PacketManifest(run, folder: folder, version: version, files: files)
    guard try snapshot == FolderSnapshot(folder.path) else {
      throw InvalidInput(
        code: "package.changed", "a file was changed while the packet was made; run again when all are saved",
        path: folder.path)
    }
    entries = [Entry(name: Self.manifestName, bytes: try manifest.bytes())] + files
  }

  /// Whether `bytes` are a zip that holds the manifest of a packet.
  public static func isPacket(_ bytes: [UInt8]) -> Bool {
    guard let archive = try? ZipArchive(bytes, limits: .ownFiles), let manifest = try? archive.read(manifestName),
      let root = try? XMLReader.parse(manifest)
    else { return false }
    return root.namespace == namespace
  }

  /// The zip.
  ///
  /// - Throws: when memory is out.
  public func bytes() throws -> [UInt8] { try Self.zip(entries) }

  static func zip(_ entries: [Entry]) throws -> [UInt8] {
    try ZipWriter().write(entries.map { ZipWriter.Entry($0.name, $0.bytes) })
  }

  private static var schemas: [(String, [UInt8])] {
    [
      ("hearing", HearingReader.schema), ("codebook", CodebookReader.schema), ("decisions", DecisionFile.schema),
      ("publish", PublishFile.schema), ("publish-log", PublishLog.schema), ("packet", schema),
    ] + ReportSchema.allCases.map { ($0.rawValue, $0.bytes) }
  }

  /// What there is to say of the run, one finding a line; no path of the machine.
  private static func log(_ run: HearingRun, _ folder: HearingFolder) -> [UInt8] {
    var findings = folder.findings(run.analysis.codebook) + run.analysis.unread + run.findings
    for response in run.analysis.responses {
      findings += response.document.notes.map { note in
        Diagnostic(note.severity, code: note.code, note.message, path: response.file)
      }
    }
    let lines = findings.map { finding in
      var finding = finding
      if let path = finding.path, path.hasPrefix(folder.path + "/") {
        finding.path = String(path.dropFirst(folder.path.count + 1))
      }
      return finding.description + "\n"
    }
    return Array(lines.joined().utf8)
  }
}
