import PejlAnalysis
import PejlCodebook
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText

/// A hearing in few words: a passage is its text and its codes.
enum SmallHearing {
  struct Item {
    let text: String
    let codes: [String]
    let kind: Passage.Kind
    let reason: String?

    init(_ text: String, _ codes: [String] = [], kind: Passage.Kind = .paragraph, reason: String? = nil) {
      self.text = text
      self.codes = codes
      self.kind = kind
      self.reason = reason
    }
  }

  static let council = Respondent(id: "council", kind: .council, name: "Council")
  static let first = Respondent(id: "first", kind: .medCommittee, name: "First", group: "committees")
  static let second = Respondent(id: "second", kind: .medCommittee, name: "Second", group: "committees")
  static let group = Respondent(id: "committees", kind: .medCommittee, name: "Committees", members: [first, second])
  /// A group of which the case names no members: one party.
  static let relatives = Respondent(id: "relatives", kind: .council, name: "Relatives")

  static let hearing = Hearing(id: "small", respondents: [council, group, relatives])

  static let codebook = Codebook(
    id: "small", version: "1", language: "da", title: "Small",
    facets: [
      facet(.strategy, [("P1", nil), ("1.1", "P1"), ("1.2", "P1"), ("P2", nil), ("2.1", "P2")]),
      facet(.theme, [("T1", nil)]), facet(.stance, [("support", nil), ("worry", nil)]),
    ],
    rules: [], dampers: [], references: ReferenceWords(), sources: [])

  static func answer(
    _ id: String, from respondent: Respondent?, annex: Int? = nil, basis: Tag.Basis = .keyword, _ items: [Item]
  ) -> TaggedResponse {
    var builder = DocumentBuilder(format: "txt")
    for item in items { builder.append(item.text, kind: .paragraph) }
    let document = builder.build()
    let passages = items.indices.map { index in
      let core = document.blocks[index].span
      let end = index + 1 < items.count ? document.blocks[index + 1].span.start : document.text.count
      let tags = items[index].codes.enumerated().map { number, code in
        Tag(
          code: code, facet: codebook.facets.first { $0.codes.contains { $0.id == code } }?.id ?? .strategy,
          basis: basis, score: Double(number + 1), reasons: [])
      }
      return TaggedPassage(
        passage: Passage(
          id: "p\(index)", number: index + 1, span: TextSpan(core.start, end), core: core, kind: items[index].kind,
          level: 0, page: nil),
        disposition: items[index].reason.map { .setAside($0) } ?? (tags.isEmpty ? .untagged : .tagged), tags: tags)
    }
    return TaggedResponse(
      id: id, file: "\(id).txt", sha256: "", document: document,
      respondent: RespondentMatch(
        respondent: respondent, kind: respondent?.kind ?? .other, basis: respondent == nil ? .unknown : .opening,
        evidence: nil),
      annex: annex.map { Hearing.Annex(number: $0, title: "", document: nil, fileNumber: nil, response: nil) },
      passages: passages)
  }

  static func analysis(_ responses: [TaggedResponse]) -> Analysis {
    Analysis(hearing: hearing, codebook: codebook.summary, responses: responses, unread: [])
  }

  private static func facet(_ id: Facet.ID, _ codes: [(String, String?)]) -> Facet {
    Facet(
      id: id, name: id.rawValue, threshold: 1, limit: 3, share: 0.5,
      codes: codes.map { Code(id: $0.0, facet: id, name: $0.0, parent: $0.1) })
  }
}
