internal import PejlAnalysis
internal import PejlHearing
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// What a page of shared texts says of one text, or of what one sender added: it depends on the responses that it names alone.
struct SharedItem {
  let context: ReportContext

  /// The greatest number of characters that are shown of one addition.
  static let additionLength = 300

  private var analysis: Analysis { context.analysis }
  private var words: Words { context.words }

  /// What a text says and who shares it.
  func text(_ place: Int, _ renderer: ReportRenderer) throws -> [UInt8] {
    let shared = analysis.sharedTexts[place]
    let typical = shared.entries[shared.typical]
    let source = analysis.responses[typical.response]
    return try renderer.item(
      "shared-text",
      [
        "label": context.sameText(shared),
        "quality": words[shared.isEqual ? "shared.equal" : "shared.near"],
        "pieces": Excerpt(
          source.document.text, source.passages[typical.passage].passage.core, joiners: context.joiners
        ).fields,
        "senders": Self.named(shared).map { sender($0, shared) },
        "more": context.moreSenders(shared.entries.count { $0.addedWords == 0 }),
      ])
  }

  /// The senders that are named: who added something always.
  private static func named(_ shared: SharedText) -> [SharedText.Entry] {
    shared.entries.filter { $0.addedWords > 0 }
      + shared.entries.filter { $0.addedWords == 0 }.prefix(SharedPages.senderLimit)
  }

  private func sender(_ entry: SharedText.Entry, _ shared: SharedText) -> Fields {
    let added = analysis.additions(of: entry, to: shared).map {
      ShownText.shortened(analysis.responses[entry.response].document.text[$0], to: Self.additionLength)
    }
    return [
      "address": context.address(response: entry.response, passage: entry.passage),
      "party": context.partyNames[context.partyOfResponse[entry.response]],
      "annex": analysis.digests[entry.response].annex.map {
        words.filled("source.annex", ["number": String($0.number)])
      },
      "likeness": entry.likeness == 1
        ? nil : words.filled("shared.likeness", ["percent": String(Int((entry.likeness * 100).rounded()))]),
      "added": added,
      "hasAdded": !added.isEmpty,
    ]
  }

  /// What one sender wrote beside the shared texts.
  func own(_ place: Int, _ renderer: ReportRenderer) throws -> [UInt8] {
    let answer = analysis.borrowing[place]
    let source = analysis.responses[answer.response]
    return try renderer.item(
      "shared-own",
      context.link(toAnswer: answer.response).merging([
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
      ]))
  }
}

extension ReportContext {
  /// "Samme tekst fra 12 afsendere".
  func sameText(_ shared: SharedText) -> String {
    words.filled("shared.label", ["senders": words.count(shared.parties.count, "sender")])
  }

  /// How many senders are not named; nil where all are.
  func moreSenders(_ count: Int) -> String? {
    count > SharedPages.senderLimit ? words.count(count - SharedPages.senderLimit, "more-party") : nil
  }

  /// The address and the sender of an answer.
  func link(toAnswer response: Int) -> Fields {
    ["address": Self.address(responsePaths[response]), "party": partyNames[partyOfResponse[response]]]
  }
}

extension ReportEdition {
  /// What the pages of shared texts say of one text or one sender, by the numbers of ``ReportPiece``.
  ///
  /// - Throws: when a template is missing.
  public func shared(_ number: Int) throws -> [UInt8] {
    let item = SharedItem(context: context)
    let texts = context.analysis.sharedTexts.count
    return try number < texts ? item.text(number, renderer) : item.own(number - texts, renderer)
  }

  /// What ``shared(_:)`` depends on: the same words, the same bytes.
  ///
  /// - Parameters:
  ///   - number: the number.
  ///   - keys: by response: what its page and its fragments depend on.
  /// - Returns: words, of which each counts.
  public func sharedKey(_ number: Int, keys: [UInt64]) -> [UInt64] {
    let texts = context.analysis.sharedTexts
    guard number < texts.count else {
      let answer = context.analysis.borrowing[number - texts.count]
      return [1, keys[answer.response], UInt64(answer.sharedWords), UInt64(answer.words)]
        + answer.own.map { UInt64($0) }
    }
    let text = texts[number]
    return [0, UInt64(text.typical), UInt64(text.parties.count)]
      + text.entries.flatMap { [keys[$0.response], UInt64($0.passage), $0.likeness.bitPattern] }
  }

  /// How many texts and senders there are to say something of.
  public var sharedCount: Int { context.analysis.sharedTexts.count + context.analysis.borrowing.count }
}
