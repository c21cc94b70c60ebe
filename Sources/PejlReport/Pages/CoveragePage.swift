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
    let greatest = coverage.rows.flatMap(\.passages.values).max() ?? 0
    let addresses = coverage.columns.map { context.address(of: $0.code) }
    let kinds = Set(coverage.rows.map(\.party.kind.rawValue)).sorted()
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
          "name": column.code.name, "address": context.address(of: column.code),
        ]
      },
      "hasFilters": coverage.rows.count >= QuoteList.filterLimit,
      "isLong": coverage.rows.count > 15,
      "hasColumns": !coverage.columns.isEmpty && !coverage.rows.isEmpty,
      "kindOptions": kinds.count < 2
        ? [] : kinds.map { kind -> Fields in ["value": kind, "label": words["kind.\(kind)"]] },
      "codeOptions": coverage.columns.filter { $0.passages > 0 }.map { column -> Fields in
        ["value": column.code.id, "label": context.label(column.code)]
      },
      "legend": legend(greatest: greatest), "hasLegend": greatest > 0,
      "rows": coverage.rows.indices.map { row($0, greatest: greatest, addresses) },
      "passageSums": coverage.columns.map { sum($0, $0.passages) },
      "partySums": coverage.columns.map { sum($0, $0.parties) },
      "outsideSum": words.number(coverage.total.outside),
      "objectives": coverage.columns.map(objective),
      "untouched": coverage.untouched.map { code -> Fields in
        [
          "hue": context.hue(of: code.id), "code": code.id, "name": code.name, "wording": code.wording,
          "address": context.address(of: code),
        ]
      },
      "hasUntouched": !coverage.untouched.isEmpty,
      "untouchedCount": words.count(coverage.untouched.count, "objective"),
      "outsideText": context.analysis.responses.isEmpty ? nil : outsideText,
      "outsideAddress": context.outsideAddress,
    ]
  }

  private var outsideText: String {
    words.filled(
      "coverage.outside",
      [
        "outside": words.number(coverage.total.outside), "counted": words.count(coverage.total.counted, "passage"),
        "share": context.share(of: coverage.rows.indices.filter { coverage.rows[$0].account.outside > 0 }),
      ])
  }

  private func row(_ place: Int, greatest: Int, _ addresses: [String]) -> Fields {
    let row = coverage.rows[place]
    let anchor = ReportContext.anchor(ofParty: place)
    let touched = coverage.columns.filter { row.passages[$0.code.id, default: 0] > 0 }.map(\.code.id)
    return [
      "party": context.name(of: row.party), "group": row.party.group,
      "kindValue": row.party.kind.rawValue, "touched": touched.joined(separator: " "),
      "isMissing": !row.party.hasAnswered,
      "isOther": !row.party.isHeard && coverage.heard > 0,
      "cells": coverage.columns.enumerated().map { index, column -> Fields in
        let count = row.passages[column.code.id, default: 0]
        return [
          "hue": context.hue(of: column.code.id), "count": words.number(count),
          "heat": "h\(Self.heat(count, greatest))", "isGuidepost": column.code.parent == nil,
          "address": count == 0 ? nil : "\(addresses[index])#\(anchor)",
        ]
      },
      "outside": words.number(row.account.outside),
    ]
  }

  /// The shade of a cell: 0 for none, then 1 to 4 by quarters of the greatest number, at least one each.
  private static func heat(_ count: Int, _ greatest: Int) -> Int {
    guard count > 0 else { return 0 }
    guard greatest > 4 else { return min(count, 4) }
    return min(4, 1 + (count - 1) * 4 / greatest)
  }

  /// The counts that each shade stands for.
  private func legend(greatest: Int) -> [Fields] {
    (0...4).compactMap { shade in
      let counts = (0...greatest).filter { Self.heat($0, greatest) == shade }
      guard let first = counts.first, let last = counts.last else { return nil }
      let values = ["low": words.number(first), "high": words.number(last)]
      return [
        "heat": "h\(shade)", "range": first == last ? words.number(first) : words.filled("number.interval", values),
      ]
    }
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
      "address": context.address(of: column.code),
    ]
  }
}
