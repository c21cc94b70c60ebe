internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlSegment
internal import PejlTagging
internal import PejlText
internal import PejlXML

/// Writes `analysis.xml`: every passage with its tags and their evidence.
struct AnalysisXML {
  let context: ReportContext

  /// What stands before the responses, and what behind them.
  func frame() throws -> (head: [UInt8], tail: [UInt8]) {
    let xml = XMLWriter()
    let analysis = context.analysis
    var split = 0
    xml.element(
      "analysis",
      [("xmlns", ReportSchema.analysis.namespace), ("personal-data", context.method.privacy?.state)]
    ) {
      writeHearing(analysis.hearing, to: xml)
      xml.element(
        "codebook",
        [
          ("id", analysis.codebook.id), ("version", analysis.codebook.version),
          ("language", analysis.codebook.language), ("title", analysis.codebook.title),
        ]
      ) {
        for source in context.method.codebookHashes {
          xml.emptyElement("source", [("path", source.path), ("sha256", source.sha256)])
        }
        for cutoff in analysis.codebook.cutoffs {
          xml.emptyElement("calibration", [("facet", cutoff.facet.rawValue), ("cutoff", cutoff.certainty.twoDecimals)])
        }
      }
      split = xml.count
      writeSharedTexts(to: xml)
      if let report = analysis.decisions { write(report, to: xml) }
      for finding in analysis.unread {
        xml.element("unread", [("file", finding.path), ("code", finding.code)], text: finding.message)
      }
      let answered = [("responses", String(analysis.digests.count)), ("unread", String(analysis.unread.count))]
      xml.write(analysis.coverage.total, as: "sums", attributes: answered)
    }
    let bytes = xml.finish()
    return (Array(bytes[..<split]), Array(bytes[split...]))
  }

  private func writeHearing(_ hearing: Hearing, to xml: XMLWriter) {
    xml.element(
      "hearing",
      [
        ("id", hearing.id), ("case", hearing.caseNumber), ("title", hearing.title), ("authority", hearing.authority),
        ("start", hearing.period?.start), ("end", hearing.period?.end), ("strategy", hearing.strategy?.title),
      ]
    ) {
      for party in context.analysis.parties { xml.write(party) }
    }
  }

  /// The element of one response, as it stands in the document.
  static func fragment(_ response: TaggedResponse) throws -> [UInt8] {
    let xml = XMLWriter()
    var start = 0
    var bytes: [UInt8] = []
    xml.element("analysis") {
      // Closes the start tag above.
      xml.emptyElement("response", [])
      start = xml.count
      write(response, to: xml)
      bytes = xml.bytes(from: start)
    }
    return bytes
  }

  /// Writes what stands in several responses. It depends on all of them, so it stands apart from each.
  private func writeSharedTexts(to xml: XMLWriter) {
    let analysis = context.analysis
    guard !analysis.sharedTexts.isEmpty else { return }
    xml.element("shared-texts") {
      for (number, text) in analysis.sharedTexts.enumerated() {
        xml.element("shared-text", [("number", String(number + 1))]) {
          for entry in text.entries {
            let digest = analysis.digests[entry.response]
            xml.emptyElement(
              "same",
              [
                ("response", digest.id), ("passage", digest.passages[entry.passage]),
                ("likeness", entry.likeness.twoDecimals),
              ])
          }
        }
      }
    }
  }

  private static func write(_ response: TaggedResponse, to xml: XMLWriter) {
    let offsets = ScalarOffsets(response)
    let recognition = response.document.recognition
    xml.element(
      "response",
      [
        ("id", response.id), ("file", response.file), ("sha256", response.sha256),
        ("respondent", response.respondent.party(of: response.id)), ("kind", response.respondent.kind.rawValue),
        ("format", response.document.format), ("annex", response.annex.map { String($0.number) }),
        ("document", response.annex?.document), ("matched-by", response.respondent.basis.rawValue),
        ("matched-text", response.respondent.evidence),
        ("recognised-pages", recognition.map { String($0.pages.count) }),
        ("recognised-confidence", recognition?.confidence.twoDecimals),
        ("decided-by", response.decision?.author), ("decided-at", response.decision?.date),
        ("known-words", response.noise?.knownShare.twoDecimals),
        ("noisy", response.noise?.isNoisy == true ? "true" : nil),
      ]
    ) {
      for passage in response.passages { write(passage, of: response, offsets, to: xml) }
    }
  }

  /// What is uncertain in evidence: the words as the text spells them, and as which they count.
  private static func uncertain(_ span: TextSpan, _ tagged: TaggedPassage, _ response: TaggedResponse) -> [(
    String, String?
  )] {
    let words = tagged.uncertain.filter { $0.span.overlaps(span) }
    guard !words.isEmpty else { return [] }
    return [
      ("uncertain", "true"), ("spelt", words.map { response.document.text[$0.span] }.joined(separator: " ")),
      ("read-as", words.map(\.meaning).joined(separator: " ")),
    ]
  }

  private static func write(
    _ tagged: TaggedPassage, of response: TaggedResponse, _ offsets: ScalarOffsets, to xml: XMLWriter
  ) {
    let passage = tagged.passage
    let disposition: (name: String, reason: String?) =
      switch tagged.disposition {
      case .tagged: ("tagged", nil)
      case .untagged: ("untagged", nil)
      case .setAside(let reason): ("set-aside", reason)
      }
    xml.element(
      "passage",
      [("id", passage.id)] + offsets.attributes(passage.span) + [
        ("page", passage.page.map { String($0) }), ("kind", passage.kind.rawValue),
        ("disposition", disposition.name), ("reason", disposition.reason),
      ]
    ) {
      xml.element("text", text: response.document.text[passage.span])
      for tag in tagged.tags {
        xml.element(
          "tag",
          [
            ("code", tag.code), ("facet", tag.facet.rawValue), ("rule", tag.reasons.first?.rule ?? ""),
            ("basis", tag.basis.rawValue), ("score", tag.score.twoDecimals),
            ("certainty", tag.sum?.certainty.twoDecimals),
          ]
        ) {
          for reason in tag.tellingReasons {
            for span in reason.evidence {
              xml.emptyElement(
                "evidence",
                offsets.attributes(span) + [("rule", reason.rule), ("weight", reason.weight.twoDecimals)]
                  + uncertain(span, tagged, response))
            }
          }
          if let sum = tag.sum { write(sum, to: xml) }
        }
      }
      if let decision = tagged.decision { write(decision, to: xml) }
    }
  }

  /// The sum behind a certainty: each figure, then the learned words in one line.
  private static func write(_ sum: Tag.Sum, to xml: XMLWriter) {
    for part in sum.parts where part.learnedWord == nil {
      xml.emptyElement(
        "weighed", [("by", part.name), ("value", part.value.decimals(3)), ("adds", part.adds.decimals(3))])
    }
    let words = sum.parts.compactMap { part in part.learnedWord.map { (word: $0, adds: part.adds) } }
    guard !words.isEmpty else { return }
    xml.element(
      "learned", [("adds", words.map(\.adds).reduce(0, +).decimals(3))],
      text: words.map { "\($0.word) \($0.adds.twoDecimals)" }.joined(separator: "; "))
  }
}
