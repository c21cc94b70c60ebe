import PejlCodebook
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText

/// A response that a test writes down passage by passage; words that show a code stand in brackets, as in `[2.4:skema]`.
struct SampleAnswer {
  var id: String
  var file: String
  var match: RespondentMatch
  var annex: Hearing.Annex?
  var format = "txt"
  var metadata = Document.Metadata()
  var notes: [Diagnostic] = []
  var passages: [SamplePassage]

  var response: TaggedResponse {
    var builder = DocumentBuilder(format: format)
    builder.metadata = metadata
    builder.notes = notes
    let parsed = passages.map { $0.parsed }
    for (passage, text) in zip(passages, parsed.map(\.text)) {
      builder.append(text, kind: passage.kind == .heading ? .heading : .paragraph, page: passage.page)
    }
    let document = builder.build()
    let blocks = document.blocks
    let tagged = zip(passages, parsed).enumerated().map { index, pair in
      let (passage, parsed) = pair
      let core = blocks[index].span
      let end = index + 1 < blocks.count ? blocks[index + 1].span.start : document.text.count
      let tags = Dictionary(grouping: parsed.marks, by: \.code).sorted { $0.key < $1.key }.map { code, marks in
        Tag(
          code: code, facet: Sample.facet(of: code), basis: passage.basis, score: Double(marks.count) * 1.25,
          reasons: marks.enumerated().map { number, mark in
            .init(
              rule: "\(code)-rule-\(number + 1)", weight: 1.25,
              evidence: [mark.span.shifted(by: core.start)])
          })
      }.sorted { $0.facet < $1.facet }
      return TaggedPassage(
        passage: Passage(
          id: passage.id ?? "p\(index + 1)", number: index + 1,
          span: TextSpan(index == 0 ? 0 : core.start, end), core: core, kind: passage.kind, level: 1,
          page: passage.page),
        disposition: passage.reason.map { .setAside($0) } ?? (tags.isEmpty ? .untagged : .tagged), tags: tags)
    }
    return TaggedResponse(
      id: id, file: file, sha256: String(repeating: "0f", count: 32), document: document, respondent: match,
      annex: annex, passages: tagged)
  }
}

/// One passage of a ``SampleAnswer``.
struct SamplePassage {
  var marked: String
  var kind: Passage.Kind = .paragraph
  var reason: String?
  var basis: Tag.Basis = .keyword
  var page: Int?
  var id: String?

  init(
    _ marked: String, _ kind: Passage.Kind = .paragraph, reason: String? = nil, basis: Tag.Basis = .keyword,
    page: Int? = nil, id: String? = nil
  ) {
    self.marked = marked
    self.kind = kind
    self.reason = reason
    self.basis = basis
    self.page = page
    self.id = id
  }

  /// The text without marks, and each mark's code and place.
  var parsed: (text: String, marks: [(code: String, span: TextSpan)]) {
    var text = ""
    var marks: [(code: String, span: TextSpan)] = []
    // The builder leaves out what XML forbids; places must be counted after that.
    let marked = UTF8Text(self.marked).string
    var rest = marked[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]"),
      let colon = rest[open..<close].firstIndex(of: ":")
    {
      text += rest[..<open]
      let start = text.utf8.count
      text += rest[rest.index(after: colon)..<close]
      marks.append((String(rest[rest.index(after: open)..<colon]), TextSpan(start, text.utf8.count)))
      rest = rest[rest.index(after: close)...]
    }
    return (text + rest, marks)
  }
}
