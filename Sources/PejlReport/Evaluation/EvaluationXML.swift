internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging
internal import PejlText
internal import PejlXML

/// Writes `evaluation.xml`: every figure of a measurement, and every mistake.
struct EvaluationXML {
  let report: EvaluationReport

  private var evaluation: Evaluation { report.evaluation }

  /// The document.
  func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    xml.element(
      "evaluation",
      [
        ("xmlns", ReportSchema.evaluation.namespace), ("paragraphs", String(evaluation.paragraphs.count)),
        ("by", evaluation.unit.rawValue), ("units", String(evaluation.units)), ("draws", String(Bootstrap.draws)),
      ]
    ) {
      xml.element("codebook", attributes(of: evaluation.codebook)) {
        for source in report.method.codebookHashes {
          xml.emptyElement("source", [("path", source.path), ("sha256", source.sha256)])
        }
      }
      for gold in report.golds {
        xml.emptyElement("gold", [("file", gold.fileName), ("rows", String(gold.rows.count))])
      }
      writeResults(to: xml)
      for (index, paragraph) in evaluation.paragraphs.enumerated() { write(index, paragraph, to: xml) }
      for facet in evaluation.facets {
        for kind in Mistake.Kind.allCases {
          for mistake in evaluation.mistakes(kind, facet) { write(mistake, to: xml) }
        }
      }
      for use in evaluation.rules { write(use, to: xml) }
      if let comparison = report.comparison {
        ComparisonXML(evaluation: evaluation, comparison: comparison).write(to: xml)
      }
    }
    return xml.finish()
  }

  private func attributes(of codebook: Codebook) -> [(String, String?)] {
    [("id", codebook.id), ("version", codebook.version), ("title", codebook.title)]
  }

  private func writeResults(to xml: XMLWriter) {
    for result in evaluation.levels {
      let interval = [
        ("f1-low", result.microInterval?.low), ("f1-high", result.microInterval?.high),
        ("mean-f1", result.tally.mean), ("mean-low", result.meanInterval?.low),
        ("mean-high", result.meanInterval?.high),
      ]
      xml.emptyElement(
        "level",
        [("name", result.level.rawValue)] + xml.attributes(of: result.tally.score)
          + interval.map { ($0.0, $0.1?.decimals(4)) } + [("counted", String(result.tally.counted))])
    }
    for result in evaluation.codes {
      xml.emptyElement(
        "code",
        [("id", result.code.id), ("facet", result.code.facet.rawValue), ("name", result.code.name)]
          + xml.attributes(of: result.score))
    }
    for confusion in evaluation.confusions {
      xml.emptyElement(
        "confusion",
        [
          ("missed", confusion.missed), ("set", confusion.set), ("count", String(confusion.paragraphs.count)),
          ("paragraphs", confusion.paragraphs.map { String($0 + 1) }.joined(separator: " ")),
        ])
    }
  }

  private func write(_ index: Int, _ paragraph: CodedParagraph, to xml: XMLWriter) {
    func list(_ codes: [Facet.ID: Set<String>], _ facet: Facet.ID) -> String? {
      codes[facet].flatMap { $0.isEmpty ? nil : $0.sorted().joined(separator: ";") }
    }
    xml.element(
      "paragraph",
      [
        ("number", String(index + 1)), ("name", paragraph.gold.name), ("gold", report.goldName(paragraph.goldPath)),
        ("line", String(paragraph.gold.line)),
        ("set-aside", paragraph.setAside.isEmpty ? nil : paragraph.setAside.joined(separator: " ")),
      ]
    ) {
      xml.element("text", text: paragraph.text)
      for facet in evaluation.facets {
        xml.emptyElement(
          "codes",
          [
            ("facet", facet.id.rawValue), ("gold", list(paragraph.gold.codes, facet.id)),
            ("set", list(paragraph.predicted, facet.id)),
          ])
      }
    }
  }

  private func write(_ mistake: Mistake, to xml: XMLWriter) {
    let paragraph = evaluation.paragraphs[mistake.paragraph]
    xml.element(
      "mistake",
      [
        ("kind", mistake.kind.rawValue), ("facet", mistake.facet.rawValue), ("code", mistake.code),
        ("paragraph", String(mistake.paragraph + 1)), ("score", mistake.tag?.score.decimals(4)),
        ("basis", mistake.tag?.basis.rawValue),
      ]
    ) {
      for reason in mistake.tag?.reasons ?? [] {
        xml.element("reason", [("rule", reason.rule), ("weight", reason.weight.decimals(4))]) {
          for span in reason.evidence {
            if let words = paragraph.words(span) { xml.element("evidence", text: words) }
          }
        }
      }
    }
  }

  private func write(_ use: RuleUse, to xml: XMLWriter) {
    xml.emptyElement(
      "rule",
      [
        ("id", use.name), ("facet", use.facet.rawValue), ("code", use.rule?.code), ("file", use.rule?.path),
        ("line", use.rule.map { String($0.line) }), ("held", String(use.held)), ("tagged", String(use.tagged)),
        ("right", String(use.right)), ("alone", String(use.alone)), ("gold", use.gold.map { String($0) }),
        ("precision", use.precision?.decimals(4)), ("recall", use.recall?.decimals(4)),
      ])
  }
}

extension CodedParagraph {
  /// The words of a span of evidence that lie in the paragraph; nil for evidence elsewhere, such as in the heading above.
  func words(_ evidence: TextSpan) -> String? {
    guard evidence.overlaps(span) else { return nil }
    let text = UTF8Text(self.text)
    let start = max(evidence.start - span.start, 0)
    return text[TextSpan(start, max(start, min(evidence.end - span.start, text.count)))]
  }
}

extension XMLWriter {
  /// The attributes of a score.
  func attributes(of score: Score) -> [(String, String?)] {
    [
      ("true-positives", String(score.truePositives)), ("false-positives", String(score.falsePositives)),
      ("false-negatives", String(score.falseNegatives)), ("precision", score.precision.decimals(4)),
      ("recall", score.recall.decimals(4)), ("f1", score.f1.decimals(4)),
    ]
  }
}
