internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing

/// The page that shows who touched what.
struct CoveragePage {
  let context: ReportContext

  private var coverage: Coverage { context.analysis.coverage }
  private var words: Words { context.words }

  /// The values of the template `coverage`.
  var fields: Fields {
    let reasons = coverage.total.reasons.map(\.reason)
    let greatest = coverage.rows.flatMap(\.passages.values).max() ?? 0
    return [
      "groups": context.guideposts.map { guidepost -> Fields in
        [
          "hue": context.hue(of: guidepost.id), "code": guidepost.id, "name": guidepost.name,
          "span": String(context.objectives(of: guidepost).count + 1),
        ]
      },
      "columns": coverage.columns.map { column -> Fields in
        [
          "hue": context.hue(of: column.code.id), "isGuidepost": column.code.parent == nil, "code": column.code.id,
          "name": column.code.name,
        ]
      },
      "rows": coverage.rows.map { row($0, greatest: greatest) },
      "passageSums": coverage.columns.map { sum($0, $0.passages) },
      "partySums": coverage.columns.map { sum($0, $0.parties) },
      "outsideSum": words.number(coverage.total.outside),
      "countedSum": words.number(coverage.total.counted),
      "objectives": coverage.columns.map(objective),
      "untouched": coverage.untouched.map { code -> Fields in
        ["hue": context.hue(of: code.id), "code": code.id, "name": code.name, "wording": code.wording]
      },
      "hasUntouched": !coverage.untouched.isEmpty,
      "untouchedCount": words.count(coverage.untouched.count, "objective"),
      "outsideText": context.analysis.responses.isEmpty ? nil : outsideText,
      "reasons": reasons.map { context.name(ofReason: $0) },
      "hasReasons": !reasons.isEmpty,
      "reasonColumns": String(reasons.count),
      "accounts": coverage.rows.map { account($0.account, of: context.name(of: $0.party), reasons) },
      "total": account(coverage.total, of: words["sum"], reasons),
    ]
  }

  private var outsideText: String {
    words.filled(
      "coverage.outside",
      [
        "outside": words.count(coverage.total.outside, "passage"), "counted": words.number(coverage.total.counted),
        "share": context.share(of: coverage.rows.indices.filter { coverage.rows[$0].account.outside > 0 }),
      ])
  }

  private func row(_ row: Coverage.Row, greatest: Int) -> Fields {
    [
      "party": context.name(of: row.party), "group": row.party.group,
      "isMissing": !row.party.hasAnswered,
      "isOther": !row.party.isHeard && coverage.heard > 0,
      "cells": coverage.columns.map { column -> Fields in
        let count = row.passages[column.code.id, default: 0]
        return [
          "hue": context.hue(of: column.code.id), "count": words.number(count), "heat": heat(count, greatest),
          "isGuidepost": column.code.parent == nil,
        ]
      },
      "outside": words.number(row.account.outside),
      "counted": words.number(row.account.counted),
    ]
  }

  /// The shade of a cell: `h0` for none, then `h1` to `h4` by quarters of the greatest number, at least one each.
  private func heat(_ count: Int, _ greatest: Int) -> String {
    guard count > 0 else { return "h0" }
    guard greatest > 4 else { return "h\(min(count, 4))" }
    return "h\(min(4, 1 + (count - 1) * 4 / greatest))"
  }

  private func sum(_ column: Coverage.Column, _ count: Int) -> Fields {
    [
      "count": words.number(count), "isZero": count == 0, "isGuidepost": column.code.parent == nil,
      "hue": context.hue(of: column.code.id),
    ]
  }

  private func objective(_ column: Coverage.Column) -> Fields {
    [
      "hue": context.hue(of: column.code.id), "code": column.code.id, "isGuidepost": column.code.parent == nil,
      "name": column.code.name, "wording": column.code.wording ?? column.code.motto,
      "share": context.share(heard: column.heardParties, all: column.parties),
      "passages": words.number(column.passages), "isZero": column.passages == 0,
      "address": "themes.html#\(CodeSection.anchor(of: column.code))",
    ]
  }

  private func account(_ account: Account, of name: String, _ reasons: [String]) -> Fields {
    [
      "party": name, "passages": words.number(account.passages), "tagged": words.number(account.tagged),
      "untagged": words.number(account.untagged), "setAside": words.number(account.setAsideTotal),
      "characters": words.number(account.characters), "headings": words.number(account.headings),
      "reasonCounts": reasons.map { reason -> Fields in
        let count = account.setAside[reason, default: 0]
        return ["count": words.number(count), "isZero": count == 0]
      },
    ]
  }
}
