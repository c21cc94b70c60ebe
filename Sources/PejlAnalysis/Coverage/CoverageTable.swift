internal import PejlCodebook
internal import PejlTagging

/// Counts which party touched which part of the strategy.
struct CoverageTable {
  let codebook: Codebook
  let parties: [Party]
  let responses: [TaggedResponse]

  /// The table with its sums.
  var coverage: Coverage {
    let codes = codebook.codes(.strategy)
    let rows = parties.map { row(of: $0, codes: codes) }
    let columns = codes.map { code in
      let touching = rows.filter { $0.passages[code.id, default: 0] > 0 }
      return Coverage.Column(
        code: code, passages: touching.reduce(0) { $0 + $1.passages[code.id, default: 0] }, parties: touching.count,
        heardParties: touching.count { $0.party.isHeard })
    }
    var total = Account()
    for row in rows { total += row.account }
    return Coverage(
      rows: rows, columns: columns,
      untouched: columns.filter { $0.passages == 0 && $0.code.parent != nil }.map(\.code), total: total,
      heard: parties.count(where: \.isHeard), answered: parties.count { $0.isHeard && $0.hasAnswered },
      unknownSenders: parties.count { !$0.isHeard && $0.hasAnswered })
  }

  private func row(of party: Party, codes: [Code]) -> Coverage.Row {
    let parents = Dictionary(codes.map { ($0.id, $0.parent) }) { first, _ in first }
    var account = Account()
    var passages = Dictionary(codes.map { ($0.id, 0) }) { first, _ in first }
    for response in party.responses.map({ responses[$0] }) {
      account += Account(response)
      for passage in response.passages where passage.isCounted {
        var touched: Set<String> = []
        for tag in passage.tags(.strategy) {
          touched.insert(tag.code)
          if case let parent?? = parents[tag.code] { touched.insert(parent) }
        }
        for code in touched where passages[code] != nil { passages[code, default: 0] += 1 }
      }
    }
    return Coverage.Row(party: party, account: account, passages: passages)
  }
}
