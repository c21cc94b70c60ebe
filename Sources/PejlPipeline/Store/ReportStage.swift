internal import Glibc
internal import PejlAnalysis
internal import PejlDuplicates
internal import PejlReport
internal import PejlStore
internal import PejlText

/// Writes the files of a report into a folder: what an earlier run wrote and nothing has changed is taken over, the rest is
/// made anew.
struct ReportStage {
  let edition: ReportEdition
  /// The figures that the pages show.
  let shown: Analysis
  /// By response in the order of the pages: which result and decisions it is.
  let versions: [ResponseVersion]
  /// By response in the order of `analysis.xml`: the same.
  let workingVersions: [ResponseVersion]
  /// Where the new elements of `analysis.xml` stand in `spool`.
  let fragments: [ResponseVersion: FormerReport.Range]
  let spool: FragmentSpool
  let former: FormerReport
  /// The folder of the former report.
  let folder: String
  /// What is hidden.
  let mask: String
  /// The program and whatever else all pages depend on.
  let key: String
  let workers: Int

  /// The paths of all files.
  var paths: [String] {
    ReportEdition.WholePage.allCases.map(\.rawValue) + [ReportEdition.analysisPath] + piecedPaths
      + edition.responsePaths
  }

  /// The paths of the files that are put together of fragments.
  private var piecedPaths: [String] { [ReportEdition.themesPath] + edition.quotePages.flatMap(edition.paths) }

  /// What a task has written.
  private struct Written {
    var files: [(path: String, key: String)] = []
    var responses: [(response: Int, key: UInt64, fragments: [FormerReport.Place])] = []
  }

  /// Writes the report into the folder `stage`.
  ///
  /// - Parameters:
  ///   - stage: the folder.
  ///   - fresh: where fragments that are new are put until all are known.
  /// - Returns: what the next run can use of it.
  /// - Throws: ``InvalidInput`` when something cannot be written.
  func write(into stage: String, fresh: FragmentSpool) async throws -> WrittenReport {
    async let analysis = writeAnalysis(into: stage)
    async let rendered = edition.quoteParts()
    let written = try await writeSingly(into: stage, fresh)
    try fresh.finish()
    let sharedKeys = sharedKeys(written)
    let assembly = PieceAssembly(
      edition: edition, sources: former.sources(in: folder), fresh: try fresh.mapped(),
      places: Self.byResponse(written, count: versions.count),
      shared: sharedKeys.map { former.place(ofShared: $0) ?? .none }, paths: piecedPaths)
    let parts = try await rendered
    let places = try await withThrowingTaskGroup(of: PieceAssembly.Places.self) { group in
      group.addTask { try assembly.write([edition.themes()], into: stage) }
      // The longest first, so that no worker is left with one at the end.
      for pages in edition.quotePages.sorted(by: { edition.paths($0).count > edition.paths($1).count }) {
        group.addTask { try assembly.write(edition.pages(pages, parts), into: stage) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let ranges = try await analysis
    if let failure = shown.responses.failure { throw failure }
    return WrittenReport(
      versions: versions, analysis: ranges, assembly: assembly, places: places, sharedKeys: sharedKeys,
      files: files(written, in: stage))
  }

  /// By number: the key of what is said of a shared text.
  private func sharedKeys(_ written: Written) -> [UInt64] {
    var keys = [UInt64](repeating: 0, count: versions.count)
    for (response, key, _) in written.responses { keys[response] = key }
    return (0..<edition.sharedCount).map { TextSketch.fingerprint(edition.sharedKey($0, keys: keys)) }
  }

  /// Writes what is no matter of fragments, and the fragments that are new.
  private func writeSingly(into stage: String, _ fresh: FragmentSpool) async throws -> Written {
    try await withThrowingTaskGroup(of: Written.self) { group in
      for page in ReportEdition.WholePage.allCases {
        group.addTask {
          try Files.write(edition.page(page).bytes, to: "\(stage)/\(page.rawValue)")
          return Written(files: [(page.rawValue, "")])
        }
      }
      let work = WorkCounter(versions.count)
      for _ in 0..<workers {
        group.addTask {
          var written = Written()
          while let index = work.take() {
            try Task.checkCancellation()
            try writeResponse(index, into: stage, fresh, &written)
          }
          return written
        }
      }
      return try await group.reduce(into: Written()) { all, own in
        all.files += own.files
        all.responses += own.responses
      }
    }
  }

  /// Takes the page and the fragments of a response over, or makes them.
  private func writeResponse(
    _ index: Int, into stage: String, _ fresh: FragmentSpool, _ written: inout Written
  ) throws {
    let path = edition.responsePaths[index]
    let version = versions[index]
    let pageKey = RunKeys.hash(
      [key, mask, String(version.result), version.decisions, path] + edition.surroundings(ofResponse: index))
    let isSame = former.files[path]?.key == pageKey
    if !isSame || former.intact(path, in: folder) == nil || link("\(folder)/\(path)", "\(stage)/\(path)") != 0 {
      try Files.write(edition.page(ofResponse: index).bytes, to: "\(stage)/\(path)")
    }
    written.files.append((path, pageKey))
    let ownKey = UInt64(pageKey.prefix(16), radix: 16) ?? 0
    if isSame, let known = former.fragments(of: version, count: edition.fragmentCount(ofResponse: index)) {
      written.responses.append((index, ownKey, known))
      return
    }
    let fragments = try edition.fragments(ofResponse: index)
    var start = try fresh.append(fragments.flatMap(\.self)).start
    let places = fragments.map { fragment in
      defer { start += fragment.count }
      return FormerReport.Place(
        file: former.pieced.count, range: FormerReport.Range(start: start, length: fragment.count))
    }
    written.responses.append((index, ownKey, places))
  }

  private static func byResponse(_ written: Written, count: Int) -> [[FormerReport.Place]] {
    var places = [[FormerReport.Place]](repeating: [], count: count)
    for (response, _, fragments) in written.responses { places[response] = fragments }
    return places
  }

  /// The files that were written, as they look.
  private func files(_ written: Written, in stage: String) -> [String: FormerReport.File] {
    let all = written.files + (piecedPaths + [ReportEdition.analysisPath]).map { ($0, "") }
    var files: [String: FormerReport.File] = [:]
    for (path, key) in all {
      guard let status = StoredFile(at: "\(stage)/\(path)", named: path) else { continue }
      files[path] = FormerReport.File(key: key, status: status)
    }
    return files
  }

  /// Writes `analysis.xml`.
  ///
  /// - Returns: where each response stands in it.
  private func writeAnalysis(into stage: String) throws -> [ResponseVersion: FormerReport.Range] {
    let file = try PieceFile("\(stage)/\(ReportEdition.analysisPath)")
    let (head, tail) = try edition.analysisFrame()
    let old =
      former.files[ReportEdition.analysisPath] == nil ? nil : FormerFile("\(folder)/\(ReportEdition.analysisPath)")
    var places: [ResponseVersion: FormerReport.Range] = [:]
    try file.write(head)
    for version in workingVersions {
      let start = file.count
      if let fresh = fragments[version] {
        try file.copy(fresh, from: spool.source)
      } else if let known = former.pieces[version]?.analysis, let old {
        try file.copy(known, from: old.descriptor)
      } else {
        throw InvalidInput(
          code: "report.piece", "a piece of the report is missing; run again with --fresh", path: folder)
      }
      places[version] = FormerReport.Range(start: start, length: file.count - start)
    }
    try file.write(tail)
    try file.finish()
    return places
  }
}
