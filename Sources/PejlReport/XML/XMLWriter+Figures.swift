internal import PejlAnalysis
internal import PejlHearing
internal import PejlText
internal import PejlXML

extension XMLWriter {
  /// Writes who a party is.
  func write(_ party: Party) { emptyElement("party", attributes(of: party)) }

  /// The attributes that identify a party.
  func attributes(of party: Party) -> [(String, String?)] {
    [
      ("id", party.id), ("name", party.name), ("group", party.group), ("kind", party.kind.rawValue),
      ("heard", party.isHeard ? "true" : "false"), ("responses", String(party.responses.count)),
    ]
  }

  /// Writes what became of the passages, with the reasons to set them aside.
  func write(_ account: Account, as name: String, attributes: [(String, String)] = []) {
    let figures = [
      ("passages", account.passages), ("tagged", account.tagged), ("untagged", account.untagged),
      ("set-aside", account.setAsideTotal), ("headings", account.headings), ("outside", account.outside),
      ("characters", account.characters),
    ]
    element(name, attributes.map { ($0.0, $0.1) } + figures.map { ($0.0, String($0.1)) }) {
      for reason in account.reasons {
        emptyElement("set-aside", [("reason", reason.reason), ("passages", String(reason.count))])
      }
    }
  }
}
