internal import PejlHistory
internal import PejlXML

/// Writes `changes.xml`: what changed from one run to another, and why.
struct ChangesXML {
  let report: ChangesReport

  /// The document.
  func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    let changes = report.changes
    xml.element(
      "changes",
      [
        ("xmlns", ReportSchema.changes.namespace), ("hearing", report.now.title),
        ("other-codebook", changes.isOtherCodebook ? "true" : "false"),
      ]
    ) {
      for answer in changes.answers {
        xml.emptyElement(
          "answer",
          [
            ("id", answer.id), ("state", answer.state.rawValue), ("party", answer.name ?? answer.party),
            ("equal", answer.equal.isEmpty ? nil : answer.equal.joined(separator: " ")),
          ])
      }
      for change in changes.codes {
        xml.emptyElement(
          "code",
          [
            ("id", change.code.id), ("name", change.code.name), ("parties-then", String(change.parties.then)),
            ("parties-now", String(change.parties.now)), ("passages-then", String(change.passages.then)),
            ("passages-now", String(change.passages.now)),
            ("crossed", change.isNowTouched ? "touched" : change.isNoLongerTouched ? "untouched" : nil),
          ])
      }
      for change in changes.tags {
        xml.element(
          "tag",
          [
            ("response", change.response), ("passage", change.passage), ("facet", change.facet),
            ("code", change.code), ("change", change.isAdded ? "added" : "removed"), ("cause", change.cause.rawValue),
            ("rule", change.rule),
          ], text: change.text)
      }
    }
    return xml.finish()
  }
}
