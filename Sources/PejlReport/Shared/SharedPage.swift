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

  /// The greatest number of characters that are shown of one addition.
  static let additionLength = 300

  private var analysis: Analysis { context.analysis }
  private var words: Words { context.words }
  private var pages: SharedPages { context.sharedPages }

  /// The values of the template `shared`.
  var fields: Fields {
    let items = pages.pages[index]
    var texts: [Fields] = []
    var equal: [Fields] = []
    var own: [Fields] = []
    for item in items {
      switch item {
      case .text(let place): texts.append(text(place))
      case .equal(let place): equal.append(self.equal(place))
      case .own(let place): own.append(additions(analysis.borrowing[place]))
      }
    }
    let silent = index == pages.pages.count - 1 ? analysis.borrowing.count { $0.own.isEmpty } : 0
    return [
      "summary": summary,
      "texts": texts, "hasTexts": !texts.isEmpty,
      "equal": equal, "hasEqual": !equal.isEmpty,
      "additions": own, "hasAdditions": !own.isEmpty || silent > 0,
      "onlyShared": silent > 0 ? words.count(silent, "only-shared") : nil,
      "hasPages": pages.pages.count > 1, "pageLinks": pageLinks, "parts": parts,
    ]
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

  private func text(_ place: Int) -> Fields {
    let shared = analysis.sharedTexts[place]
    let typical = shared.entries[shared.typical]
    let source = analysis.responses[typical.response]
    // Who added something is always named.
    let adding = shared.entries.filter { !$0.additions.isEmpty }
    let others = shared.entries.filter(\.additions.isEmpty)
    return [
      "anchor": SharedPages.anchor(place),
      "label": context.sameText(shared),
      "quality": words[shared.isEqual ? "shared.equal" : "shared.near"],
      "pieces": Excerpt(
        source.document.text, source.passages[typical.passage].passage.core, joiners: context.joiners
      ).fields,
      "senders": (adding + others.prefix(SharedPages.senderLimit)).map(sender),
      "more": more(others.count),
    ]
  }

  private func sender(_ entry: SharedText.Entry) -> Fields {
    let source = analysis.responses[entry.response]
    let added = entry.additions.map { ShownText.shortened(source.document.text[$0], to: Self.additionLength) }
    return [
      "address": context.address(response: entry.response, passage: entry.passage),
      "party": context.name(of: context.party(of: entry.response)),
      "annex": source.annex.map { words.filled("source.annex", ["number": String($0.number)]) },
      "likeness": entry.likeness == 1
        ? nil : words.filled("shared.likeness", ["percent": String(Int((entry.likeness * 100).rounded()))]),
      "added": added,
      "hasAdded": !added.isEmpty,
    ]
  }

  private func equal(_ place: Int) -> Fields {
    let answers = analysis.equalAnswers[place]
    return [
      "equalCount": words.count(answers.count, "equal-answer"),
      "answers": answers.prefix(SharedPages.senderLimit).map(link), "more": more(answers.count),
    ]
  }

  private func link(_ response: Int) -> Fields {
    [
      "address": ReportContext.address(context.responsePaths[response]),
      "party": context.name(of: context.party(of: response)),
    ]
  }

  /// What one sender wrote beside the shared texts.
  private func additions(_ answer: BorrowingAnswer) -> Fields {
    let source = analysis.responses[answer.response]
    return link(answer.response).merging([
      "part": words.filled(
        "shared.part", ["percent": String(Int((Double(answer.sharedWords) * 100 / Double(answer.words)).rounded()))]),
      "own": answer.own.map { passage -> Fields in
        [
          "ownAddress": context.address(response: answer.response, passage: passage),
          "pieces": Excerpt(
            source.document.text, source.passages[passage].passage.core, joiners: context.joiners
          ).fields,
        ]
      },
    ])
  }

  private func more(_ count: Int) -> String? {
    count > SharedPages.senderLimit ? words.count(count - SharedPages.senderLimit, "more-party") : nil
  }
}

extension ReportContext {
  /// "Samme tekst fra 12 afsendere".
  func sameText(_ shared: SharedText) -> String {
    words.filled("shared.label", ["senders": words.count(shared.parties.count, "sender")])
  }
}
