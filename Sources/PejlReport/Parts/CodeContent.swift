internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

/// What the page of a code shows: its passages, and who wrote them.
///
/// A guidepost holds the passages of its objectives too, each once, so that its figures are those of the coverage.
struct CodeContent {
  let code: Code
  /// The passages in order of certainty: by basis, then score, then place.
  let entries: [CodeReport.Entry]
  /// The parties, as places in the analysis' parties; rising.
  let parties: [Int]

  /// The contents of all codes in the codebook's order.
  static func all(_ context: ReportContext) -> [CodeContent] {
    let reports = context.analysis.codeReports
    let inside = Dictionary(grouping: reports.filter { $0.code.parent != nil }) { $0.code.parent ?? "" }
    return reports.map { report in
      let objectives = report.code.facet == .strategy ? inside[report.code.id] ?? [] : []
      guard !objectives.isEmpty else {
        return CodeContent(code: report.code, entries: report.entries, parties: report.parties)
      }
      let entries = merged([report] + objectives)
      return CodeContent(
        code: report.code, entries: entries,
        parties: Set(entries.map { context.partyOfResponse[$0.response] }).sorted())
    }
  }

  /// How many different texts the passages are: what several answers share counts once.
  var texts: Int { entries.count { $0.sharedText == nil } + Set(entries.compactMap(\.sharedText)).count }

  /// So many passages bear each of the stances, in the codebook's order.
  func counts(of stances: [Code]) -> [Int] {
    stances.map { stance in entries.count { $0.stances.contains(stance.id) } }
  }

  /// The entries of several reports, each passage once with its surest tag.
  private static func merged(_ reports: [CodeReport]) -> [CodeReport.Entry] {
    struct Place: Hashable {
      let response: Int
      let passage: Int
    }
    let sorted = reports.flatMap(\.entries).sorted {
      ($0.basis, $1.score, $0.response, $0.passage) < ($1.basis, $0.score, $1.response, $1.passage)
    }
    var seen: Set<Place> = []
    return sorted.filter { seen.insert(Place(response: $0.response, passage: $0.passage)).inserted }
  }
}
