internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging
internal import PejlText

/// A mistake with the paragraph's text, the evidence marked, and the rules that spoke.
struct MistakeSection {
  let report: EvaluationReport
  let words: Words
  let hues: CodeHues

  /// The values of the template `mistake`.
  func fields(of mistake: Mistake) -> Fields {
    let paragraph = report.evaluation.paragraphs[mistake.paragraph]
    let codebook = report.evaluation.codebook
    let show = FigureText(words: words)
    let name = codebook.code(mistake.code, in: mistake.facet)?.name
    return [
      "hue": mistake.facet == .strategy ? hues[mistake.code] : "g0", "code": mistake.code,
      "name": name == mistake.code ? nil : name,
      "paragraph": paragraph.gold.shortName,
      "gold": words.filled(
        "mistake.gold", ["file": report.goldName(paragraph.goldPath), "line": String(paragraph.gold.line)]),
      "goldCodes": list(paragraph.gold.codes[mistake.facet]), "setCodes": list(paragraph.predicted[mistake.facet]),
      "pieces": pieces(paragraph, mistake.tag),
      "hasTag": mistake.tag != nil,
      "score": mistake.tag.map { show.ratio($0.score) },
      "basis": mistake.tag.map { words["basis.\($0.basis.rawValue)"] },
      "reasons": mistake.tag?.reasons.enumerated().map { index, reason -> Fields in
        ["separator": index == 0 ? "" : ", ", "rule": reason.rule, "weight": show.ratio(reason.weight)]
      },
      "setAside": paragraph.setAside.isEmpty
        ? nil
        : words.list(
          paragraph.setAside.map { codebook.code($0, in: .frame)?.name ?? words.text("reason.\($0)") ?? $0 }),
    ]
  }

  private func list(_ codes: Set<String>?) -> String {
    codes.map { $0.isEmpty ? words["number.none"] : $0.sorted().joined(separator: "; ") } ?? words["number.none"]
  }

  /// The paragraph with the evidence marked; what lies outside of it is cut off.
  private func pieces(_ paragraph: CodedParagraph, _ tag: Tag?) -> [Fields] {
    let text = UTF8Text(paragraph.text)
    let marks = (tag?.tellingEvidence ?? []).compactMap { span -> Excerpt.Mark? in
      let start = max(span.start - paragraph.span.start, 0)
      let end = min(span.end - paragraph.span.start, text.count)
      return start < end ? Excerpt.Mark(span: TextSpan(start, end), label: "", style: tag?.facet.rawValue ?? "") : nil
    }
    let joiners = Set(words["hyphen.joiners"].split(separator: " ").map(String.init))
    return Excerpt(text, text.span, marks: marks, joiners: joiners).fields
  }
}
