internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlTagging

/// The page of one code: what it means, who speaks of it, with which stance, beside what, and every passage verbatim.
struct CodePage {
  let context: ReportContext
  let contents: [CodeContent]
  let index: Int

  /// The greatest number of other codes that are named beside this one.
  private static let neighbourLimit = 8

  private var content: CodeContent { contents[index] }
  private var code: Code { content.code }
  private var words: Words { context.words }
  private var codebook: CodebookSummary { context.analysis.codebook }

  /// The files of the page; several where there are many quotes.
  func pages(_ renderer: ReportRenderer, _ parts: QuoteParts) throws -> [PiecedFile] {
    let path = context.codePaths[ReportContext.key(of: code)] ?? ""
    let numbers = context.fragmentNumbers
    let entries = content.entries.map {
      QuoteList.Entry(
        response: $0.response, fragment: numbers[$0.response].number(.entry($0.digestEntry)), stances: $0.stances,
        sharedText: $0.sharedText)
    }
    return try QuoteList(context: context, entries: entries, path: path)
      .pages("code", head.merging(["senders": Markup(bytes: senders(renderer, parts))]), renderer, parts)
  }

  private var head: Fields {
    let parent = code.parent.flatMap { codebook.code($0, in: .strategy) }
    let objectives = code.facet == .strategy ? contents.filter { $0.code.parent == code.id } : []
    let bars = StanceBars(context: context, contents: objectives.isEmpty ? [content] : objectives)
    let neighbours = neighbours
    return [
      "pageTitle": context.label(code),
      "hue": context.hue(of: code.id),
      "code": code.facet == .stance || code.id == code.name ? nil : code.id,
      "name": code.name,
      "facetLabel": words["code.\(kind).kicker"],
      "parentLabel": parent.map(context.label), "parentAddress": parent.map(context.address(of:)),
      "wording": code.wording ?? code.motto,
      "definition": code.definition.isEmpty ? nil : code.definition,
      "keywords": code.keywords.isEmpty ? nil : code.keywords.joined(separator: ", "),
      "said": words.filled(
        content.entries.isEmpty ? "code.said.none" : "code.said.\(kind)",
        [
          "share": context.share(of: content.parties), "passages": passages,
        ]),
      "isEmpty": content.entries.isEmpty,
      "stanceFigure": content.entries.isEmpty || code.facet == .stance
        ? nil : StanceBars(context: context, contents: [content]).fields(content),
      "stanceNames": codebook.codes(.stance).map(\.name),
      "objectives": objectives.map(bars.fields), "hasObjectives": !objectives.isEmpty,
      "hasSenders": !content.entries.isEmpty,
      "neighbours": neighbours, "hasNeighbours": !content.entries.isEmpty && !neighbours.isEmpty,
      "before": beside(index - 1), "after": beside(index + 1),
    ]
  }

  /// How many passages there are, and how many different texts they are where some are the same.
  private var passages: String {
    let passages = words.count(content.entries.count, "passage")
    guard content.texts < content.entries.count else { return passages }
    return words.filled(
      "shared.distinct", ["passages": passages, "texts": words.count(content.texts, "different-text")])
  }

  /// What the code is: a guidepost, an objective, a theme or a stance.
  private var kind: String {
    code.facet == .strategy ? (code.parent == nil ? "guidepost" : "objective") : code.facet.rawValue
  }

  private func beside(_ index: Int) -> Fields? {
    guard contents.indices.contains(index), contents[index].code.facet == code.facet else { return nil }
    let other = contents[index].code
    return ["besideAddress": context.address(of: other), "besideLabel": context.label(other)]
  }

  /// The parties with the number of their passages and of those with each stance, those with most first.
  private func senders(_ renderer: ReportRenderer, _ parts: QuoteParts) throws -> [UInt8] {
    let stances = codebook.codes(.stance).map(\.id)
    let width = 1 + stances.count
    var first = [(response: Int, passage: Int)?](repeating: nil, count: context.analysis.parties.count)
    // One list for all parties: so many numbers for each.
    var counts = [Int](repeating: 0, count: first.count * width)
    for entry in content.entries {
      let place = context.partyOfResponse[entry.response]
      let passage = (response: entry.response, passage: entry.passage)
      if first[place].map({ passage < $0 }) ?? true { first[place] = passage }
      counts[place * width] += 1
      for (number, stance) in stances.enumerated() where entry.stances.contains(stance) {
        counts[place * width + 1 + number] += 1
      }
    }
    var rows: [UInt8] = []
    let order = first.indices.sorted { (counts[$1 * width], $0) < (counts[$0 * width], $1) }
    for place in order {
      guard let passage = first[place] else { continue }
      rows += try parts.row(
        place, address: context.address(response: passage.response, passage: passage.passage),
        counts: counts[place * width..<(place + 1) * width], words, renderer)
    }
    return rows
  }

  /// The codes of strategy and theme that most of the passages bear as well.
  private var neighbours: [Fields] {
    var counts = Array(repeating: 0, count: contents.count)
    let digests = context.analysis.digests
    for entry in content.entries { Self.count(digests[entry.response].entries, beside: entry, &counts) }
    let found = contents.map(\.code).enumerated().compactMap { place, other -> (code: Code, count: Int, place: Int)? in
      guard counts[place] > 0, other.facet != .stance, place != index, other.parent != code.id else { return nil }
      return (other, counts[place], place)
    }
    return found.sorted { ($1.count, $0.place) < ($0.count, $1.place) }.prefix(Self.neighbourLimit).map {
      [
        "hue": context.hue(of: $0.code.id), "code": $0.code.id, "name": $0.code.name,
        "address": context.address(of: $0.code), "passages": words.count($0.count, "passage"),
      ]
    }
  }

  /// Counts the codes on the passage of `entry`, each by its place among all codes; the tags of a passage stand together.
  private static func count(
    _ entries: [ResponseDigest.Entry], beside entry: CodeReport.Entry, _ counts: inout [Int]
  ) {
    var place = entry.digestEntry
    while place > 0, entries[place - 1].passage == entry.passage { place -= 1 }
    while place < entries.count, entries[place].passage == entry.passage {
      counts[entries[place].code] += 1
      place += 1
    }
  }
}
