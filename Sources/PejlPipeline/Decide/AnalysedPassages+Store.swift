internal import PejlAnalysis
internal import PejlReport
internal import PejlStore

extension AnalysedPassages {
  /// The passages in the reports of `folder`: found through the store where that knows the reports as they stand, so that a
  /// large `analysis.xml` need not be read.
  ///
  /// - Throws: ``InvalidInput`` when there are no reports.
  public init(reportsOf folder: HearingFolder) throws {
    // A store that cannot be used is told of by the next run; the file says the same.
    self = try (try? Self.kept(folder)) ?? AnalysedPassages(path: Self.path(folder))
  }

  private static func path(_ folder: HearingFolder) -> String { "\(folder.path)/reports/\(ReportEdition.analysisPath)" }

  /// What the store knows of the reports; nil where they are not those of its latest run.
  static func kept(_ folder: HearingFolder) throws -> AnalysedPassages? {
    let place = "\(folder.storeFolder)/store.sqlite"
    guard Files.kind(place) == .file, let file = FormerFile(path(folder)) else { return nil }
    let store = try Store(path: place)
    guard let (run, report) = try store.latest(output: Files.absolute("\(folder.path)/reports")) else { return nil }
    let former = try FormerReport(files: report.files, pieces: report.fragments)
    guard let written = former.files[ReportEdition.analysisPath], file.isAsWritten(written.status) else { return nil }
    var listed: [Listed] = []
    var ranges: [FormerReport.Range] = []
    for member in try store.members(of: run.id) {
      let version = ResponseVersion(result: member.result, decisions: member.decisions)
      guard let range = former.pieces[version]?.analysis,
        let blob = try store.digest(of: version.result, decisions: version.decisions)
      else { return nil }
      let digest = try ResponseSummary(blob: blob, hearing: folder.hearing).digest
      listed.append(Listed(response: Response(id: digest.id, sha256: digest.sha256), passages: digest.passages))
      ranges.append(range)
    }
    let path = path(folder)
    return AnalysedPassages(path: path, listed: listed) { [ranges] index in
      let bytes = try file.bytes(ranges[index])
      let element = Array("<analysis xmlns=\"\(namespace)\">".utf8) + bytes + Array("</analysis>".utf8)
      return try read(element, path: path).passages.first ?? []
    }
  }
}
