internal import PejlHistory
internal import PejlPipeline
internal import PejlText

/// A run that the user names: the folder of a report, or its analysis.xml.
enum RunFile {
  /// The run at `path`.
  ///
  /// - Throws: ``InvalidInput`` when there is none.
  static func read(_ path: String) throws -> RunSnapshot {
    let base = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    var folder = base
    if Files.kind(base) == .file {
      folder = base.contains("/") ? String(base[..<(base.lastIndex(of: "/") ?? base.startIndex)]) : "."
    } else if Files.kind("\(base)/analysis.xml") != .file, Files.kind("\(base)/reports/analysis.xml") == .file {
      folder = "\(base)/reports"
    }
    let file = Files.kind(base) == .file ? base : "\(folder)/analysis.xml"
    guard Files.kind(file) == .file else {
      throw InvalidInput(
        code: "run.missing", "there is no report here; give the folder of a report, or an analysis.xml", path: path)
    }
    let coverage = "\(folder)/coverage.xml"
    return try RunSnapshot(
      analysis: Files.read(file), coverage: Files.kind(coverage) == .file ? Files.read(coverage) : nil, path: file)
  }
}
