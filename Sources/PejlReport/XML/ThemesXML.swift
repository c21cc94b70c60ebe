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

  /// What stands in the place of passages while the elements around them are written.
  private static let mark = "passage"
  /// What the writer makes of it.
  private static let markBytes = "    <\(mark)/>\n".utf8.count

  /// The document in pieces: what stands around the passages, and the places of these.
  func pieces() throws -> [ReportPiece] {
    let xml = XMLWriter()
    let analysis = context.analysis
    // By the place where passages belong: those passages.
    var cuts: [(place: Int, passages: [ReportPiece])] = []
    func cut(_ passages: [ReportPiece]) {
      guard !passages.isEmpty else { return }
      xml.emptyElement(Self.mark, [])
      cuts.append((xml.count, passages))
    }
    xml.element(
      "themes",
      [
        ("xmlns", ReportSchema.themes.namespace), ("hearing", analysis.hearing.id),
        ("codebook", analysis.codebook.id),
      ]
    ) {
      for report in analysis.codeReports {
        write(report, to: xml) {
          cut(report.entries.map { .fragment(response: $0.response, number: $0.digestEntry) })
        }
      }
      let outside = analysis.digests.enumerated().flatMap { response, digest in
        digest.outside.indices.map { ReportPiece.fragment(response: response, number: digest.entries.count + $0) }
      }
      xml.element("outside", [("passages", String(outside.count))]) {
        for word in analysis.tellingWords {
          xml.emptyElement(
            "word",
            [
              ("form", word.word), ("count", String(word.count)), ("passages", String(word.passages)),
              ("keyness", word.keyness.twoDecimals),
            ])
        }
        cut(outside)
      }
    }
    return Self.pieces(of: xml.finish(), cuts)
  }

  /// `bytes` with the marks replaced.
  private static func pieces(of bytes: [UInt8], _ cuts: [(place: Int, passages: [ReportPiece])]) -> [ReportPiece] {
    var pieces: [ReportPiece] = []
    var start = 0
    for (place, passages) in cuts {
      pieces.append(.bytes(Array(bytes[start..<place - markBytes])))
      pieces += passages
      start = place
    }
    return pieces + [.bytes(Array(bytes[start...]))]
  }

  /// The elements of one response's passages, as they stand in the document: one for each entry of its digest, then one
  /// for each passage outside the strategy.
  static func fragments(_ response: TaggedResponse, _ digest: ResponseDigest) throws -> [[UInt8]] {
    let xml = XMLWriter()
    var fragments: [[UInt8]] = []
    func add(_ place: Int, _ more: [(String, String?)]) {
      let start = xml.count
      write(response, place, more, to: xml)
      fragments.append(xml.bytes(from: start))
    }
    xml.element("themes") {
      xml.element("code") {
        // Closes the start tags above.
        xml.emptyElement(mark, [])
        for entry in digest.entries {
          let tag = response.passages[entry.passage].tags[entry.tag]
          add(
            entry.passage,
            [
              ("basis", tag.basis.rawValue), ("score", tag.score.twoDecimals),
              ("rule", tag.reasons.first?.rule ?? ""),
              ("stances", entry.stances.isEmpty ? nil : entry.stances.joined(separator: " ")),
            ])
        }
        for place in digest.outside { add(place, []) }
      }
    }
    return fragments
  }

  private func write(_ report: CodeReport, to xml: XMLWriter, passages: () -> Void) {
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
      passages()
    }
  }

  private static func write(
    _ source: TaggedResponse, _ place: Int, _ more: [(String, String?)], to xml: XMLWriter
  ) {
    let passage = source.passages[place].passage
    xml.element(
      "passage",
      [
        ("response", source.id), ("id", passage.id), ("party", source.respondent.party(of: source.id)),
        ("annex", source.annex.map { String($0.number) }), ("page", passage.page.map { String($0) }),
      ] + more,
      text: source.document.text[passage.core])
  }
}
