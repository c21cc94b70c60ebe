internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlTagging
internal import PejlText

/// The front page: the case, the findings, the answers, what was not read.
struct IndexPage {
  let context: ReportContext

  private var analysis: Analysis { context.analysis }
  private var words: Words { context.words }

  /// The values of the template `index`.
  var fields: Fields {
    let hearing = analysis.hearing
    let findings = Findings(context: context)
    return [
      "title": ShownText.shortened(hearing.title ?? hearing.strategy?.title ?? words["hearing.untitled"], to: 160),
      "strategy": hearing.strategy.map { ShownText.shortened($0.title) },
      "authorityName": hearing.authority,
      "number": hearing.caseNumber,
      "period": period,
      "periodNote": hearing.period?.note.map { ShownText.shortened($0) },
      "answered": answered,
      "findings": findings.items,
      "charts": context.guideposts.map { Chart(context: context, guidepost: $0).fields },
      "rows": analysis.coverage.columns.map { column -> Fields in
        [
          "hue": context.hue(of: column.code.id), "isGuidepost": column.code.parent == nil, "code": column.code.id,
          "name": column.code.name, "share": context.share(heard: column.heardParties, all: column.parties),
          "passages": words.number(column.passages), "isZero": column.passages == 0,
        ]
      },
      "hasAnswers": !analysis.responses.isEmpty,
      "answers": analysis.responses.indices.map(answer),
      "missing": missing,
      "hasMissing": !missing.isEmpty,
      "unreadFiles": UnreadFiles(context: context).fields,
      "hasUnread": !analysis.unread.isEmpty,
      "unreadCount": words.count(analysis.unread.count, "unread-file"),
    ]
  }

  /// When the hearing ran, or that it is not stated.
  private var period: String {
    switch (analysis.hearing.period?.start, analysis.hearing.period?.end) {
    case (let start?, let end?): words.filled("period.both", ["start": context.date(start), "end": context.date(end)])
    case (nil, let end?): words.filled("period.end", ["end": context.date(end)])
    case (let start?, nil): words.filled("period.start", ["start": context.date(start)])
    case (nil, nil): words["period.unknown"]
    }
  }

  /// "6 af 6 hørte parter har svaret".
  private var answered: String {
    let coverage = analysis.coverage
    guard coverage.heard > 0 else { return words.count(analysis.responses.count, "answer-read") }
    let values = ["count": words.number(coverage.answered), "of": words.number(coverage.heard)]
    let heard = words.filled("answered.heard", values)
    return coverage.unknownSenders == 0
      ? heard : "\(heard), \(words["and"]) \(words.count(coverage.unknownSenders, "answered.other"))"
  }

  private func answer(_ index: Int) -> Fields {
    let response = analysis.digests[index]
    let account = response.account
    return [
      "annex": response.annex.map { String($0.number) },
      "party": context.name(of: context.party(of: index)),
      "isUnknown": response.respondent.respondent == nil,
      "kind": words["kind.\(response.respondent.kind.rawValue)"],
      "file": ShownText.shortened(response.file),
      "format": words.text("format.\(response.format)") ?? response.format.uppercased(),
      "address": ReportContext.address(context.responsePaths[index]),
      "passages": words.number(account.passages), "tagged": words.number(account.tagged),
      "untagged": words.number(account.untagged), "setAside": words.number(account.setAsideTotal),
    ]
  }

  /// The heard parties that did not answer.
  private var missing: [Fields] {
    analysis.parties.filter { $0.isHeard && $0.responses.isEmpty }.map {
      ["party": context.name(of: $0), "kind": words["kind.\($0.kind.rawValue)"], "group": $0.group]
    }
  }
}
