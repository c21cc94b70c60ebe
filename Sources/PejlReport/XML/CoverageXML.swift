internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlXML

/// Writes `coverage.xml`: who touched what, with the zeros.
struct CoverageXML {
  let context: ReportContext

  /// The document.
  func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    let coverage = context.analysis.coverage
    xml.element(
      "coverage",
      [
        ("xmlns", ReportSchema.coverage.namespace), ("hearing", context.analysis.hearing.id),
        ("codebook", context.analysis.codebook.id), ("heard", String(coverage.heard)),
        ("answered", String(coverage.answered)), ("unknown", String(coverage.unknownSenders)),
      ]
    ) {
      for column in coverage.columns {
        xml.element(
          "code",
          [
            ("id", column.code.id), ("parent", column.code.parent), ("name", column.code.name),
            ("passages", String(column.passages)), ("parties", String(column.parties)),
            ("heard-parties", String(column.heardParties)),
          ]
        ) {
          if let wording = column.code.wording ?? column.code.motto { xml.element("wording", text: wording) }
        }
      }
      for row in coverage.rows {
        xml.element("party", xml.attributes(of: row.party)) {
          for column in coverage.columns {
            let passages = row.passages[column.code.id, default: 0]
            xml.emptyElement("cell", [("code", column.code.id), ("passages", String(passages))])
          }
          xml.write(row.account, as: "account")
        }
      }
      for code in coverage.untouched { xml.emptyElement("untouched", [("code", code.id)]) }
      xml.write(coverage.total, as: "sums")
    }
    return xml.finish()
  }
}
