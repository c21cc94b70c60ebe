internal import PejlCodebook

/// Counts which party touched which part of the strategy.
struct CoverageTable {
  let codes: CodePlaces
  let parties: [Party]
  let digests: [ResponseDigest]

  /// The table with its sums.
  var coverage: Coverage {
    let codes = codes.codes.filter { $0.facet == .strategy }
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
    var account = Account()
    var passages = Dictionary(codes.map { ($0.id, 0) }) { first, _ in first }
    for digest in party.responses.map({ digests[$0] }) {
      account += digest.account
      for touch in digest.touches { passages[self.codes.codes[touch.code].id, default: 0] += touch.passages }
    }
    return Coverage.Row(party: party, account: account, passages: passages)
  }
}
