internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// The page of one answer: its full text with the tags in the margin.
///
/// It depends on this answer, the hearing and the codebook, and on no other answer.
struct ResponsePage {
  let context: ReportContext
  let index: Int

  private var response: TaggedResponse { context.analysis.responses[index] }
  private var words: Words { context.words }

  /// The values of the template `response`.
  var fields: Fields {
    let account = Account(response)
    let metadata = response.document.metadata
    let codes = codes
    return [
      "pageTitle": sender,
      "party": sender,
      "kind": words["kind.\(response.respondent.kind.rawValue)"],
      "annexTitle": response.annex.map { ShownText.shortened($0.title) },
      "annexNumber": response.annex.map { String($0.number) },
      "annexDocument": response.annex?.document,
      "matched": words["matched.\(response.respondent.basis.rawValue)"],
      "matchedText": response.respondent.evidence.map { ShownText.shortened($0) },
      "file": ShownText.shortened(response.file),
      "format": words.text("format.\(response.document.format)") ?? response.document.format.uppercased(),
      "sha256": response.sha256,
      "documentTitle": metadata.title.map { ShownText.shortened($0) },
      "documentDate": metadata.date.map { context.date(ShownText.shortened($0, to: 40)) },
      "documentSender": metadata.senderName.map { ShownText.shortened($0, to: 90) },
      "quality": quality,
      "notes": notes.map(context.message),
      "hasNotes": !notes.isEmpty,
      "account": words.filled(
        "response.account",
        [
          "characters": words.count(account.characters, "character"),
          "passages": words.count(account.passages, "passage"), "tagged": words.number(account.tagged),
          "untagged": words.number(account.untagged), "setAside": words.number(account.setAsideTotal),
        ]),
      "passages": passages,
      "hasPassages": !response.passages.isEmpty,
      "codes": codes, "hasCodes": !codes.isEmpty,
      "hasFilters": response.passages.count >= QuoteList.filterLimit,
      "states": states(account),
    ]
  }

  /// What became of the passages, for the choice among them.
  private func states(_ account: Account) -> [Fields] {
    let counts: [(state: String, count: Int)] = [
      ("tagged", account.tagged), ("untagged", account.untagged), ("set-aside", account.setAsideTotal),
    ]
    return counts.filter { $0.count > 0 }.map {
      ["value": $0.state, "label": "\(words["state.\($0.state)"]) (\(words.number($0.count)))"]
    }
  }

  /// The name of the sender, without the number that unknown senders bear among the others.
  private var sender: String {
    if let respondent = response.respondent.respondent { return ShownText.shortened(respondent.name, to: 90) }
    let unknown = words["party.unknown.plain"]
    return response.respondent.evidence.map { "\(unknown) (\(ShownText.shortened($0, to: 60)))" } ?? unknown
  }

  /// The codes of strategy, theme and stance in the answer with their counted passages, in the codebook's order; a guidepost
  /// counts those of its objectives too, each once, as the coverage does.
  private var codes: [Fields] {
    let codebook = context.analysis.codebook
    var counts: [String: Int] = [:]
    for passage in response.passages where passage.isCounted {
      var keys = Set(passage.tags.map { "\($0.facet.rawValue)-\($0.code)" })
      for tag in passage.tags(.strategy) {
        if let parent = codebook.code(tag.code, in: .strategy)?.parent { keys.insert("strategy-\(parent)") }
      }
      for key in keys { counts[key, default: 0] += 1 }
    }
    return [Facet.ID.strategy, .theme, .stance].flatMap(codebook.codes).compactMap { code in
      guard let count = counts[ReportContext.key(of: code)] else { return nil }
      return [
        "hue": context.hue(of: code.id), "code": code.facet == .stance ? nil : code.id, "name": code.name,
        "codeAddress": context.address(of: code), "count": words.count(count, "passage"), "value": code.id,
        "label": context.label(code),
      ]
    }
  }

  /// How well the text was recognised; nil where it is the file's own and looks well.
  private var quality: String? {
    var parts: [String] = []
    if let recognition = response.document.recognition {
      parts.append(
        words.filled(
          "quality.recognised",
          [
            "pages": words.count(recognition.pages.count, "recognised-page"),
            "confidence": words.number(Int(recognition.confidence * 100)),
          ]))
    }
    if let noise = response.noise {
      parts.append(words.filled("quality.known", ["share": words.number(Int(noise.knownShare * 100))]))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// What the reader found, and that the text is noisy.
  private var notes: [Diagnostic] {
    guard let noise = response.noise, noise.isNoisy else { return response.document.notes }
    return response.document.notes + [
      Diagnostic(
        .warning, code: "reading.noisy",
        "\(noise.unknownWords) of \(noise.words) words are unknown, and the text lacks æ, ø and å: it was recognised (OCR) in another language; read it from the pictures of its pages"
      )
    ]
  }

  private var passages: [Fields] {
    let joiners = context.joiners
    var page: Int?
    return response.passages.enumerated().map { place, tagged in
      let passage = tagged.passage
      let marks =
        tagged.tags.flatMap { tag in
          tag.tellingEvidence.map { Excerpt.Mark(span: $0, label: shortLabel(of: tag), style: tag.facet.rawValue) }
        }
        + tagged.uncertain.map { word in
          Excerpt.Mark(
            span: word.span, label: words.filled("uncertain", ["meaning": word.meaning]), style: "uncertain")
        }
      var newPage: String?
      if let own = passage.page, own != page, passage.kind != .furniture {
        newPage = words.filled("page.number", ["number": String(own)])
        page = own
      }
      return [
        "newPage": newPage,
        "anchor": passage.id,
        "number": String(passage.number),
        "kindClass": passage.kind.rawValue,
        "isBulleted": passage.kind == .listItem && !hasOwnMark(passage),
        "kindLabel": passage.kind == .paragraph ? nil : words["passage.\(passage.kind.rawValue)"],
        "element": passage.kind == .heading ? "h3" : "p",
        "pieces": Excerpt(response.document.text, passage.core, marks: marks, joiners: joiners).fields,
        "reason": reason(tagged),
        "isQuiet": !tagged.counts,
        "isUntagged": tagged.disposition == .untagged,
        "state": state(tagged), "codeValues": tagged.tags.map(\.code).joined(separator: " "),
        "decision": context.decision(on: tagged),
        "tags": tagged.tags.map { fields(of: $0, in: tagged, at: place) },
        "hasTags": !tagged.tags.isEmpty,
      ]
    }
  }

  /// Whether the text of a list item begins with its mark: `•`, `-`, `1.`, `a)`.
  private func hasOwnMark(_ passage: Passage) -> Bool {
    let start = response.document.text[passage.core].unicodeScalars.prefix(2)
    guard let first = start.first, first.properties.isAlphabetic else { return true }
    return start.last == ")" || start.last == "."
  }

  private func reason(_ tagged: TaggedPassage) -> String? {
    if case .setAside(let reason) = tagged.disposition { context.name(ofReason: reason) } else { nil }
  }

  private func state(_ tagged: TaggedPassage) -> String {
    switch tagged.disposition {
    case .tagged: "tagged"
    case .untagged: "untagged"
    case .setAside: "set-aside"
    }
  }

  private func fields(of tag: Tag, in tagged: TaggedPassage, at place: Int) -> Fields {
    let code = context.analysis.codebook.code(tag.code, in: tag.facet)
    return [
      "code": tag.facet == .stance || tag.facet == .frame ? nil : tag.code,
      "name": code?.name ?? tag.code,
      "codeAddress": context.address(ofCode: tag.code, in: tag.facet),
      "hue": tag.facet == .strategy ? context.hue(of: tag.code) : "g0",
      "facetClass": tag.facet.rawValue,
      "facetLabel": words["facet.\(tag.facet.rawValue).one"],
      "basis": context.basis(of: tag, in: tagged),
      "heading": context.outsideEvidence(of: tag, at: place, response),
      "rule": context.rule(of: tag),
      "score": strength(of: tag),
    ]
  }

  /// How sure a tag is: the certainty where the facet is calibrated, else the score.
  private func strength(of tag: Tag) -> String {
    let decimal = words["number.decimal"]
    guard tag.basis > .reference, let sum = tag.sum else { return tag.score.twoDecimals.replacingPoint(with: decimal) }
    return words["tag.certainty"] + " " + sum.certainty.twoDecimals.replacingPoint(with: decimal)
  }

  /// What stands beside marked words: the code, or the stance's name.
  private func shortLabel(of tag: Tag) -> String { words.text("stance.\(tag.code).label") ?? tag.code }
}

extension String {
  /// The string with its points replaced, for a decimal mark.
  func replacingPoint(with mark: String) -> String { split(separator: ".").joined(separator: mark) }
}
