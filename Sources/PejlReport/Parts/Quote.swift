internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// A verbatim passage with its source, and with the evidence of one tag; it depends on its response alone.
struct Quote {
  let context: ReportContext
  let response: Int
  let source: TaggedResponse
  let passage: Int
  /// The tag whose evidence is marked; nil for a passage that no rule caught.
  let tag: Tag?
  let stances: [String]

  /// The values of the template `quote`.
  var fields: Fields {
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
    let party = context.party(of: response)
    return [
      "pieces": excerpt.fields,
      "party": context.partyNames[context.partyOfResponse[response]],
      "senderValue": ReportContext.value(of: party),
      "kindValue": party.kind.rawValue,
      "stanceValues": stances.joined(separator: " "),
      "annex": source.annex.map { words.filled("source.annex", ["number": String($0.number)]) },
      "page": passage.page.map { words.filled("source.page", ["number": String($0)]) },
      "passageLabel": words.filled("source.passage", ["number": String(passage.number)]),
      "address": context.address(response: response, passage: self.passage),
      "basis": tag.map { context.basis(of: $0, in: source.passages[self.passage]) },
      "rule": tag.flatMap(context.rule(of:)),
      "heading": tag.flatMap { context.outsideEvidence(of: $0, at: self.passage, source) },
      "stanceLabels": stances.map { words.text("stance.\($0).label") ?? $0 },
      "others": others,
    ]
  }

  /// The other codes of strategy and theme on the passage.
  private var others: [Fields] {
    source.passages[passage].tags.compactMap { other in
      guard other.facet == .strategy || other.facet == .theme, other.code != tag?.code || other.facet != tag?.facet,
        let address = context.address(ofCode: other.code, in: other.facet)
      else { return nil }
      let code = context.analysis.codebook.code(other.code, in: other.facet)
      return [
        "code": other.code, "hue": other.facet == .strategy ? context.hue(of: other.code) : "g0",
        "codeName": code?.name, "codeAddress": address,
      ]
    }
  }
}

extension ReportContext {
  /// The weightiest rule of a tag, unless its name says no more than the basis does.
  func rule(of tag: Tag) -> String? {
    tag.reasons.first.map(\.rule).flatMap { $0 == tag.basis.rawValue ? nil : $0 }
  }

  /// The words outside of the passage that a tag rests on: evidence that stands elsewhere, or the heading above that
  /// bears the same code.
  func outsideEvidence(of tag: Tag, at place: Int, _ source: TaggedResponse) -> String? {
    var spans = tag.evidence.filter { !$0.overlaps(source.passages[place].passage.span) }
    if spans.isEmpty, tag.basis == .heading {
      let heading = source.passages[..<place].last {
        $0.passage.kind == .heading && $0.tags.contains { $0.code == tag.code }
      }
      spans = heading.map { [$0.passage.core] } ?? []
    }
    guard !spans.isEmpty else { return nil }
    return ShownText.shortened(spans.map { source.document.text[$0] }.joined(separator: " … "), to: 120)
  }
}
