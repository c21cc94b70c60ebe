internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// A verbatim passage with its source, and with the evidence of one tag.
struct Quote {
  let context: ReportContext
  let response: Int
  let passage: Int
  /// The tag whose evidence is marked; nil for a passage that no rule caught.
  let tag: Tag?
  let stances: [String]

  /// The values of the template `quote`.
  var fields: Fields {
    let source = context.analysis.responses[response]
    let passage = source.passages[passage].passage
    let words = context.words
    let evidence = tag?.tellingEvidence ?? []
    let uncertain = source.passages[self.passage].uncertain.filter { word in
      evidence.contains { $0.overlaps(word.span) }
    }
    let marks =
      evidence.map { Excerpt.Mark(span: $0, label: "", style: tag?.facet.rawValue ?? "") }
      + uncertain.map {
        Excerpt.Mark(span: $0.span, label: words.filled("uncertain", ["meaning": $0.meaning]), style: "uncertain")
      }
    let excerpt = Excerpt(source.document.text, passage.core, marks: marks, joiners: context.joiners)
    return [
      "pieces": excerpt.fields,
      "party": context.name(of: context.party(of: response)),
      "annex": source.annex.map { words.filled("source.annex", ["number": String($0.number)]) },
      "page": passage.page.map { words.filled("source.page", ["number": String($0)]) },
      "passageLabel": words.filled("source.passage", ["number": String(passage.number)]),
      "address": Self.address(context, response, self.passage),
      "basis": tag.map { words["basis.\($0.basis.rawValue)"] },
      "rule": tag.flatMap(context.rule(of:)),
      "heading": tag.flatMap { context.outsideEvidence(of: $0, in: passage, source) },
      "stanceLabels": stances.map { words.text("stance.\($0).label") ?? $0 },
    ]
  }

  /// Where a passage stands in the page of its answer.
  static func address(_ context: ReportContext, _ response: Int, _ passage: Int) -> String {
    let id = context.analysis.digests[response].passages[passage]
    return "\(ReportContext.address(context.responsePaths[response]))#\(ReportContext.address(id))"
  }
}

extension ReportContext {
  /// The weightiest rule of a tag, unless its name says no more than the basis does.
  func rule(of tag: Tag) -> String? {
    tag.reasons.first.map(\.rule).flatMap { $0 == tag.basis.rawValue ? nil : $0 }
  }

  /// The words outside of the passage that a tag rests on: evidence that stands elsewhere, or the heading above that
  /// bears the same code.
  func outsideEvidence(of tag: Tag, in passage: Passage, _ source: TaggedResponse) -> String? {
    var spans = tag.evidence.filter { !$0.overlaps(passage.span) }
    if spans.isEmpty, tag.basis == .heading {
      let above = source.passages.prefix { $0.passage.span.start < passage.span.start }
      let heading = above.last { $0.passage.kind == .heading && $0.tags.contains { $0.code == tag.code } }
      spans = heading.map { [$0.passage.core] } ?? []
    }
    guard !spans.isEmpty else { return nil }
    return ShownText.shortened(spans.map { source.document.text[$0] }.joined(separator: " … "), to: 120)
  }
}
