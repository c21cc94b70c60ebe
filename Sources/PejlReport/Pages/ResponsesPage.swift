internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlTagging
internal import PejlText

/// The page of the answers: which were read, which are missing, and what became of each party's passages.
struct ResponsesPage {
  let context: ReportContext

  private var analysis: Analysis { context.analysis }
  private var words: Words { context.words }

  /// The values of the template `responses`.
  var fields: Fields {
    let total = analysis.coverage.total
    let reasons = total.reasons.map(\.reason)
    let missing = missing
    let kinds = Set(analysis.digests.map(\.respondent.kind.rawValue)).sorted()
    return [
      "hasAnswers": !analysis.responses.isEmpty,
      "hasFilters": analysis.responses.count >= QuoteList.filterLimit,
      "isLong": analysis.responses.count > 15,
      "answers": analysis.responses.indices.map(answer),
      "kindOptions": kinds.count < 2
        ? [] : kinds.map { kind -> Fields in ["value": kind, "label": words["kind.\(kind)"]] },
      "missing": missing, "hasMissing": !missing.isEmpty,
      "unreadFiles": UnreadFiles(context: context).fields, "hasUnread": !analysis.unread.isEmpty,
      "unreadCount": words.count(analysis.unread.count, "unread-file"),
      "reasons": reasons.map { context.name(ofReason: $0) }, "hasReasons": !reasons.isEmpty,
      "reasonColumns": String(reasons.count),
      "areAccountsLong": analysis.coverage.rows.count > 15,
      "accounts": analysis.coverage.rows.map { account($0.account, of: context.name(of: $0.party), reasons) },
      "total": account(total, of: words["sum"], reasons),
    ]
  }

  private func answer(_ index: Int) -> Fields {
    let response = analysis.digests[index]
    let account = response.account
    return [
      "annex": response.annex.map { String($0.number) },
      "party": context.name(of: context.party(of: index)),
      "kind": words["kind.\(response.respondent.kind.rawValue)"], "kindValue": response.respondent.kind.rawValue,
      "file": ShownText.shortened(response.file),
      "format": words.text("format.\(response.format)") ?? response.format.uppercased(),
      "address": ReportContext.address(context.responsePaths[index]),
      "isNoisy": response.isNoisy,
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

  private func account(_ account: Account, of name: String, _ reasons: [String]) -> Fields {
    [
      "party": name, "passages": words.number(account.passages), "tagged": words.number(account.tagged),
      "untagged": words.number(account.untagged), "setAside": words.number(account.setAsideTotal),
      "characters": words.number(account.characters),
      "reasonCounts": reasons.map { reason -> Fields in
        let count = account.setAside[reason, default: 0]
        return ["count": words.number(count), "isZero": count == 0]
      },
    ]
  }
}
