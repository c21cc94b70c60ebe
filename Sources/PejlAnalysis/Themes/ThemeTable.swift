internal import PejlCodebook
internal import PejlTagging

/// Gathers the passages of each code.
struct ThemeTable {
  let codebook: Codebook
  let parties: PartyList
  let responses: [TaggedResponse]
  let shared: SharedTextTable

  /// The reports of all codes of strategy, theme and stance, in the codebook's order.
  var reports: [CodeReport] {
    let entries = gathered()
    let stances = codebook.codes(.stance)
    return [Facet.ID.strategy, .theme, .stance].flatMap { facet in
      codebook.codes(facet).map { code in
        report(on: code, entries: entries[Key(facet: facet, code: code.id)] ?? [], stances: stances)
      }
    }
  }

  private struct Key: Hashable {
    let facet: Facet.ID
    let code: String
  }

  private func gathered() -> [Key: [CodeReport.Entry]] {
    var result: [Key: [CodeReport.Entry]] = [:]
    for (place, response) in responses.enumerated() {
      for (index, passage) in response.passages.enumerated() where passage.isCounted {
        let stances = passage.tags(.stance).map(\.code)
        for tag in passage.tags {
          result[Key(facet: tag.facet, code: tag.code), default: []].append(
            CodeReport.Entry(
              response: place, passage: index, tag: tag, stances: stances, sharedText: shared.places[place][index]))
        }
      }
    }
    return result
  }

  private func report(on code: Code, entries: [CodeReport.Entry], stances: [Code]) -> CodeReport {
    CodeReport(
      code: code, parties: senders(of: entries),
      entries: entries.sorted {
        ($0.tag.basis, $1.tag.score, $0.response, $0.passage) < ($1.tag.basis, $0.tag.score, $1.response, $1.passage)
      },
      texts: entries.count { $0.sharedText == nil } + Set(entries.compactMap(\.sharedText)).count,
      stances: stances.map { stance in
        let both = entries.filter { $0.stances.contains(stance.id) }
        return CodeReport.StanceCount(code: stance, passages: both.count, parties: senders(of: both).count)
      })
  }

  private func senders(of entries: [CodeReport.Entry]) -> [Int] {
    Set(entries.map { parties.ofResponse[$0.response] }).sorted()
  }
}
