internal import PejlReport
internal import PejlStore

/// A report that was written: what a later run can use of it is put together when it stands in its place.
struct WrittenReport: Sendable {
  /// By response in the order of the pages: which result and decisions it is.
  let versions: [ResponseVersion]
  /// Where each response stands in `analysis.xml`.
  let analysis: [ResponseVersion: FormerReport.Range]
  /// How the files were put together that are made of fragments.
  let assembly: PieceAssembly
  /// Where the fragments stand in them.
  let places: [PieceAssembly.Places]
  /// By number: the key of what is said of a shared text.
  let sharedKeys: [UInt64]
  /// The files by path, as they looked before anybody else could see them.
  let files: [String: FormerReport.File]

  /// What a later run can use of the report.
  var former: FormerReport {
    var report = FormerReport()
    report.files = files
    report.pieced = assembly.paths
    let fragments = assembly.joined(places)
    report.pieces.reserveCapacity(versions.count)
    for (place, version) in versions.enumerated() {
      report.pieces[version] = FormerReport.Pieces(
        analysis: analysis[version] ?? .init(start: 0, length: 0), fragments: fragments[place])
    }
    for own in places {
      for (number, place) in own.shared { report.shared[sharedKeys[number]] = place }
    }
    return report
  }
}
