internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

extension EvaluationText {
  /// The worst mistakes of each kind and facet, with the text and the rules that spoke.
  func mistakes(limit: Int) -> String {
    var lines: [String] = []
    for facet in evaluation.facets {
      for kind in Mistake.Kind.allCases {
        let all = evaluation.mistakes(kind, facet)
        guard !all.isEmpty else { continue }
        let what = kind == .falsePositive ? "set, not in gold" : "in gold, not set"
        lines += ["", "\(facet.id.rawValue): \(what), the worst \(min(limit, all.count)) of \(all.count)"]
        for mistake in all.prefix(limit) { lines += self.lines(mistake) }
      }
    }
    return lines.joined(separator: "\n")
  }

  private func lines(_ mistake: Mistake) -> [String] {
    let paragraph = evaluation.paragraphs[mistake.paragraph]
    let aside = paragraph.setAside.isEmpty ? "" : "  set aside: \(paragraph.setAside.joined(separator: ", "))"
    return [
      "", "\(paragraph.gold.shortName)  \(mistake.code)\(aside)", "  \(Self.folded(paragraph.text))",
      "  " + (mistake.tag.map(Self.reasons) ?? "no rule spoke for it"),
    ]
  }

  /// The paragraphs where the two differ, with the rules that spoke.
  func differences(code: String?, allFacets: Bool) -> String {
    let facets: [Facet.ID] = allFacets || code != nil ? evaluation.facets.map(\.id) : [.strategy]
    var lines: [String] = []
    for paragraph in evaluation.paragraphs {
      for facet in facets {
        let missed = paragraph.missed(facet).sorted()
        let wrong = paragraph.wrong(facet).sorted()
        guard !missed.isEmpty || !wrong.isEmpty else { continue }
        if let code, !missed.contains(code), !wrong.contains(code) { continue }
        let right = (paragraph.gold.codes[facet] ?? []).subtracting(missed).sorted()
        lines.append("")
        lines.append(
          "\(paragraph.gold.shortName)  missed \(Self.list(missed))  wrong \(Self.list(wrong))  right \(Self.list(right))"
        )
        lines.append("  \(Self.folded(paragraph.text))")
        lines += paragraph.tags.filter { $0.facet == facet }.map { "  \(Self.reasons($0))" }
        lines += missed.compactMap { paragraph.nearMiss($0, facet) }.map { "  not set: \(Self.reasons($0))" }
      }
    }
    return lines.joined(separator: "\n")
  }

  static func list(_ codes: [String]) -> String { codes.isEmpty ? "-" : codes.joined(separator: ";") }

  static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func reasons(_ tag: Tag) -> String {
    let reasons = tag.reasons.map { "\($0.rule) \($0.weight.decimals(2))" }.joined(separator: ", ")
    return "\(tag.code) \(tag.score.decimals(2)) \(tag.basis.rawValue): \(reasons)"
  }
}
