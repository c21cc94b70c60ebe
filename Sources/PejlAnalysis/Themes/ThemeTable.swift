internal import PejlCodebook

/// Gathers the passages of each code.
struct ThemeTable {
  let codebook: CodebookSummary
  let codes: CodePlaces
  let parties: PartyList
  let digests: [ResponseDigest]
  let shared: SharedTextTable

  /// The reports of all codes of strategy, theme and stance, in the codebook's order.
  var reports: [CodeReport] {
    let entries = gathered()
    let stances = codebook.codes(.stance)
    return codes.codes.enumerated().map { report(on: $1, entries: entries[$0], stances: stances) }
  }

  private func gathered() -> [[CodeReport.Entry]] {
    var result: [[CodeReport.Entry]] = Array(repeating: [], count: codes.codes.count)
    for (place, digest) in digests.enumerated() {
      for (number, entry) in digest.entries.enumerated() {
        result[entry.code].append(
          CodeReport.Entry(
            response: place, passage: entry.passage, tag: entry.tag, basis: entry.basis, score: entry.score,
            digestEntry: number, stances: entry.stances, sharedText: shared.places[place][entry.passage]))
      }
    }
    return result
  }

  private func report(on code: Code, entries: [CodeReport.Entry], stances: [Code]) -> CodeReport {
    CodeReport(
      code: code, parties: senders(of: entries), entries: byCertainty(entries),
      texts: entries.count { $0.sharedText == nil } + Set(entries.compactMap(\.sharedText)).count,
      stances: stances.map { stance in
        let both = entries.lazy.filter { $0.stances.contains(stance.id) }
        return CodeReport.StanceCount(
          code: stance, passages: both.count { _ in true }, parties: senders(of: both).count)
      })
  }

  /// The entries by basis, then score, then place; they come in the order of their places.
  private func byCertainty(_ entries: [CodeReport.Entry]) -> [CodeReport.Entry] {
    // Places are moved in place of entries, which would have to be copied each time.
    entries.indices.sorted {
      (entries[$0].basis, entries[$1].score, $0) < (entries[$1].basis, entries[$0].score, $1)
    }.map { entries[$0] }
  }

  private func senders(of entries: some Sequence<CodeReport.Entry>) -> [Int] {
    var isSender = Array(repeating: false, count: parties.parties.count)
    for entry in entries { isSender[parties.ofResponse[entry.response]] = true }
    return isSender.indices.filter { isSender[$0] }
  }
}
