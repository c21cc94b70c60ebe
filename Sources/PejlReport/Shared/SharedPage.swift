internal import PejlAnalysis
internal import PejlHearing
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// A page of what stands in several answers: who shares it, and what each sender added.
struct SharedPage {
  let context: ReportContext
  /// The page, counted from 0.
  let index: Int

  private var analysis: Analysis { context.analysis }
  private var words: Words { context.words }
  private var pages: SharedPages { context.sharedPages }

  /// The page in pieces.
  func pieces(_ renderer: ReportRenderer) throws -> PiecedFile {
    var texts: [ReportPiece] = []
    var equal: [Fields] = []
    var own: [ReportPiece] = []
    for item in pages.pages[index] {
      switch item {
      case .text(let place):
        texts.append(.bytes(try renderer.item("shared-anchor", ["anchor": SharedPages.anchor(place)])))
        texts.append(.shared(pages.number(ofText: place)))
      case .equal(let place): equal.append(self.equal(place))
      case .own(let place): own.append(.shared(pages.number(ofOwn: place)))
      }
    }
    let silent = index == pages.pages.count - 1 ? analysis.borrowing.count { $0.own.isEmpty } : 0
    let hasAdditions = !own.isEmpty || silent > 0
    let around = try renderer.pieces(
      "shared", pages.paths[index],
      [
        "summary": summary,
        "texts": Gap(), "hasTexts": !texts.isEmpty,
        "equal": equal, "hasEqual": !equal.isEmpty,
        "additions": Gap(), "hasAdditions": hasAdditions,
        "onlyShared": silent > 0 ? words.count(silent, "only-shared") : nil,
        "hasPages": pages.pages.count > 1, "pageLinks": pageLinks, "parts": parts,
      ], context)
    let gaps = (texts.isEmpty ? [] : [texts]) + (hasAdditions ? [own] : [])
    return PiecedFile(
      path: pages.paths[index],
      pieces: zip(around, gaps + [[]]).flatMap { bytes, inside in [.bytes(bytes)] + inside })
  }

  private var summary: String {
    let passages = analysis.sharedTexts.reduce(0) { $0 + $1.entries.count }
    return words.filled(
      "shared.summary",
      [
        "passages": words.count(passages, "passage"),
        "texts": words.count(analysis.sharedTexts.count, "different-text"),
        "senders": words.count(Set(analysis.sharedTexts.flatMap(\.parties)).count, "sender"),
      ])
  }

  private var pageLinks: [Fields] {
    pages.paths.enumerated().map { other, path in
      ["pageNumber": words.number(other + 1), "isCurrent": other == index, "pageAddress": ReportContext.address(path)]
    }
  }

  /// The parts of the list with the page on which each begins.
  private var parts: [Fields] {
    let kinds: [(String, (SharedPages.Item) -> Bool)] = [
      ("texts", { if case .text = $0 { true } else { false } }),
      ("equal", { if case .equal = $0 { true } else { false } }),
      ("own", { if case .own = $0 { true } else { false } }),
    ]
    return kinds.compactMap { name, isOfKind in
      guard let first = pages.pages.firstIndex(where: { $0.contains(where: isOfKind) }) else { return nil }
      return ["partAddress": "\(pages.paths[first])#\(name)", "partName": words["shared.\(name).title"]]
    }
  }

  private func equal(_ place: Int) -> Fields {
    let answers = analysis.equalAnswers[place]
    return [
      "equalCount": words.count(answers.count, "equal-answer"),
      "answers": answers.prefix(SharedPages.senderLimit).map(context.link), "more": context.moreSenders(answers.count),
    ]
  }
}
