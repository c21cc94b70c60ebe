internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

/// What the page of themes says of one code.
struct CodeSection {
  let context: ReportContext
  let report: CodeReport

  /// The greatest number of quotes that are shown for a code.
  static let quoteLimit = 30

  /// The greatest number of parties, and of answers with further passages, that are named.
  static let nameLimit = 60

  private var words: Words { context.words }

  /// The anchor of a code's section; a guidepost `P1` is `strategy-P1`.
  static func anchor(of code: Code) -> String { ReportContext.address("\(code.facet.rawValue)-\(code.id)") }

  /// The values of the template `code-section`.
  var fields: Fields {
    let code = report.code
    let rest = report.entries.dropFirst(Self.quoteLimit)
    return [
      "anchor": Self.anchor(of: code),
      "hue": context.hue(of: code.id),
      "label": context.label(code),
      "code": code.facet == .stance ? nil : code.id,
      "name": code.name,
      "isGuidepost": code.facet == .strategy && code.parent == nil,
      "wording": code.wording,
      "definition": code.facet == .strategy ? nil : nonEmpty(code.definition),
      "share": context.share(of: report.parties),
      "passages": words.count(report.entries.count, "passage"),
      "isEmpty": report.entries.isEmpty,
      "parties": parties,
      "hasStances": code.facet != .stance && !report.entries.isEmpty,
      "stances": report.stances.map { stance -> Fields in
        [
          "stance": words.text("stance.\(stance.code.id).short") ?? stance.code.name,
          "count": words.number(stance.passages), "isZero": stance.passages == 0,
        ]
      },
      "quotes": report.entries.prefix(Self.quoteLimit).map { entry in
        Quote(
          context: context, response: entry.response, passage: entry.passage, tag: context.analysis.tag(entry),
          stances: entry.stances
        )
        .fields
      },
      "rest": rest.isEmpty ? nil : words.count(rest.count, "more-passage"),
      "restLinks": restLinks(rest),
    ]
  }

  /// The parties by name, and how many others there are.
  private var parties: String {
    let names = report.parties.prefix(Self.nameLimit).map { context.name(of: context.analysis.parties[$0]) }
    let others = report.parties.count - names.count
    return words.list(others > 0 ? names + [words.count(others, "more-party")] : names)
  }

  /// The first answers in which the passages stand that are not shown.
  private func restLinks(_ rest: ArraySlice<CodeReport.Entry>) -> [Fields] {
    Dictionary(grouping: rest, by: \.response).sorted { $0.key < $1.key }.prefix(Self.nameLimit).map {
      response, entries in
      [
        "restAddress": Quote.address(context, response, entries.map(\.passage).min() ?? 0),
        "restParty": context.name(of: context.party(of: response)), "restCount": words.number(entries.count),
      ]
    }
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
