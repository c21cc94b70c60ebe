internal import Glibc
internal import PejlAnalysis
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
    ReportEdition.WholePage.allCases.map(\.rawValue) + [ReportEdition.analysisPath, ReportEdition.themesPath]
      + edition.quotePages.flatMap(edition.paths) + edition.responsePaths
  }

  /// Writes the report into the folder `stage`.
  ///
  /// - Returns: what the next run can use of it.
  /// - Throws: ``InvalidInput`` when something cannot be written.
  func write(into stage: String) async throws -> FormerReport {
    var report = FormerReport()
    report.mask = mask
    let keys = try await withThrowingTaskGroup(of: [(path: String, key: String)].self) { group in
      for page in ReportEdition.WholePage.allCases {
        group.addTask {
          try Files.write(edition.page(page).bytes, to: "\(stage)/\(page.rawValue)")
          return [(page.rawValue, "")]
        }
      }
      for pages in edition.quotePages {
        group.addTask {
          let files = try edition.pages(pages)
          for file in files { try Files.write(file.bytes, to: "\(stage)/\(file.path)") }
          return files.map { ($0.path, "") }
        }
      }
      let work = WorkCounter(versions.count)
      for _ in 0..<workers {
        group.addTask {
          var written: [(path: String, key: String)] = []
          while let index = work.take() {
            try Task.checkCancellation()
            written.append(try writePage(index, into: stage))
          }
          return written
        }
      }
      let analysis = try writeAnalysis(into: stage)
      let themes = try writeThemes(into: stage)
      for (place, version) in versions.enumerated() {
        report.pieces[version] = FormerReport.Pieces(
          analysis: analysis[version] ?? .init(start: 0, length: 0), themes: themes[place])
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    for (path, key) in keys + [(ReportEdition.analysisPath, ""), (ReportEdition.themesPath, "")] {
      guard let status = StoredFile(at: "\(stage)/\(path)", named: path) else { continue }
      report.files[path] = FormerReport.File(key: key, status: status)
    }
    if let failure = shown.responses.failure { throw failure }
    return report
  }

  /// Takes the page of a response over, or makes it.
  private func writePage(_ index: Int, into stage: String) throws -> (path: String, key: String) {
    let path = edition.responsePaths[index]
    let version = versions[index]
    let pageKey = RunKeys.hash(
      [key, mask, String(version.result), version.decisions, path] + edition.surroundings(ofResponse: index))
    if let file = former.intact(path, in: folder), file.key == pageKey,
      link("\(folder)/\(path)", "\(stage)/\(path)") == 0
    {
      return (path, pageKey)
    }
    try Files.write(edition.page(ofResponse: index).bytes, to: "\(stage)/\(path)")
    return (path, pageKey)
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

  /// Writes `themes.xml`.
  ///
  /// - Returns: by response where its passages stand in it.
  private func writeThemes(into stage: String) throws -> [[FormerReport.Range]] {
    let file = try PieceFile("\(stage)/\(ReportEdition.themesPath)")
    let isUsable = former.mask == mask && former.files[ReportEdition.themesPath] != nil
    let old = isUsable ? FormerFile("\(folder)/\(ReportEdition.themesPath)") : nil
    let bytes = old.flatMap { try? $0.mapped() }
    var fresh: [Int: [[UInt8]]] = [:]
    for (place, version) in versions.enumerated() {
      let digest = shown.digests[place]
      let count = former.pieces[version]?.themes.count
      if bytes == nil || count != digest.entries.count + digest.outside.count {
        fresh[place] = try edition.themesFragments(place)
      }
    }
    let known = versions.indices.map { fresh[$0] == nil ? former.pieces[versions[$0]]?.themes ?? [] : [] }
    var places = versions.indices.map { place in
      let digest = shown.digests[place]
      return [FormerReport.Range](
        repeating: .init(start: 0, length: 0), count: digest.entries.count + digest.outside.count)
    }
    for piece in try edition.themesPieces() {
      switch piece {
      case .bytes(let own): try file.write(own)
      case .passage(let response, let number):
        let start = file.count
        if let own = fresh[response] {
          try file.write(own[number])
        } else if let bytes {
          let range = known[response][number]
          try file.write(UnsafeRawBufferPointer(rebasing: bytes.bytes[range.start..<range.start + range.length]))
        }
        places[response][number] = FormerReport.Range(start: start, length: file.count - start)
      }
    }
    try file.finish()
    return places
  }
}

/// A file of the former report, open for reading.
final class FormerFile {
  /// The bytes of a file, in memory only where they are looked at.
  final class Mapped {
    let bytes: UnsafeRawBufferPointer
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }
    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
  }

  let descriptor: Int32
  private let path: String

  init?(_ path: String) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The bytes of the file.
  func mapped() throws -> Mapped {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw Files.failure("cannot be read", path) }
    return Mapped(UnsafeRawBufferPointer(start: start, count: Int(status.st_size)))
  }
}
