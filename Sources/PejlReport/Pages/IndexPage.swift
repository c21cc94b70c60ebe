internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlTagging
internal import PejlText

/// The front page: the case, the five most important things in words, and how many parties speak of what.
struct IndexPage {
  let context: ReportContext
  let contents: [CodeContent]

  /// The greatest number of answers that are named on the front page.
  private static let answerLimit = 12

  private var analysis: Analysis { context.analysis }
  private var words: Words { context.words }

  /// The values of the template `index`.
  var fields: Fields {
    let hearing = analysis.hearing
    return [
      "title": ShownText.shortened(hearing.title ?? hearing.strategy?.title ?? words["hearing.untitled"], to: 160),
      "strategy": hearing.strategy.map { ShownText.shortened($0.title) },
      "authorityName": hearing.authority.map { ShownText.shortened($0, to: 120) },
      "number": hearing.caseNumber.map { ShownText.shortened($0, to: 60) },
      "period": period,
      "periodNote": hearing.period?.note.map { ShownText.shortened($0) },
      "findings": Findings(context: context, contents: contents).items,
      "charts": context.guideposts.map { Chart(context: context, guidepost: $0).fields },
      "hasCharts": !analysis.coverage.columns.isEmpty,
      "rows": analysis.coverage.columns.map { column -> Fields in
        [
          "hue": context.hue(of: column.code.id), "isGuidepost": column.code.parent == nil, "code": column.code.id,
          "name": column.code.name, "share": context.share(heard: column.heardParties, all: column.parties),
          "passages": words.number(column.passages), "isZero": column.passages == 0,
          "address": context.address(of: column.code),
        ]
      },
      "answers": analysis.digests.indices.prefix(Self.answerLimit).map { index -> Fields in
        [
          "party": context.name(of: context.party(of: index)),
          "address": ReportContext.address(context.responsePaths[index]),
          "passages": words.count(analysis.digests[index].passages.count, "passage"),
        ]
      },
      "hasAnswers": !analysis.responses.isEmpty,
      "moreAnswers": analysis.responses.count > Self.answerLimit
        ? words.count(analysis.responses.count - Self.answerLimit, "more-answer") : nil,
      "documents": context.method.documents.map { path -> Fields in
        ["documentAddress": ReportContext.address(path), "documentName": words.text("document.\(path)") ?? path]
      },
      "hasDocuments": !context.method.documents.isEmpty,
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
}
