internal import PejlAnalysis
internal import PejlHearing
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// The page of what stands in several answers: who shares it, and what each sender added.
struct SharedPage {
  let context: ReportContext

  /// The path of the page.
  static let path = "shared.html"

  /// The greatest number of senders that are named for one text, however few texts there are.
  private static let mostSenders = 200
  /// So many senders are named on the whole page, and twenty for each text at least.
  private static let pageLimit = 10_000
  /// The greatest number of texts, those of most senders; a browser opens more too slowly.
  private static let textLimit = 300
  /// The greatest number of answers whose additions are shown.
  private static let answerLimit = 200

  private var analysis: Analysis { context.analysis }
  /// How many senders are named for one text; the answers themselves hold the rest.
  private var senderLimit: Int {
    max(20, min(Self.mostSenders, Self.pageLimit / max(analysis.sharedTexts.count, 1)))
  }
  private var words: Words { context.words }

  /// The anchor of a shared text on the page.
  static func anchor(_ number: Int) -> String { "text-\(number + 1)" }

  /// The values of the template `shared`.
  var fields: Fields {
    let passages = analysis.sharedTexts.reduce(0) { $0 + $1.entries.count }
    let parties = Set(analysis.sharedTexts.flatMap(\.parties))
    let adding = analysis.borrowing.filter { !$0.own.isEmpty }
    let silent = analysis.borrowing.count - adding.count
    return [
      "summary": words.filled(
        "shared.summary",
        [
          "passages": words.count(passages, "passage"),
          "texts": words.count(analysis.sharedTexts.count, "different-text"),
          "senders": words.count(parties.count, "sender"),
        ]),
      "texts": order.prefix(Self.textLimit).map(text),
      "moreTexts": moreTexts,
      "equal": analysis.equalAnswers.map { answers -> Fields in
        [
          "equalCount": words.count(answers.count, "equal-answer"),
          "answers": answers.prefix(senderLimit).map(link),
          "more": more(answers.count, senderLimit),
        ]
      },
      "hasEqual": !analysis.equalAnswers.isEmpty,
      "additions": adding.prefix(Self.answerLimit).map(additions),
      "hasAdditions": !analysis.borrowing.isEmpty,
      "moreAdditions": more(adding.count, Self.answerLimit),
      "onlyShared": silent > 0 ? words.count(silent, "only-shared") : nil,
    ]
  }

  /// The texts by the number of their senders.
  private var order: [Int] {
    analysis.sharedTexts.indices.sorted { left, right in
      let (one, other) = (analysis.sharedTexts[left].parties.count, analysis.sharedTexts[right].parties.count)
      return one == other ? left < right : one > other
    }
  }

  private func text(_ place: Int) -> Fields {
    let shared = analysis.sharedTexts[place]
    let typical = shared.entries[shared.typical]
    let source = analysis.responses[typical.response]
    let core = source.passages[typical.passage].passage.core
    return [
      "anchor": Self.anchor(place),
      "label": context.sameText(shared),
      "quality": words[shared.isEqual ? "shared.equal" : "shared.near"],
      "pieces": Excerpt(source.document.text, core, joiners: context.joiners).fields,
      "senders": shared.entries.prefix(senderLimit).map { sender($0, shared) },
      "more": more(shared.entries.count, senderLimit),
    ]
  }

  private func sender(_ entry: SharedText.Entry, _ shared: SharedText) -> Fields {
    let added = analysis.additions(of: entry, to: shared).map {
      ShownText.shortened(analysis.responses[entry.response].document.text[$0], to: 300)
    }
    return [
      "address": context.address(response: entry.response, passage: entry.passage),
      "party": context.name(of: context.party(of: entry.response)),
      "annex": analysis.digests[entry.response].annex.map {
        words.filled("source.annex", ["number": String($0.number)])
      },
      "likeness": entry.likeness == 1
        ? nil : words.filled("shared.likeness", ["percent": String(Int((entry.likeness * 100).rounded()))]),
      "added": added,
      "hasAdded": !added.isEmpty,
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

  private var moreTexts: String? {
    let rest = analysis.sharedTexts.count - Self.textLimit
    return rest > 0 ? words.filled("shared.more-texts", ["texts": words.count(rest, "different-text")]) : nil
  }

  private func more(_ count: Int, _ limit: Int) -> String? {
    count > limit ? words.count(count - limit, "more-party") : nil
  }
}

extension ReportContext {
  /// "Samme tekst fra 12 afsendere".
  func sameText(_ shared: SharedText) -> String {
    words.filled("shared.label", ["senders": words.count(shared.parties.count, "sender")])
  }
}
