internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlSegment
internal import PejlTagging
internal import PejlText
internal import PejlXML

/// Writes `themes.xml`: who said what about each code, and what no rule caught.
struct ThemesXML {
  let context: ReportContext

  /// The document.
  func bytes() throws -> [UInt8] {
    let xml = try XMLWriter.ready()
    let analysis = context.analysis
    xml.element(
      "themes",
      [
        ("xmlns", ReportSchema.themes.namespace), ("hearing", analysis.hearing.id),
        ("codebook", analysis.codebook.id),
      ]
    ) {
      for report in analysis.codeReports { write(report, to: xml) }
      let outside = analysis.outside
      xml.element("outside", [("passages", String(outside.count))]) {
        for word in analysis.tellingWords {
          xml.emptyElement(
            "word",
            [
              ("form", word.word), ("count", String(word.count)), ("passages", String(word.passages)),
              ("keyness", word.keyness.twoDecimals),
            ])
        }
        for place in outside { write(place.response, place.passage, [], to: xml) }
      }
    }
    return xml.finish()
  }

  private func write(_ report: CodeReport, to xml: XMLWriter) {
    let code = report.code
    xml.element(
      "code",
      [
        ("id", code.id), ("facet", code.facet.rawValue), ("parent", code.parent), ("name", code.name),
        ("passages", String(report.entries.count)), ("parties", String(report.parties.count)),
      ]
    ) {
      if let wording = code.wording ?? code.motto { xml.element("wording", text: wording) }
      for party in report.parties { xml.emptyElement("party", [("id", context.analysis.parties[party].id)]) }
      for stance in report.stances {
        xml.emptyElement(
          "stance",
          [
            ("code", stance.code.id), ("passages", String(stance.passages)), ("parties", String(stance.parties)),
          ])
      }
      for entry in report.entries {
        let tag = entry.tag
        write(
          entry.response, entry.passage,
          [
            ("basis", tag.basis.rawValue), ("score", tag.score.twoDecimals), ("rule", tag.reasons.first?.rule ?? ""),
            ("stances", entry.stances.isEmpty ? nil : entry.stances.joined(separator: " ")),
          ], to: xml)
      }
    }
  }

  private func write(_ response: Int, _ passage: Int, _ more: [(String, String?)], to xml: XMLWriter) {
    let source = context.analysis.responses[response]
    let passage = source.passages[passage].passage
    xml.element(
      "passage",
      [
        ("response", source.id), ("id", passage.id), ("party", context.party(of: response).id),
        ("annex", source.annex.map { String($0.number) }), ("page", passage.page.map { String($0) }),
      ] + more,
      text: source.document.text[passage.core])
  }
}
